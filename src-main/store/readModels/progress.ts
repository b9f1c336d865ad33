// Practice as rows: who did which step when and how, which cycles were finished, and where the running session began.

import { stepCompletedSchema, stepStartedSchema } from '../../../src-domain/event/event.schema.ts'
import type { LoggedEvent } from '../../../src-domain/event/loggedEvent.ts'
import type { CycleId, PersonId, TaskId } from '../../../src-domain/ids.ts'
import type {
  Contest,
  DecisionMade,
  RecordedAttempt,
  RecordedCycle,
} from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Connection } from '../connection.ts'
import { readStored } from '../stored.ts'
import type { DayOf, ReadModel } from './readModel.ts'

const decisionSchema = stepStartedSchema.pick({ level: true, reason: true, policy: true, numbers: true })

type Cursor = {
  applied_seq: number
  session_from_seq: number | null
  person_id: PersonId | null
  task_id: TaskId | null
  package_sha256: string | null
  cycle_id: CycleId | null
  orderly: number
  decision: string | null
}

export type ProgressReader = {
  /** The last event that the read models have taken in. */
  readonly appliedSeq: () => number
  /** The first event of the session that is still running, or null. */
  readonly sessionFromSeq: () => number | null
  /** The attempts of a worker at all tasks, oldest first. */
  readonly attempts: (personId: PersonId) => readonly RecordedAttempt[]
  /** Whose attempt an event completed; null when it completed none. */
  readonly attemptOwner: (seq: number) => { readonly personId: PersonId; readonly taskId: TaskId } | null
  /** The sealed instruction that a worker practised last at a task; null before the first attempt. */
  readonly lastPackage: (of: { readonly personId: PersonId; readonly taskId: TaskId }) => string | null
  readonly contestsOf: (personId: PersonId) => readonly Contest[]
  /** Everyone who practised. */
  readonly practisers: () => readonly PersonId[]
  readonly cycles: (of: { readonly personId: PersonId; readonly taskId: TaskId }) => readonly RecordedCycle[]
  /** The tasks a worker has practised. */
  readonly tasksOf: (personId: PersonId) => readonly TaskId[]
  readonly lastSeenWallMs: (personId: PersonId) => number | null
}

export function createProgress(connection: Connection, dayOf: DayOf): ReadModel & ProgressReader {
  const readCursor = connection.prepare<[], Cursor>('SELECT * FROM cursor WHERE id = 1')
  const writeCursor = connection.prepare(
    `UPDATE cursor SET applied_seq = @applied_seq, session_from_seq = @session_from_seq, person_id = @person_id,
       task_id = @task_id, package_sha256 = @package_sha256, cycle_id = @cycle_id, orderly = @orderly,
       decision = @decision WHERE id = 1`,
  )
  const insertAttempt = connection.prepare('INSERT INTO attempt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const insertCycle = connection.prepare('INSERT INTO cycle VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const insertContest = connection.prepare('INSERT OR REPLACE INTO contest VALUES (?, ?, ?, ?, ?)')
  const contests = connection.prepare<[PersonId], Contest>(
    'SELECT cycle_id AS cycleId, step_key AS stepKey, because, wall_ms AS wallMs FROM contest WHERE person_id = ?',
  )
  const visit = connection.prepare(
    'INSERT INTO visit VALUES (?, ?) ON CONFLICT (person_id) DO UPDATE SET last_wall_ms = excluded.last_wall_ms',
  )
  const attempts = connection.prepare<
    [PersonId],
    {
      seq: number
      task_id: TaskId
      package_sha256: string
      cycle_id: CycleId
      wall_ms: number
      day: string
      fact: string
      decision: string | null
    }
  >('SELECT * FROM attempt WHERE person_id = ? ORDER BY seq')
  const owner = connection.prepare<[number], { personId: PersonId; taskId: TaskId }>(
    'SELECT person_id AS personId, task_id AS taskId FROM attempt WHERE seq = ?',
  )
  const lastPackage = connection.prepare<[PersonId, TaskId], { package_sha256: string }>(
    'SELECT package_sha256 FROM attempt WHERE person_id = ? AND task_id = ? ORDER BY seq DESC LIMIT 1',
  )
  const practisers = connection.prepare<[], { person_id: PersonId }>(
    'SELECT DISTINCT person_id FROM attempt ORDER BY person_id',
  )
  const cycles = connection.prepare<
    [PersonId, TaskId],
    {
      cycle_id: CycleId
      wall_ms: number
      clean: number
      orderly: number
      duration_ms: number
    }
  >('SELECT * FROM cycle WHERE person_id = ? AND task_id = ? ORDER BY wall_ms, rowid')
  const tasksOf = connection.prepare<[PersonId], { task_id: TaskId }>(
    'SELECT task_id, max(seq) AS latest FROM attempt WHERE person_id = ? GROUP BY task_id ORDER BY latest DESC',
  )
  const lastSeen = connection.prepare<[PersonId], { last_wall_ms: number }>(
    'SELECT last_wall_ms FROM visit WHERE person_id = ?',
  )

  const packageBy = connection.prepare<[TaskId, number], { sha256: string }>(
    'SELECT package_sha256 AS sha256 FROM instruction WHERE task_id = ? AND version = ?',
  )
  /** The package of a run in a log that names it by task and version only; empty when it is no longer known. */
  const packageOf = (taskId: TaskId, version: number): string => packageBy.get(taskId, version)?.sha256 ?? ''

  const change = (cursor: Cursor, { seq, wallMs, fact }: LoggedEvent): Partial<Cursor> => {
    switch (fact.type) {
      case 'workerSignedIn':
        if (fact.personId !== null) visit.run(fact.personId, wallMs)
        return { session_from_seq: seq, person_id: fact.personId, task_id: null, cycle_id: null }
      case 'workerSignedOut':
        if (cursor.person_id !== null) visit.run(cursor.person_id, wallMs)
        return { session_from_seq: null, person_id: null, task_id: null, cycle_id: null }
      case 'taskStarted':
        return {
          task_id: fact.taskId,
          package_sha256: fact.packageSha256 ?? packageOf(fact.taskId, fact.instructionVersion),
          cycle_id: null,
        }
      case 'cycleStarted':
        return { cycle_id: fact.cycleId, orderly: 1 }
      case 'stepStarted': {
        const { level, reason, policy, numbers } = fact
        return { decision: JSON.stringify({ level, reason, policy, numbers } satisfies DecisionMade) }
      }
      case 'stepSkipped':
      case 'stepTakenBack':
        return { orderly: 0 }
      case 'stepCompleted':
        if (cursor.person_id !== null) {
          const { person_id, task_id, package_sha256, cycle_id, decision } = cursor
          insertAttempt.run(
            seq,
            person_id,
            task_id,
            package_sha256,
            cycle_id,
            wallMs,
            dayOf(wallMs),
            JSON.stringify(fact),
            decision,
          )
        }
        return { decision: null }
      case 'detectionContested':
        if (cursor.person_id !== null) {
          insertContest.run(cursor.person_id, fact.cycleId, fact.stepKey, fact.because, wallMs)
        }
        return {}
      case 'cycleCompleted':
        if (cursor.person_id !== null) {
          insertCycle.run(
            fact.cycleId,
            cursor.person_id,
            cursor.task_id,
            dayOf(wallMs),
            wallMs,
            fact.clean ? 1 : 0,
            cursor.orderly,
            fact.durationMs,
          )
        }
        return {}
      default:
        return {}
    }
  }

  return {
    clear: () =>
      connection.exec(
        `DELETE FROM attempt; DELETE FROM cycle; DELETE FROM contest; DELETE FROM visit;
         UPDATE cursor SET applied_seq = 0, session_from_seq = NULL, person_id = NULL, task_id = NULL,
           package_sha256 = NULL, cycle_id = NULL, orderly = 1, decision = NULL WHERE id = 1;`,
      ),
    apply: (event) => {
      const cursor = readCursor.get()
      if (!cursor) throw new Error('The read models have lost their cursor row: rebuild them from the log.')
      writeCursor.run({ ...cursor, ...change(cursor, event), applied_seq: event.seq })
    },
    appliedSeq: () => readCursor.get()?.applied_seq ?? 0,
    sessionFromSeq: () => readCursor.get()?.session_from_seq ?? null,
    attempts: (personId) =>
      attempts.all(personId).map((row) => ({
        seq: row.seq,
        taskId: row.task_id,
        packageSha256: row.package_sha256,
        cycleId: row.cycle_id,
        wallMs: row.wall_ms,
        day: row.day,
        fact: readStored(stepCompletedSchema, row.fact, `attempt ${row.seq}`),
        decision:
          row.decision === null ? null : readStored(decisionSchema, row.decision, `the decision at attempt ${row.seq}`),
      })),
    attemptOwner: (seq) => owner.get(seq) ?? null,
    lastPackage: ({ personId, taskId }) => lastPackage.get(personId, taskId)?.package_sha256 ?? null,
    contestsOf: (personId) => contests.all(personId),
    practisers: () => practisers.all().map((row) => row.person_id),
    cycles: ({ personId, taskId }) =>
      cycles.all(personId, taskId).map((row) => ({
        cycleId: row.cycle_id,
        wallMs: row.wall_ms,
        clean: row.clean === 1,
        orderly: row.orderly === 1,
        durationMs: row.duration_ms,
      })),
    tasksOf: (personId) => tasksOf.all(personId).map((row) => row.task_id),
    lastSeenWallMs: (personId) => lastSeen.get(personId)?.last_wall_ms ?? null,
  }
}
