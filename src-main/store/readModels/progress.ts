// Practice as rows: who did which step when and how, which cycles were finished, and when each worker was last here.

import { stepCompletedSchema, stepStartedSchema } from '../../../src-domain/event/event.schema.ts'
import type { CycleId, PersonId, TaskId } from '../../../src-domain/ids.ts'
import type {
  Contest,
  DecisionMade,
  RecordedAttempt,
  RecordedCycle,
} from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Connection } from '../connection.ts'
import { readStored } from '../stored.ts'
import { StoreFailure } from '../storeFailure.ts'
import type { AppliedEvent, DayOf, ModelTables, ReadModel } from './readModel.ts'

/** Each attempt with its decision, finished cycles, contests, when each worker was last here, and where the session stands. */
export const progressTables: ModelTables = {
  name: 'progress',
  version: 1,
  sql: `
    CREATE TABLE practising (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      person_id TEXT,
      task_id TEXT,
      package_sha256 TEXT,
      instruction_version INTEGER,
      cycle_id TEXT,
      orderly INTEGER NOT NULL,
      decision TEXT
    ) STRICT;
    INSERT INTO practising (id, orderly) VALUES (1, 1);
    CREATE TABLE attempt (
      seq INTEGER PRIMARY KEY,
      person_id TEXT NOT NULL,
      task_id TEXT NOT NULL,
      package_sha256 TEXT,
      instruction_version INTEGER NOT NULL,
      cycle_id TEXT NOT NULL,
      wall_ms INTEGER NOT NULL,
      day TEXT NOT NULL,
      fact TEXT NOT NULL,
      decision TEXT
    ) STRICT;
    CREATE INDEX attempt_by_person ON attempt (person_id, seq);
    CREATE TABLE cycle (
      seq INTEGER PRIMARY KEY,
      cycle_id TEXT NOT NULL,
      person_id TEXT NOT NULL,
      task_id TEXT NOT NULL,
      day TEXT NOT NULL,
      wall_ms INTEGER NOT NULL,
      clean INTEGER NOT NULL,
      orderly INTEGER NOT NULL,
      duration_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX cycle_by_person ON cycle (person_id, task_id, seq);
    CREATE TABLE contest (
      person_id TEXT NOT NULL,
      cycle_id TEXT NOT NULL,
      step_key TEXT NOT NULL,
      because TEXT NOT NULL,
      wall_ms INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (person_id, cycle_id, step_key)
    ) STRICT;
    CREATE INDEX contest_by_seq ON contest (seq);
    CREATE TABLE visit (person_id TEXT PRIMARY KEY, last_wall_ms INTEGER NOT NULL) STRICT;
  `,
  tables: { practising: 'site', attempt: 'cycle', cycle: 'cycle', contest: 'cycle', visit: 'person' },
}

const decisionSchema = stepStartedSchema.pick({ level: true, reason: true, policy: true, numbers: true })

/** What the next event is read against: who works at what. Begins anew with each sign-in, task and cycle. */
type Practising = {
  person_id: PersonId | null
  task_id: TaskId | null
  package_sha256: string | null
  instruction_version: number | null
  cycle_id: CycleId | null
  orderly: number
  decision: string | null
}

const nothingInHand = { cycle_id: null, orderly: 1, decision: null } as const

export type ProgressReader = {
  /** The attempts of a worker at all tasks, oldest first. */
  readonly attempts: (personId: PersonId) => readonly RecordedAttempt[]
  /** Whose attempt an event completed; null when it completed none. */
  readonly attemptOwner: (seq: number) => { readonly personId: PersonId; readonly taskId: TaskId } | null
  /** The sealed instruction that a worker practised last at a task; null before the first attempt, or where the log does not say. */
  readonly lastPackage: (of: { readonly personId: PersonId; readonly taskId: TaskId }) => string | null
  readonly contestsOf: (personId: PersonId) => readonly Contest[]
  /** Everyone who practised. */
  readonly practisers: () => readonly PersonId[]
  /** The finished cycles of a worker at a task, oldest first. */
  readonly cycles: (of: { readonly personId: PersonId; readonly taskId: TaskId }) => readonly RecordedCycle[]
  /** The tasks a worker has practised. */
  readonly tasksOf: (personId: PersonId) => readonly TaskId[]
  readonly lastSeenWallMs: (personId: PersonId) => number | null
}

export function createProgress(connection: Connection, dayOf: DayOf): ReadModel & ProgressReader {
  const readPractising = connection.prepare<[], Practising>(
    'SELECT person_id, task_id, package_sha256, instruction_version, cycle_id, orderly, decision FROM practising WHERE id = 1',
  )
  const writePractising = connection.prepare(
    `UPDATE practising SET person_id = @person_id, task_id = @task_id, package_sha256 = @package_sha256,
       instruction_version = @instruction_version,
       cycle_id = @cycle_id, orderly = @orderly, decision = @decision WHERE id = 1`,
  )
  const insertAttempt = connection.prepare('INSERT INTO attempt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const insertCycle = connection.prepare('INSERT INTO cycle VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const insertContest = connection.prepare('INSERT OR REPLACE INTO contest VALUES (?, ?, ?, ?, ?, ?)')
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
      package_sha256: string | null
      instruction_version: number
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
  const lastPackage = connection.prepare<[PersonId, TaskId], { package_sha256: string | null }>(
    'SELECT package_sha256 FROM attempt WHERE person_id = ? AND task_id = ? ORDER BY seq DESC LIMIT 1',
  )
  const practisers = connection.prepare<[], { person_id: PersonId }>(
    'SELECT DISTINCT person_id FROM attempt ORDER BY person_id',
  )
  const cycles = connection.prepare<
    [PersonId, TaskId],
    {
      seq: number
      cycle_id: CycleId
      wall_ms: number
      clean: number
      orderly: number
      duration_ms: number
    }
  >('SELECT * FROM cycle WHERE person_id = ? AND task_id = ? ORDER BY seq')
  const tasksOf = connection.prepare<[PersonId], { task_id: TaskId }>(
    'SELECT task_id, max(seq) AS latest FROM attempt WHERE person_id = ? GROUP BY task_id ORDER BY latest DESC',
  )
  const lastSeen = connection.prepare<[PersonId], { last_wall_ms: number }>(
    'SELECT last_wall_ms FROM visit WHERE person_id = ?',
  )

  /** Writes the rows that an event makes; returns what changes in what the next one is read against. */
  const change = (at: Practising, { seq, wallMs, fact }: AppliedEvent): Partial<Practising> | null => {
    switch (fact.type) {
      case 'workerSignedIn':
        if (fact.personId !== null) visit.run(fact.personId, wallMs)
        return {
          person_id: fact.personId,
          task_id: null,
          package_sha256: null,
          instruction_version: null,
          ...nothingInHand,
        }
      case 'workerSignedOut':
        if (at.person_id !== null) visit.run(at.person_id, wallMs)
        return { person_id: null, task_id: null, package_sha256: null, instruction_version: null, ...nothingInHand }
      case 'taskStarted':
        return {
          task_id: fact.taskId,
          package_sha256: fact.packageSha256,
          instruction_version: fact.instructionVersion,
          ...nothingInHand,
        }
      case 'cycleStarted':
        return { ...nothingInHand, cycle_id: fact.cycleId }
      case 'stepStarted': {
        const { level, reason, policy, numbers } = fact
        return { decision: JSON.stringify({ level, reason, policy, numbers } satisfies DecisionMade) }
      }
      case 'stepSkipped':
      case 'stepTakenBack':
        return { orderly: 0 }
      case 'stepCompleted': {
        const { person_id, task_id, package_sha256, instruction_version, cycle_id, decision } = at
        if (person_id !== null && task_id !== null && cycle_id !== null) {
          const which = [package_sha256, instruction_version]
          const made = [seq, person_id, task_id, ...which, cycle_id, wallMs, dayOf(wallMs)]
          insertAttempt.run(...made, JSON.stringify(fact), decision)
        }
        return { decision: null }
      }
      case 'detectionContested':
        if (at.person_id !== null) {
          insertContest.run(at.person_id, fact.cycleId, fact.stepKey, fact.because, wallMs, seq)
        }
        return null
      case 'cycleCompleted':
        if (at.person_id !== null && at.task_id !== null) {
          const made = [seq, fact.cycleId, at.person_id, at.task_id, dayOf(wallMs), wallMs]
          insertCycle.run(...made, fact.clean ? 1 : 0, at.orderly, fact.durationMs)
        }
        return null
      default:
        return null
    }
  }

  return {
    apply: (event) => {
      const at = readPractising.get()
      if (!at) throw new StoreFailure('corrupted', 'The read models do not say who works at what.')
      const changed = change(at, event)
      if (changed) writePractising.run({ ...at, ...changed })
    },
    attempts: (personId) =>
      attempts.all(personId).map((row) => ({
        seq: row.seq,
        taskId: row.task_id,
        packageSha256: row.package_sha256,
        instructionVersion: row.instruction_version,
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
        seq: row.seq,
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
