// What a person asks for at the bench, turned into facts or refused with a reason.

import type { ContestReason } from '../event/correction.schema.ts'
import type { FactOf } from '../event/event.schema.ts'
import type { Level } from '../event/level.schema.ts'
import { runIdSchema, sessionIdSchema } from '../ids.ts'
import { activeStep, type Decision, Draft, nothing, refuse, type Situation, type TaskAtBench } from './deciding.ts'
import { complete, goOn, startCycle } from './flow.ts'
import { contestable } from './sessionContext.ts'

type SignedIn = FactOf<'workerSignedIn'>

/** Signs a worker in; another worker must have left first. */
export function signIn(situation: Situation, who: Pick<SignedIn, 'personId' | 'by'>): Decision {
  if (situation.session.context.sessionId !== null) return refuse('someoneSignedIn')
  return new Draft(situation).add({ type: 'workerSignedIn', sessionId: situation.newId(sessionIdSchema), ...who })
    .decision
}

/** Ends what runs and signs the worker out. Possible in every state. */
export function signOut(situation: Situation): Decision {
  const { sessionId, run } = situation.session.context
  if (sessionId === null) return refuse('nobodySignedIn')
  const draft = new Draft(situation)
  if (run) draft.add({ type: 'taskEnded', runId: run.runId, reason: 'signedOut' })
  return draft.add({ type: 'workerSignedOut', sessionId }).decision
}

/** Starts a task with its first cycle. */
export function startTask(situation: Situation, task: TaskAtBench): Decision {
  const { sessionId, run } = situation.session.context
  if (sessionId === null) return refuse('nobodySignedIn')
  if (run) return refuse('notNow')
  const { instruction, packageSha256, layout } = task
  const draft = new Draft(situation).add({
    type: 'taskStarted',
    runId: situation.newId(runIdSchema),
    taskId: instruction.id,
    packageSha256,
    instructionVersion: instruction.version,
    layoutId: layout.id,
  })
  return startCycle(draft, task).decision
}

/** Ends the task: finished between cycles, aborted within one. */
export function endTask(situation: Situation): Decision {
  const { run, cycleDoneAtMs } = situation.session.context
  if (!run) return refuse('noTask')
  const reason = cycleDoneAtMs === null ? 'aborted' : 'finished'
  return new Draft(situation).add({ type: 'taskEnded', runId: run.runId, reason }).decision
}

export function pause(situation: Situation): Decision {
  const draft = new Draft(situation)
  return draft.may({ type: 'paused' }) ? draft.add({ type: 'paused' }).decision : refuse('notNow')
}

export function resume(situation: Situation): Decision {
  const draft = new Draft(situation)
  return draft.may({ type: 'resumed' }) ? draft.add({ type: 'resumed' }).decision : refuse('notNow')
}

export const pauseOrResume = (situation: Situation): Decision =>
  situation.session.matches({ work: { working: 'paused' } }) ? resume(situation) : pause(situation)

/**
 * A person says that the step is done, or that the next cycle may begin. Steps that only a scanner, scale or tool can
 * judge are not done by saying so, unless the author allows it.
 */
export function confirm(situation: Situation, by: 'button' | 'key' | 'pedal'): Decision {
  const { task, session } = situation
  if (task && session.matches({ work: { working: { active: 'betweenCycles' } } })) {
    return startCycle(new Draft(situation), task).decision
  }
  const active = activeStep(situation)
  if (!task || !active) return refuse('noStep')
  if (session.matches({ work: { working: 'paused' } })) return refuse('notNow')
  const allowed = active.step.done.some(({ by }) => by === 'confirm' || by === 'hand')
  if (!allowed) return refuse('needsItsOwnWay')
  return complete(new Draft(situation), task, { by, confidence: 1, sources: ['button'] }).decision
}

/** One level more help at once. */
export function askForHelp(situation: Situation): Decision {
  const { step } = situation.session.context
  if (!step) return refuse('noStep')
  if (step.shownLevel === 3) return refuse('mostHelpAlready')
  const level = (step.shownLevel + 1) as Level
  return whileStepping(situation, (draft) =>
    draft.add({ type: 'helpShown', stepKey: step.key, level, because: 'asked' }),
  )
}

/** One level less help at once, and for the next time. */
export function askForLess(situation: Situation): Decision {
  const { step } = situation.session.context
  if (!step) return refuse('noStep')
  if (step.shownLevel === 0) return refuse('leastHelpAlready')
  const level = (step.shownLevel - 1) as Level
  return whileStepping(situation, (draft) => draft.add({ type: 'helpLessened', stepKey: step.key, level }))
}

/** Leaves the active step undone; the cycle no longer counts as clean. */
export function skip(situation: Situation): Decision {
  const { task } = situation
  const active = activeStep(situation)
  if (!task || !active) return refuse('noStep')
  return whileStepping(situation, (draft) =>
    goOn(draft.add({ type: 'stepSkipped', stepKey: active.key, stepId: active.step.id }), task),
  )
}

/** Opens the step that was done last once more. */
export function takeBack(situation: Situation): Decision {
  const { task, session } = situation
  const key = session.context.cycle?.doneKeys.at(-1)
  const last = key === undefined ? undefined : task?.plan.byKey.get(key)
  if (!task || !last) return refuse('nothingToTakeBack')
  return whileStepping(situation, (draft) =>
    goOn(draft.add({ type: 'stepTakenBack', stepKey: last.key, stepId: last.step.id, because: 'asked' }), task),
  )
}

/** The worker says that what was seen last was not so. A coach looks at it. */
export function contest(situation: Situation, because: ContestReason): Decision {
  const attempt = contestable(situation.session.context)
  if (!attempt) return refuse('notNow')
  const draft = new Draft(situation)
  const fact = { type: 'detectionContested', ...attempt, because } as const
  return draft.may(fact) ? draft.add(fact).decision : refuse('notNow')
}

export function callSomeone(situation: Situation): Decision {
  return situation.session.matches({ call: 'calling' })
    ? nothing
    : new Draft(situation).add({ type: 'someoneCalled' }).decision
}

export function answerCall(situation: Situation): Decision {
  return situation.session.matches({ call: 'quiet' })
    ? nothing
    : new Draft(situation).add({ type: 'callAnswered' }).decision
}

/** A device says that the active step is done: a scan, a weight, a tool's OK. */
export function decideSignal(
  situation: Situation,
  signal: { by: 'scan'; code: string } | { by: 'scale'; grams: number } | { by: 'tool'; program: string; ok: boolean },
): Decision {
  const { task } = situation
  const active = activeStep(situation)
  if (!task || !active) return nothing
  const fits = active.step.done.some((way) => {
    if (way.by === 'scan') return signal.by === 'scan' && signal.code === way.code
    if (way.by === 'weigh') return signal.by === 'scale' && Math.abs(signal.grams - way.grams) <= way.toleranceGrams
    if (way.by === 'tool') return signal.by === 'tool' && signal.ok && signal.program === way.program
    return false
  })
  if (!fits) return nothing
  const sources = [({ scan: 'scan', scale: 'scale', tool: 'torque' } as const)[signal.by]]
  return whileStepping(situation, (draft) => complete(draft, task, { by: signal.by, confidence: 1, sources }))
}

function whileStepping(situation: Situation, act: (draft: Draft) => Draft): Decision {
  const stepping = situation.session.matches({ work: { working: { active: 'stepping' } } })
  return stepping ? act(new Draft(situation)).decision : refuse('notNow')
}
