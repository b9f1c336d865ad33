// A hand closing in a bin that the active step does not need: the table warns at once, before anything is taken. No fact is
// recorded.
import { targetOf } from '../instruction/binding.ts'
import type { Interaction } from '../perception/interaction.schema.ts'
import { confidenceBar } from './decideInteraction.ts'
import { activeStep, type Situation } from './deciding.ts'

/** The bin to warn at while a step is being done; null where the reach is right, unsure, or not into a bin. */
export function wrongReach(
  { session, task }: Pick<Situation, 'session' | 'task'>,
  { target, confidence }: Pick<Interaction, 'target' | 'confidence'>,
): string | null {
  const active = activeStep({ session, task })
  const stepping = session.matches({ work: { working: { active: 'stepping' } } })
  if (!task || !active || !stepping || target === null || confidence < confidenceBar) return null
  const isWrongBin =
    target !== targetOf(active.step, task.binding)?.id && task.layout.bins.some(({ id }) => id === target)
  return isWrongBin ? target : null
}
