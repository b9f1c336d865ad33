// Reads practice: what a worker did since an event, their latest attempts, and counts of everyone, each without reading the whole history.
import { stepCompletedSchema, stepStartedSchema } from '../../../src-domain/event/event.schema.ts'
import type { CycleId, PersonId, StepId, TaskId } from '../../../src-domain/ids.ts'
import type { Contest, RecordedAttempt, RecordedCycle } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Connection } from '../connection.ts'
import { readStored } from '../stored.ts'

const decisionSchema = stepStartedSchema.pick({ level: true, reason: true, policy: true, numbers: true })

type Practised = { readonly personId: PersonId; readonly taskId: TaskId }

/** A task that a worker has practised, and how many cycles of it they finished. */
export type PractisedTask = Practised & { readonly cycles: number; readonly cleanCycles: number }

/** An attempt that its worker contests and that neither a coach has looked at nor a new beginning has settled. */
export type ContestedAttempt = Practised &
  Pick<RecordedAttempt, 'packageSha256' | 'instructionVersion'> & { readonly stepId: StepId }

export type ProgressReader = {
  /** The attempts of a worker at all tasks after an event, oldest first. */
  readonly attempts: (personId: PersonId, afterSeq?: number) => readonly RecordedAttempt[]
  /** The latest attempts at a task, or at one of its steps, at most `count`, oldest first. */
  readonly latestAttempts: (
    of: Practised & { readonly stepId: StepId | null },
    count: number,
  ) => readonly RecordedAttempt[]
  /** The cycles of a worker at all tasks that were finished after an event, oldest first. */
  readonly cycles: (personId: PersonId, afterSeq?: number) => readonly RecordedCycle[]
  /** Whose attempt an event completed; null when it completed none. */
  readonly attemptOwner: (seq: number) => Practised | null
  /** The sealed instruction that a worker practised last at a task; null before the first attempt, or where the log does not say. */
  readonly lastPackage: (of: Practised) => string | null
  readonly contestsOf: (personId: PersonId) => readonly Contest[]
  /** Of one worker, or of everyone where it is null. */
  readonly openContests: (personId: PersonId | null) => readonly ContestedAttempt[]
  /** Everyone who practised. */
  readonly practisers: () => readonly PersonId[]
  /** The tasks a worker has practised, the latest first. */
  readonly tasksOf: (personId: PersonId) => readonly PractisedTask[]
  /** The same of everyone. */
  readonly allTasks: () => readonly PractisedTask[]
  /** When each worker was last here, in ms since 1970. */
  readonly lastSeen: () => ReadonlyMap<PersonId, number>
  readonly lastSeenWallMs: (personId: PersonId) => number | null
}

type AttemptRow = {
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

type CycleRow = {
  seq: number
  task_id: TaskId
  cycle_id: CycleId
  wall_ms: number
  orderly: number
  duration_ms: number
}

const recordedOf = (row: AttemptRow): RecordedAttempt => ({
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
})

const taskColumns = 'person_id AS personId, task_id AS taskId, cycles, clean_cycles AS cleanCycles'

/** CROSS JOIN in SQLite keeps this order: contests are few, attempts are not. */
const contestsFrom = (contest: string) => `
  SELECT attempt.person_id AS personId, attempt.task_id AS taskId, attempt.package_sha256 AS packageSha256,
    attempt.instruction_version AS instructionVersion, attempt.fact ->> '$.stepId' AS stepId
  FROM ${contest} AS contest
  CROSS JOIN attempt ON attempt.cycle_id = contest.cycle_id AND attempt.person_id = contest.person_id
    AND attempt.fact ->> '$.stepKey' = contest.step_key
  WHERE NOT EXISTS (SELECT 1 FROM verdict WHERE verdict.attempt_seq = attempt.seq)
    AND NOT EXISTS (
      SELECT 1 FROM practice_reset AS reset
      WHERE reset.person_id = attempt.person_id AND reset.task_id = attempt.task_id AND reset.seq > attempt.seq
        AND coalesce(reset.step_id, attempt.fact ->> '$.stepId') = attempt.fact ->> '$.stepId'
    )`

export function createProgressReader(connection: Connection): ProgressReader {
  const attempts = connection.prepare<[PersonId, number], AttemptRow>(
    'SELECT * FROM attempt WHERE person_id = ? AND seq > ? ORDER BY seq',
  )
  const latest = connection.prepare<[PersonId, TaskId, StepId | null, StepId | null, number], AttemptRow>(
    `SELECT * FROM attempt WHERE person_id = ? AND task_id = ? AND (? IS NULL OR fact ->> '$.stepId' = ?)
     ORDER BY seq DESC LIMIT ?`,
  )
  const cycles = connection.prepare<[PersonId, number], CycleRow>(
    'SELECT * FROM cycle WHERE person_id = ? AND seq > ? ORDER BY seq',
  )
  const owner = connection.prepare<[number], Practised>(
    'SELECT person_id AS personId, task_id AS taskId FROM attempt WHERE seq = ?',
  )
  const lastPackage = connection.prepare<[PersonId, TaskId], { package_sha256: string | null }>(
    'SELECT package_sha256 FROM attempt WHERE person_id = ? AND task_id = ? ORDER BY seq DESC LIMIT 1',
  )
  const contests = connection.prepare<[PersonId], Contest>(
    'SELECT cycle_id AS cycleId, step_key AS stepKey, because, wall_ms AS wallMs FROM contest WHERE person_id = ?',
  )
  const openOf = connection.prepare<[PersonId], ContestedAttempt>(
    contestsFrom('(SELECT * FROM contest WHERE person_id = ?)'),
  )
  const openOfAll = connection.prepare<[], ContestedAttempt>(contestsFrom('contest'))
  const practisers = connection.prepare<[], { person_id: PersonId }>(
    'SELECT DISTINCT person_id FROM practised_task WHERE last_seq IS NOT NULL ORDER BY person_id',
  )
  const tasksOf = connection.prepare<[PersonId], PractisedTask>(
    `SELECT ${taskColumns} FROM practised_task WHERE person_id = ? AND last_seq IS NOT NULL ORDER BY last_seq DESC`,
  )
  const allTasks = connection.prepare<[], PractisedTask>(
    `SELECT ${taskColumns} FROM practised_task WHERE last_seq IS NOT NULL ORDER BY person_id, last_seq DESC`,
  )
  const lastSeen = connection.prepare<[PersonId], { last_wall_ms: number }>(
    'SELECT last_wall_ms FROM visit WHERE person_id = ?',
  )
  const allSeen = connection.prepare<[], { person_id: PersonId; last_wall_ms: number }>('SELECT * FROM visit')

  return {
    attempts: (personId, afterSeq = 0) => attempts.all(personId, afterSeq).map(recordedOf),
    latestAttempts: ({ personId, taskId, stepId }, count) =>
      latest.all(personId, taskId, stepId, stepId, count).toReversed().map(recordedOf),
    cycles: (personId, afterSeq = 0) =>
      cycles.all(personId, afterSeq).map((row) => ({
        seq: row.seq,
        taskId: row.task_id,
        cycleId: row.cycle_id,
        wallMs: row.wall_ms,
        orderly: row.orderly === 1,
        durationMs: row.duration_ms,
      })),
    attemptOwner: (seq) => owner.get(seq) ?? null,
    lastPackage: ({ personId, taskId }) => lastPackage.get(personId, taskId)?.package_sha256 ?? null,
    contestsOf: (personId) => contests.all(personId),
    openContests: (personId) => (personId === null ? openOfAll.all() : openOf.all(personId)),
    practisers: () => practisers.all().map((row) => row.person_id),
    tasksOf: (personId) => tasksOf.all(personId),
    allTasks: () => allTasks.all(),
    lastSeen: () => new Map(allSeen.all().map((row) => [row.person_id, row.last_wall_ms])),
    lastSeenWallMs: (personId) => lastSeen.get(personId)?.last_wall_ms ?? null,
  }
}
