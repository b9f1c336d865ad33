// Practice as rows: who did which step when and how, which cycles were finished, and when each worker was last here.

import type { CycleId, PersonId, TaskId } from '../../../src-domain/ids.ts'
import type { DecisionMade } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Connection } from '../connection.ts'
import { StoreFailure } from '../storeFailure.ts'
import { createProgressReader, type ProgressReader } from './progressReader.ts'
import type { AppliedEvent, DayOf, ModelTables, ReadModel } from './readModel.ts'

/**
 * Each attempt with its decision, finished cycles, contests, when each worker was last here, how often they finished each task, and
 * where the session stands.
 */
export const progressTables: ModelTables = {
  name: 'progress',
  version: 2,
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
    CREATE INDEX attempt_by_task ON attempt (person_id, task_id, seq);
    CREATE INDEX attempt_by_cycle ON attempt (cycle_id);
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
    CREATE INDEX cycle_by_person ON cycle (person_id, seq);
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
    CREATE TABLE practised_task (
      person_id TEXT NOT NULL,
      task_id TEXT NOT NULL,
      cycles INTEGER NOT NULL,
      clean_cycles INTEGER NOT NULL,
      last_seq INTEGER,
      PRIMARY KEY (person_id, task_id)
    ) STRICT, WITHOUT ROWID;
  `,
  tables: {
    practising: 'site',
    attempt: 'cycle',
    cycle: 'cycle',
    contest: 'cycle',
    visit: 'person',
    practised_task: 'whole',
  },
}

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
  const visit = connection.prepare(
    'INSERT INTO visit VALUES (?, ?) ON CONFLICT (person_id) DO UPDATE SET last_wall_ms = excluded.last_wall_ms',
  )
  const attempted = connection.prepare(
    `INSERT INTO practised_task VALUES (?, ?, 0, 0, ?)
     ON CONFLICT (person_id, task_id) DO UPDATE SET last_seq = excluded.last_seq`,
  )
  const finished = connection.prepare(
    `INSERT INTO practised_task VALUES (?, ?, 1, ?, NULL)
     ON CONFLICT (person_id, task_id)
     DO UPDATE SET cycles = cycles + 1, clean_cycles = clean_cycles + excluded.clean_cycles`,
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
          attempted.run(person_id, task_id, seq)
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
          finished.run(at.person_id, at.task_id, fact.clean ? 1 : 0)
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
    ...createProgressReader(connection),
  }
}
