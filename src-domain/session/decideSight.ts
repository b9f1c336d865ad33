// Turns perception's report about its own sight into facts: that sight was lost, why, and that it returned.
import type { SightState } from '../perception/interaction.schema.ts'
import { type Decision, Draft, nothing, type Situation } from './deciding.ts'

/** Decides on what perception says of its own sight. The same again changes nothing. */
export function decideSight(situation: Situation, state: SightState): Decision {
  if (situation.session.context.sight === state) return nothing
  const fact = state === 'seeing' ? ({ type: 'sightReturned' } as const) : ({ type: 'sightLost', state } as const)
  const draft = new Draft(situation)
  return draft.may(fact) ? draft.add(fact).decision : nothing
}
