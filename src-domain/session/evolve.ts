// How each fact changes the session context. Whether a fact is possible at all is decided by the state machine.

import type { SessionFact } from '../event/event.schema.ts'
import type { Level } from '../event/level.schema.ts'
import { type ActiveStep, emptySession, type SessionContext, type SessionEventOf, workedMs } from './sessionContext.ts'

type Evolve<Type extends SessionFact['type']> = (context: SessionContext, event: SessionEventOf<Type>) => SessionContext

const onStep = (context: SessionContext, change: (step: ActiveStep) => Partial<ActiveStep>): SessionContext =>
  context.step ? { ...context, step: { ...context.step, ...change(context.step) } } : context

const highest = (a: Level, b: Level): Level => (a > b ? a : b)

export const signIn: Evolve<'workerSignedIn'> = (context, event) => ({
  ...emptySession,
  sight: context.sight,
  lostDevices: context.lostDevices,
  sessionId: event.sessionId,
  personId: event.personId,
})

export const signOut: Evolve<'workerSignedOut'> = (context) => ({
  ...emptySession,
  sight: context.sight,
  lostDevices: context.lostDevices,
})

export const startTask: Evolve<'taskStarted'> = (context, event) => ({
  ...context,
  run: {
    runId: event.runId,
    taskId: event.taskId,
    packageSha256: event.packageSha256,
    instructionVersion: event.instructionVersion,
    layoutId: event.layoutId,
  },
  cycle: null,
  cyclesDone: 0,
  step: null,
  lastSeen: null,
  feedback: null,
})

export const endTask: Evolve<'taskEnded'> = (context) => ({
  ...context,
  run: null,
  cycle: null,
  cyclesDone: 0,
  cycleDoneAtMs: null,
  step: null,
  lastSeen: null,
  feedback: null,
})

export const startCycle: Evolve<'cycleStarted'> = (context, { cycleId, number }) => ({
  ...context,
  cycle: { cycleId, number, doneKeys: [], clean: true, elapsedMs: 0 },
  cycleDoneAtMs: null,
  step: null,
})

export const completeCycle: Evolve<'cycleCompleted'> = (context, event) => ({
  ...context,
  cyclesDone: context.cyclesDone + 1,
  cycleDoneAtMs: event.monoMs,
  step: null,
  feedback: { kind: 'cycleDone', stepKey: null, target: null, unaided: event.clean, seq: event.seq },
})

export const startStep: Evolve<'stepStarted'> = (context, event) => {
  const shownLevel: Level = event.level >= 2 ? event.level : 0
  // A step done instead of another began when that one did: the hand was on its way to it all along.
  const replaced = event.insteadOf === undefined ? null : context.step
  return {
    ...context,
    step: {
      key: event.stepKey,
      stepId: event.stepId,
      level: event.level,
      shownLevel,
      highestLevel: shownLevel,
      faultLevel: null,
      reason: event.reason,
      policy: event.policy,
      hintDelayMs: event.hintDelayMs,
      errors: 0,
      helpAsked: false,
      lessAsked: false,
      interrupted: replaced?.interrupted ?? false,
      contested: false,
      elapsedMs: replaced?.elapsedMs ?? 0,
      runningSinceMs: replaced?.runningSinceMs ?? event.monoMs,
      wrong: null,
      doubt: null,
    },
  }
}

export const completeStep: Evolve<'stepCompleted'> = (context, event) => ({
  ...context,
  step: null,
  lastSeen:
    context.step?.contested || !context.cycle
      ? null
      : { cycleId: context.cycle.cycleId, stepKey: event.stepKey, stepId: event.stepId },
  cycle: context.cycle && {
    ...context.cycle,
    doneKeys: [...context.cycle.doneKeys, event.stepKey],
    clean: context.cycle.clean && event.errors === 0 && !event.helpAsked,
    elapsedMs: context.cycle.elapsedMs + event.durationMs,
  },
  feedback: {
    kind: 'right',
    stepKey: event.stepKey,
    target: null,
    unaided: event.highestLevel === 0 && event.errors === 0 && !event.helpAsked,
    seq: event.seq,
  },
})

export const skipStep: Evolve<'stepSkipped'> = (context, event) => ({
  ...context,
  step: null,
  cycle: context.cycle && { ...context.cycle, doneKeys: [...context.cycle.doneKeys, event.stepKey], clean: false },
})

export const takeBackStep: Evolve<'stepTakenBack'> = (context, event) => ({
  ...context,
  step: null,
  lastSeen: context.lastSeen?.stepKey === event.stepKey ? null : context.lastSeen,
  cycle: context.cycle && {
    ...context.cycle,
    doneKeys: context.cycle.doneKeys.filter((key) => key !== event.stepKey),
    clean: false,
  },
  feedback: { kind: 'takenBack', stepKey: event.stepKey, target: null, unaided: false, seq: event.seq },
})

/** A contested mistake is no longer shown; a contested step stays done. */
export const contest: Evolve<'detectionContested'> = (context, { stepKey }) =>
  context.step?.key === stepKey
    ? onStep(context, () => ({ contested: true, wrong: null }))
    : { ...context, lastSeen: null }

export const countError: Evolve<'errorMade'> = (context, event) =>
  onStep(
    {
      ...context,
      feedback: { kind: 'wrong', stepKey: event.stepKey, target: event.target, unaided: false, seq: event.seq },
    },
    (step) => ({
      errors: step.errors + 1,
      faultLevel: step.faultLevel ?? step.highestLevel,
      wrong: { target: event.target, error: event.error },
      doubt: null,
    }),
  )

export const doubt: Evolve<'interactionDoubted'> = (context, event) =>
  onStep(
    {
      ...context,
      feedback: { kind: 'doubt', stepKey: event.stepKey, target: event.target, unaided: false, seq: event.seq },
    },
    () => ({
      doubt: { kind: event.kind, target: event.target },
    }),
  )

export const showHelp: Evolve<'helpShown'> = (context, event) =>
  onStep(context, (step) => ({
    shownLevel: event.level,
    highestLevel: highest(step.highestLevel, event.level),
    helpAsked: step.helpAsked || event.because === 'asked',
    faultLevel: step.faultLevel ?? (event.because === 'asked' ? step.highestLevel : null),
  }))

export const lessenHelp: Evolve<'helpLessened'> = (context, event) =>
  onStep(context, () => ({ shownLevel: event.level, lessAsked: true }))

/** Stops the step's clock. */
export const pause: Evolve<'paused'> = (context, event) =>
  onStep(context, (step) => ({ elapsedMs: workedMs(step, event.monoMs), runningSinceMs: null, interrupted: true }))

/** Starts the step's clock again. */
export const resume: Evolve<'resumed'> = (context, event) => onStep(context, () => ({ runningSinceMs: event.monoMs }))

/** After a restart the monotonic clock begins anew: what was measured stays, the gap does not count. */
export const restart: Evolve<'serviceRestarted'> = (context, event) => ({
  ...onStep(context, (step) => ({
    interrupted: true,
    runningSinceMs: step.runningSinceMs === null ? null : event.monoMs,
  })),
  cycleDoneAtMs: context.cycleDoneAtMs === null ? null : event.monoMs,
  sight: 'starting',
})

export const loseSight: Evolve<'sightLost'> = (context, event) => ({ ...context, sight: event.state })
export const regainSight: Evolve<'sightReturned'> = (context) => ({ ...context, sight: 'seeing' })

export const loseDevice: Evolve<'deviceLost'> = (context, { device }) => ({
  ...context,
  lostDevices: [...context.lostDevices.filter((other) => other !== device), device],
})
export const regainDevice: Evolve<'deviceReturned'> = (context, { device }) => ({
  ...context,
  lostDevices: context.lostDevices.filter((other) => other !== device),
})
