// The work region: from an empty bench over sign-in and task to steps and back. Every working state answers pause and abort.
import { contestable, type SessionContext, type SessionEvent } from './sessionContext.ts'

type Guarded = { context: SessionContext; event: SessionEvent }

const stepKeyOf = (event: SessionEvent): string | undefined => ('stepKey' in event ? event.stepKey : undefined)

/** What must hold for a fact to be possible in the state it arrives in. */
export const workGuards = {
  isActiveStep: ({ context, event }: Guarded) => context.step !== null && stepKeyOf(event) === context.step.key,
  isNewStep: ({ context, event }: Guarded) => {
    const key = stepKeyOf(event)
    return key !== undefined && context.cycle !== null && !context.cycle.doneKeys.includes(key)
  },
  replacesActiveStep: ({ context, event }: Guarded) => {
    const key = stepKeyOf(event)
    if (event.type !== 'stepStarted' || key === undefined || context.step === null || context.cycle === null)
      return false
    return event.insteadOf === context.step.key && key !== context.step.key && !context.cycle.doneKeys.includes(key)
  },
  isDoneStep: ({ context, event }: Guarded) => context.cycle?.doneKeys.includes(stepKeyOf(event) ?? '') ?? false,
  isContestable: ({ context, event }: Guarded) => {
    const attempt = contestable(context)
    return (
      event.type === 'detectionContested' && attempt?.cycleId === event.cycleId && attempt.stepKey === event.stepKey
    )
  },
  isNextCycle: ({ context, event }: Guarded) =>
    event.type === 'cycleStarted' && event.number === context.cyclesDone + 1,
  isActiveCycle: ({ context, event }: Guarded) =>
    event.type === 'cycleCompleted' && event.cycleId === context.cycle?.cycleId,
}

const contesting = { detectionContested: { guard: 'isContestable', actions: 'evolve' } } as const

const leaving = {
  paused: { target: '#session.work.working.paused', actions: 'evolve' },
  taskEnded: { target: '#session.work.choosing', actions: 'evolve' },
  serviceRestarted: { actions: 'evolve' },
} as const

export const workRegion = {
  initial: 'signedOut',
  states: {
    signedOut: {
      on: { workerSignedIn: { target: 'choosing', actions: 'evolve' } },
    },
    choosing: {
      on: {
        taskStarted: { target: 'working', actions: 'evolve' },
        workerSignedOut: { target: 'signedOut', actions: 'evolve' },
        serviceRestarted: { actions: 'evolve' },
      },
    },
    working: {
      initial: 'active',
      states: {
        active: {
          initial: 'betweenCycles',
          states: {
            betweenCycles: {
              on: {
                cycleStarted: { guard: 'isNextCycle', target: 'betweenSteps', actions: 'evolve' },
                ...contesting,
                ...leaving,
              },
            },
            betweenSteps: {
              on: {
                stepStarted: { guard: 'isNewStep', target: 'stepping', actions: 'evolve' },
                cycleCompleted: { guard: 'isActiveCycle', target: 'betweenCycles', actions: 'evolve' },
                ...leaving,
              },
            },
            stepping: {
              on: {
                errorMade: { guard: 'isActiveStep', actions: 'evolve' },
                interactionDoubted: { guard: 'isActiveStep', actions: 'evolve' },
                helpShown: { guard: 'isActiveStep', actions: 'evolve' },
                helpLessened: { guard: 'isActiveStep', actions: 'evolve' },
                stepStarted: { guard: 'replacesActiveStep', actions: 'evolve' },
                stepCompleted: { guard: 'isActiveStep', target: 'betweenSteps', actions: 'evolve' },
                stepSkipped: { guard: 'isActiveStep', target: 'betweenSteps', actions: 'evolve' },
                stepTakenBack: { guard: 'isDoneStep', target: 'betweenSteps', actions: 'evolve' },
                ...contesting,
                ...leaving,
              },
            },
            wherePaused: { type: 'history', history: 'deep' },
          },
        },
        paused: {
          on: {
            resumed: { target: 'active.wherePaused', actions: 'evolve' },
            taskEnded: { target: '#session.work.choosing', actions: 'evolve' },
            serviceRestarted: { actions: 'evolve' },
          },
        },
      },
    },
  },
} as const
