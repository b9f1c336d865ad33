// How much of a step the side screen gives away at each level of help. It follows the light on the table.
import type { StepView } from '../../../src-domain/session/benchState.schema.ts'
import type { WorkerWords } from '../../ui/words/workerWords.ts'

/** `think`: the worker knows it, and nothing is shown; `light`: only the table's outline helps; `show`: picture and words. */
export type StepHelp = 'think' | 'light' | 'show'

/** A wrong pick or a doubt is always answered with picture and words. */
export function stepHelpOf({ level, wrong, doubt }: Pick<StepView, 'level' | 'wrong' | 'doubt'>): StepHelp {
  if (level >= 2 || wrong || doubt) return 'show'
  return level === 1 ? 'light' : 'think'
}

/** True when the step is done once someone says so; the others are judged by a device alone. */
export const maySayDone = ({ done }: Pick<StepView, 'done'>): boolean =>
  done.some(({ by }) => by === 'confirm' || by === 'hand')

/** The question to answer, or else what to do about a wrong pick or place; null when there is nothing to say. */
export function troubleSentence(
  { wrong, doubt }: Pick<StepView, 'wrong' | 'doubt'>,
  { work }: WorkerWords,
): string | null {
  if (doubt) return doubt.kind === 'pick' ? work.doubtPick : work.doubtPlace
  if (wrong) return work[wrong.error]
  return null
}
