// The running session of a bench: turns commands into facts, stores them durably, applies them to the state machine and informs
// the windows.

import { type FactOf, type SessionFact, sessionFactSchema } from '../../../src-domain/event/event.schema.ts'
import type { LoggedEvent } from '../../../src-domain/event/loggedEvent.ts'
import { type NewId, type PersonId, type StepId, sessionIdSchema } from '../../../src-domain/ids.ts'
import { type Attempt, attemptOf } from '../../../src-domain/learning/attempt.ts'
import { guestRule } from '../../../src-domain/learning/shippedRule.ts'
import { createTaskFold, withDraft } from '../../../src-domain/learning/taskHistory.ts'
import type { BenchState, WorkerAtBench } from '../../../src-domain/session/benchState.schema.ts'
import { deadlines } from '../../../src-domain/session/deadlines.ts'
import { type Decision, refuse, type Situation, type TaskAtBench } from '../../../src-domain/session/deciding.ts'
import { advance, mayHappen, newSession, type Session } from '../../../src-domain/session/session.machine.ts'
import type { Run } from '../../../src-domain/session/sessionContext.ts'
import { viewBench } from '../../../src-domain/session/viewBench.ts'
import type { Store } from '../../store/store.ts'
import type { Clock } from '../clock.ts'
import type { TaskLibrary } from '../instruction/taskLibrary.ts'
import type { GuidanceService } from '../learning/guidanceService.ts'
import type { Practices } from '../learning/practices.ts'
import { proposeMastery } from '../learning/proposeMastery.ts'
import { createLiveValue } from './liveValue.ts'

export type BenchSession = ReturnType<typeof createBenchSession>

type Ports = {
  readonly store: Store
  readonly clock: Clock
  readonly bootId: string
  readonly newId: NewId
  readonly tasks: TaskLibrary
  readonly guidance: GuidanceService
  readonly practices: Practices
  readonly dayOf: (wallMs: number) => string
  /** Who a worker is and how they want to be spoken to; for guests too. */
  readonly workerOf: (personId: PersonId | null) => WorkerAtBench
  /** Told when a timer's work could not be stored: nothing happened, and the windows must know. */
  readonly onFailure: (error: unknown) => void
}

/** How long a hand closing in the wrong bin is answered by light, in ms. */
const warningMs = 1500

const sessionFactTypes = new Set<string>(sessionFactSchema.options.map((option) => option.shape.type.value))
const isSessionFact = (fact: { readonly type: string }): fact is SessionFact => sessionFactTypes.has(fact.type)

export function createBenchSession(ports: Ports) {
  const { store, clock, bootId, tasks } = ports
  let session: Session = newSession()
  let task: TaskAtBench | null = null
  const wallBeforeMonoMs = clock.wallMs() - clock.monoMs()
  /** What a guest does while they are here, at all tasks. */
  let guest = createTaskFold()
  let warning: { target: string } | null = null
  let revision = 0
  let isRestored = false
  let isClosed = false
  /** Whether the session that was running could not be continued. Until the next sign-in. */
  let isSessionLost = false
  let cancelTimer = () => {}
  let cancelWarning = () => {}

  const situation = (): Situation => ({ session, task, monoMs: clock.monoMs(), guide, newId: ports.newId })

  function guide(stepId: StepId, draft: readonly SessionFact[]) {
    const { personId } = session.context
    const starting = draft.find((fact) => fact.type === 'taskStarted')
    const here = starting ? taskOf(starting) : task
    const drafted = draft
      .filter((fact) => fact.type === 'stepCompleted')
      .flatMap((fact) => attemptAt({ wallMs: clock.wallMs() }, fact) ?? [])
    if (personId === null || !here) {
      const decision = guestRule.decide(stepId, drafted.reduce(withDraft, guest.history))
      return { ...decision, policy: guestRule.name }
    }
    const policy = ports.guidance.policyFor({ personId, instruction: here.instruction, wallMs: clock.wallMs() })
    return { ...policy.decide(stepId, ports.practices.of(personId).ahead(drafted)), policy: policy.name }
  }

  const taskOf = (run: Omit<Run, 'runId'>) => tasks.running(run)

  /** @param at when; with the event where it is in the log. */
  function attemptAt(at: Pick<Attempt, 'wallMs' | 'seq'>, fact: FactOf<'stepCompleted'>): Attempt | null {
    const step = task?.plan.byKey.get(fact.stepKey)?.step
    const { run, cycle } = session.context
    if (!step || !run || !cycle) return null
    const { taskId } = run
    return attemptOf(fact, { taskId, cycleId: cycle.cycleId, ...at, day: ports.dayOf(at.wallMs) }, step)
  }

  /** Lets a fact that is on the disk into memory. */
  function enter(fact: SessionFact, { seq, monoMs, wallMs }: LoggedEvent): void {
    const before = session.context
    const attempt = fact.type === 'stepCompleted' && before.personId === null ? attemptAt({ wallMs, seq }, fact) : null
    if (attempt) guest.observe(attempt)
    session = advance(session, { ...fact, seq, monoMs })
    if (session.context.sessionId !== before.sessionId) {
      isSessionLost = false
      changeWorker(before.personId)
    }
    if (session.context.run?.runId !== before.run?.runId) loadRun()
  }

  function loadRun(): void {
    const { run } = session.context
    task = run && taskOf(run)
  }

  /** Keeps what the one who leaves has practised, and reads that of the one who comes before it is needed. */
  function changeWorker(leaving: PersonId | null): void {
    guest = createTaskFold()
    if (!store.views.isUsable()) return
    const { personId } = session.context
    try {
      if (leaving !== null) ports.practices.keep(leaving)
      if (personId !== null) ports.practices.of(personId)
    } catch (error) {
      ports.onFailure(error)
    }
  }

  function commit(facts: readonly SessionFact[]): void {
    if (facts.length === 0) return
    const timestamp = { wallMs: clock.wallMs(), monoMs: clock.monoMs(), bootId }
    const appended = store.inTransaction(() => {
      const events = store.append(facts, timestamp)
      const closed = facts.some((fact) => fact.type === 'cycleCompleted' && fact.clean)
      const { personId, run } = session.context
      if (closed && personId !== null && run) {
        const question = { personId, taskId: run.taskId, packageSha256: run.packageSha256, wallMs: timestamp.wallMs }
        store.append(proposeMastery(ports, question), timestamp)
      }
      return events
    })
    for (const event of appended) if (isSessionFact(event.fact)) enter(event.fact, event)
    setWarning(null)
    publish()
    armTimer()
  }

  /** While practice cannot be read, or only half of it, nothing is decided: help and proposals rest on all of it. */
  const mayDecide = () => isRestored && store.views.isUsable()

  /** Runs something once practice can be read: at once where it can. */
  function whenReadable(run: () => void): void {
    if (store.views.isUsable()) return run()
    const later = async () => {
      await store.views.usable()
      if (!isClosed) run()
    }
    later().catch(ports.onFailure)
  }

  function armTimer(): void {
    cancelTimer()
    const [next] = deadlines(situation())
    if (!next) return
    cancelTimer = clock.at(next.atMonoMs, () => {
      if (!mayDecide()) return whenReadable(armTimer)
      try {
        const [due] = deadlines(situation())
        if (due && due.atMonoMs <= clock.monoMs()) perform(due.decide)
        else armTimer()
      } catch (error) {
        ports.onFailure(error)
        cancelTimer = clock.at(clock.monoMs() + 1000, armTimer)
      }
    })
  }

  function setWarning(target: string | null): void {
    cancelWarning()
    warning = target === null ? null : { target }
    if (warning) {
      cancelWarning = clock.at(clock.monoMs() + warningMs, () => {
        warning = null
        publish()
      })
    }
  }

  function view(): BenchState {
    const worker = session.context.sessionId === null ? null : ports.workerOf(session.context.personId)
    const layoutId = (task?.layout ?? tasks.currentLayout()).id
    const notice = mayDecide() ? (isSessionLost ? 'sessionLost' : null) : 'starting'
    return viewBench({ revision, session, task, worker, layoutId, warning, notice, wallBeforeMonoMs })
  }

  function publish(): void {
    revision += 1
    live.set(view())
  }

  /**
   * Decides and, when there are facts, makes them durable before anything shows them.
   * @throws StoreFailure when the disk does not take them; then nothing has happened.
   */
  function perform(decide: (situation: Situation) => Decision): Decision {
    if (!mayDecide()) return refuse('notNow')
    const decision = decide(situation())
    if ('facts' in decision) commit(decision.facts)
    return decision
  }

  /** Stands signed out, and ends in the log too what was running. */
  function loseSession(): void {
    const { sessionId } = session.context
    session = newSession()
    isSessionLost = true
    guest = createTaskFold()
    loadRun()
    const ended = { type: 'workerSignedOut', sessionId: sessionId ?? ports.newId(sessionIdSchema) } as const
    store.append([ended], { wallMs: clock.wallMs(), monoMs: clock.monoMs(), bootId })
  }

  /** Stands where the log says the bench stood when the service ended. */
  function restore(): void {
    const fromSeq = store.events.sessionFromSeq()
    if (fromSeq === null) return
    try {
      for (const { fact, seq, monoMs } of store.events.read(fromSeq)) {
        if (isSessionFact(fact)) session = advance(session, { ...fact, seq, monoMs })
      }
      const { personId } = session.context
      if (personId !== null) ports.practices.of(personId)
      loadRun()
    } catch (error) {
      // What one version wrote, another may refuse; a bench that does not start helps nobody.
      ports.onFailure(error)
      loseSession()
      return
    }
    const restarted = { type: 'serviceRestarted' } as const
    if (mayHappen(session, { ...restarted, seq: 0, monoMs: clock.monoMs() })) commit([restarted])
  }

  const live = createLiveValue<BenchState>(view())
  // Until then the bench stands signed out.
  whenReadable(() => {
    isRestored = true
    restore()
    publish()
  })

  return {
    perform,
    situation,
    state: live.get,
    watch: live.watch,
    watchers: live.watchers,
    /** Says at once, by light only, that a hand is closing where nothing is to be taken. */
    warn: (target: string) => {
      setWarning(target)
      publish()
    },
    /** Shows what changed outside the session: a name, a preference, a layout. */
    refresh: publish,
    close: () => {
      isClosed = true
      cancelTimer()
      cancelWarning()
    },
  }
}
