// Makes the state that windows see from the session, the task and the worker. Pure: the same input gives the same picture.

import type { LayoutId } from '../ids.ts'
import { targetOf } from '../instruction/binding.ts'
import { mediaRef } from '../instruction/mediaRef.ts'
import type { PlanStep } from '../instruction/plan.ts'
import type { BenchState, StepView, WorkerAtBench } from './benchState.schema.ts'
import { activeStep, type TaskAtBench } from './deciding.ts'
import type { Session } from './session.machine.ts'
import { type ActiveStep, contestable, endsAtMonoMs } from './sessionContext.ts'

export type Viewer = {
  readonly revision: number
  readonly session: Session
  readonly task: TaskAtBench | null
  readonly worker: WorkerAtBench | null
  readonly layoutId: LayoutId
  readonly warning: { readonly target: string } | null
  readonly notice: BenchState['notice']
  /** What the monotonic clock stands behind the time of day, in ms: the same for as long as the service runs. */
  readonly wallBeforeMonoMs: number
}

export function viewBench({
  revision,
  session,
  task,
  worker,
  layoutId,
  warning,
  notice,
  wallBeforeMonoMs,
}: Viewer): BenchState {
  const { context } = session
  const planned = activeStep({ session, task })
  return {
    revision,
    phase: phaseOf(session),
    worker,
    task: task && {
      id: task.instruction.id,
      title: task.instruction.title,
      picture: mediaRef(task.instruction, task.instruction.picture),
      stepCount: task.plan.steps.length,
    },
    cycle: context.cycle && {
      number: context.cycle.number,
      doneSteps: context.cycle.doneKeys.length,
      finished: context.cyclesDone,
    },
    step: task && planned && context.step ? viewStep(task, planned, context.step, wallBeforeMonoMs) : null,
    contestable: viewContestable(task, contestable(context)?.stepKey),
    carried: planned?.step.kind === 'place' && planned.step.part !== undefined ? { partId: planned.step.part } : null,
    warning,
    feedback: context.feedback && {
      kind: context.feedback.kind,
      target: context.feedback.target ?? targetOfKey(task, context.feedback.stepKey),
      unaided: context.feedback.unaided,
      seq: context.feedback.seq,
    },
    notice,
    layoutId,
    calling: session.matches({ call: 'calling' }),
    sight: context.sight,
    lostDevices: [...context.lostDevices],
  }
}

function phaseOf(session: Session): BenchState['phase'] {
  if (session.matches({ work: 'signedOut' })) return 'signedOut'
  if (session.matches({ work: 'choosing' })) return 'choosing'
  if (session.matches({ work: { working: 'paused' } })) return 'paused'
  if (session.matches({ work: { working: { active: 'betweenCycles' } } })) return 'betweenCycles'
  return 'working'
}

function targetOfKey(task: TaskAtBench | null, stepKey: string | null): string | null {
  const planned = stepKey === null ? undefined : task?.plan.byKey.get(stepKey)
  return (task && planned && targetOf(planned.step, task.binding)?.id) ?? null
}

function viewContestable(task: TaskAtBench | null, key: string | undefined): BenchState['contestable'] {
  const planned = key === undefined ? undefined : task?.plan.byKey.get(key)
  return task && planned ? { text: planned.step.text, picture: mediaRef(task.instruction, planned.step.picture) } : null
}

function viewStep(
  task: TaskAtBench,
  { step, index, repetition, key }: PlanStep,
  active: ActiveStep,
  wallBeforeMonoMs: number,
): StepView {
  const { instruction, binding } = task
  const part = instruction.parts.find(({ id }) => id === step.part)
  return {
    key,
    kind: step.kind,
    number: index + 1,
    text: step.text,
    picture: mediaRef(instruction, step.picture),
    video: step.video === undefined ? null : mediaRef(instruction, step.video),
    part: part
      ? { id: part.id, name: part.name, picture: mediaRef(instruction, part.picture), contour: part.contour }
      : null,
    target: targetOf(step, binding),
    repetition,
    done: step.done,
    level: active.shownLevel,
    decidedLevel: active.level,
    reason: active.reason,
    wrong: active.wrong,
    doubt: active.doubt,
    wait: viewWait(step, active, wallBeforeMonoMs),
  }
}

function viewWait({ done }: PlanStep['step'], active: ActiveStep, wallBeforeMonoMs: number): StepView['wait'] {
  const timed = done.find(({ by }) => by === 'time')
  if (timed?.by !== 'time') return null
  const ofMs = 1000 * timed.seconds
  const endsAt = endsAtMonoMs(active, ofMs)
  return endsAt === null ? null : { endsAtWallMs: Math.round(endsAt + wallBeforeMonoMs), ofMs }
}
