// What perception reports: interactions become steps, errors or doubts; sight lost and found is part of the session.
import { targetOf } from '../../../src-domain/instruction/binding.ts'
import type { Interaction, SightState } from '../../../src-domain/perception/interaction.schema.ts'
import { confidenceBar, decideInteraction } from '../../../src-domain/session/decideInteraction.ts'
import { activeStep, Draft, nothing } from '../../../src-domain/session/deciding.ts'
import type { BenchSession } from './benchSession.ts'

/** Takes an interaction in; what it leads to is on the disk when this returns. */
export function observe(bench: BenchSession, interaction: Interaction): void {
  if (interaction.kind === 'reach') warnOfWrongReach(bench, interaction)
  else bench.perform((situation) => decideInteraction(situation, interaction))
}

function warnOfWrongReach(bench: BenchSession, { target, confidence }: Interaction): void {
  const situation = bench.situation()
  const active = activeStep(situation)
  if (!situation.task || !active || target === null || confidence < confidenceBar) return
  const { bins } = situation.task.layout
  const expected = targetOf(active.step, situation.task.binding)?.id
  if (bench.state().phase === 'working' && target !== expected && bins.some(({ id }) => id === target))
    bench.warn(target)
}

/** Takes in how well the camera sees. Starting up counts as not seeing yet. */
export function noteSight(bench: BenchSession, state: SightState): void {
  bench.perform((situation) => {
    if (situation.session.context.sight === state) return nothing
    const fact = state === 'seeing' ? ({ type: 'sightReturned' } as const) : ({ type: 'sightLost', state } as const)
    const draft = new Draft(situation)
    return draft.may(fact) ? draft.add(fact).decision : nothing
  })
}
