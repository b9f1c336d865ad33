// The session at one bench as a state machine over facts: it says which facts are possible now, and what they make true.
// Commands are turned into facts by decide*.ts; the service appends the facts and only then lets them into the machine.
import { assign, initialTransition, type SnapshotFrom, setup, transition } from 'xstate'
import type { SessionFact } from '../event/event.schema.ts'
import * as evolve from './evolve.ts'
import { callRegion, deviceRegion, sightRegion } from './sensing.regions.ts'
import { emptySession, type SessionContext, type SessionEvent, type SessionEventOf } from './sessionContext.ts'
import { workGuards, workRegion } from './work.region.ts'

type Evolvers = {
  [Type in SessionFact['type']]?: (context: SessionContext, event: SessionEventOf<Type>) => SessionContext
}

const evolvers: Evolvers = {
  workerSignedIn: evolve.signIn,
  workerSignedOut: evolve.signOut,
  taskStarted: evolve.startTask,
  taskEnded: evolve.endTask,
  cycleStarted: evolve.startCycle,
  cycleCompleted: evolve.completeCycle,
  stepStarted: evolve.startStep,
  stepCompleted: evolve.completeStep,
  stepSkipped: evolve.skipStep,
  stepTakenBack: evolve.takeBackStep,
  detectionContested: evolve.contest,
  errorMade: evolve.countError,
  interactionDoubted: evolve.doubt,
  helpShown: evolve.showHelp,
  helpLessened: evolve.lessenHelp,
  paused: evolve.pause,
  resumed: evolve.resume,
  sightLost: evolve.loseSight,
  sightReturned: evolve.regainSight,
  deviceLost: evolve.loseDevice,
  deviceReturned: evolve.regainDevice,
  serviceRestarted: evolve.restart,
}

export const sessionMachine = setup({
  types: {
    context: {} as SessionContext,
    events: {} as SessionEvent,
  },
  guards: workGuards,
  actions: {
    evolve: assign(({ context, event }) => {
      const change = evolvers[event.type] as
        | ((context: SessionContext, event: SessionEvent) => SessionContext)
        | undefined
      return change ? change(context, event) : context
    }),
  },
}).createMachine({
  id: 'session',
  type: 'parallel',
  context: emptySession,
  states: { work: workRegion, sight: sightRegion, call: callRegion, devices: deviceRegion },
})

export type Session = SnapshotFrom<typeof sessionMachine>

/** A bench that nobody is signed in at. */
export function newSession(): Session {
  return initialTransition(sessionMachine)[0]
}

/** True when the fact may happen in this session; the service refuses every other. */
export const mayHappen = (session: Session, event: SessionEvent): boolean => session.can(event)

/**
 * The session after a fact.
 * @throws when the fact cannot happen in this state: such a log was not written by this product.
 */
export function advance(session: Session, event: SessionEvent): Session {
  if (!mayHappen(session, event)) {
    throw new Error(`"${event.type}" cannot happen while the session is ${JSON.stringify(session.value)}.`)
  }
  return transition(sessionMachine, session, event)[0]
}

/** The session that a run of logged facts leads to. */
export const replay = (events: Iterable<SessionEvent>, start: Session = newSession()): Session => {
  let session = start
  for (const event of events) session = advance(session, event)
  return session
}
