// What happens by itself after a while: hints, timed steps, the next cycle. The service sets one timer for the earliest.
import { activeStep, type Decision, Draft, nothing, type Situation } from './deciding.ts'
import { complete, startCycle } from './flow.ts'
import { workedMs } from './sessionContext.ts'

/** How long a finished product is celebrated before the next begins, in ms. */
export const celebrationMs = 2500

type Deadline = { readonly atMonoMs: number; readonly decide: (situation: Situation) => Decision }

/** The deadlines that now run, earliest first. */
export function deadlines(situation: Pick<Situation, 'session' | 'task' | 'monoMs'>): readonly Deadline[] {
  const { session, task, monoMs } = situation
  const { step, cycleDoneAtMs } = session.context
  const found: Deadline[] = []
  if (session.matches({ work: { working: { active: 'betweenCycles' } } }) && cycleDoneAtMs !== null) {
    found.push({
      atMonoMs: cycleDoneAtMs + celebrationMs,
      decide: (now) => (now.task ? startCycle(new Draft(now), now.task).decision : nothing),
    })
  }
  if (session.matches({ work: { working: { active: 'stepping' } } }) && step) {
    const leftOf = (wholeMs: number) => monoMs + Math.max(0, wholeMs - workedMs(step, monoMs))
    if (step.shownLevel === 0 && !step.lessAsked) {
      found.push({
        atMonoMs: leftOf(step.hintDelayMs),
        decide: (now) =>
          new Draft(now).add({ type: 'helpShown', stepKey: step.key, level: 1, because: 'delay' }).decision,
      })
    }
    const timed = activeStep({ session, task })?.step.done.find(({ by }) => by === 'time')
    if (timed?.by === 'time') {
      found.push({
        atMonoMs: leftOf(timed.seconds * 1000),
        decide: (now) =>
          now.task ? complete(new Draft(now), now.task, { by: 'time', confidence: 1, sources: [] }).decision : nothing,
      })
    }
  }
  return found.toSorted((a, b) => a.atMonoMs - b.atMonoMs)
}
