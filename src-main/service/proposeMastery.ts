// After each finished cycle: which skills of the task has this worker now demonstrated that were not proposed before?
import type { FactOf } from '../../src-domain/event/event.schema.ts'
import { demonstrates } from '../../src-domain/learning/mastery.ts'
import type { Store } from '../store/store.ts'
import { practiceOf } from './practiceOf.ts'

/**
 * The proposals to make, from what is in the store now. A skill that is open or awarded is not proposed again; after a
 * coach declined it, only cycles finished since then count.
 */
export function proposeMastery(
  store: Store,
  personId: string,
  taskId: string,
  newId: () => string,
): FactOf<'masteryProposed'>[] {
  const stored = store.instructions.newest(taskId)
  if (!stored) return []
  const practice = practiceOf(store, personId, taskId)
  const cycles = store.progress.cycles(personId, taskId)
  return stored.instruction.skills.flatMap((skill) => {
    const earlier = store.proposals.of(personId, taskId, skill.id)
    if (earlier.some(({ state }) => state !== 'declined')) return []
    const declinedWallMs = Math.max(0, ...earlier.map(({ decidedWallMs }) => decidedWallMs ?? 0))
    const counting = cycles.filter(({ wallMs }) => wallMs > declinedWallMs)
    const evidence = demonstrates(skill.steps, practice, counting)
    return evidence
      ? [{ type: 'masteryProposed', proposalId: newId(), personId, taskId, skillId: skill.id, evidence }]
      : []
  })
}
