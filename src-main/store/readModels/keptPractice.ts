// What workers' practice added up to at some event, kept so that it need not be folded from the beginning. It can be thrown away at any
// time: whoever reads it folds what is not here.
import type { PersonId, TaskId } from '../../../src-domain/ids.ts'
import { practiceRecordVersion, type StoredPractice } from '../../../src-domain/learning/practiceRecord.ts'
import type { InstructionChoice } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Connection } from '../connection.ts'
import { sha256 } from '../logKey.ts'
import type { ModelTables } from './readModel.ts'

/** The newest, and the one before for when the newest no longer holds because a coach corrected something recent. */
const keptOfOne = 2

export const keptPracticeTables: ModelTables = {
  name: 'keptPractice',
  version: 1,
  sql: `
    CREATE TABLE kept_practice (
      person_id TEXT NOT NULL,
      through_seq INTEGER NOT NULL,
      parameters_name TEXT NOT NULL,
      version INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (person_id, through_seq)
    ) STRICT;
  `,
  tables: { kept_practice: 'kept' },
}

/** What was folded, and what of the instructions it depends on. */
export type KeptBody = {
  readonly practice: StoredPractice
  /** By task practised: which block each of its steps belonged to. */
  readonly blocks: readonly (readonly [TaskId, string])[]
  /** Instructions that were not here. */
  readonly unread: readonly InstructionChoice[]
}

export type KeptPractice = {
  /** Everything up to this event is in it. */
  readonly throughSeq: number
  /** Of the learner model. */
  readonly parametersName: string
  /** Null where another version of the program kept it, or where it is not what was kept. */
  readonly read: () => KeptBody | null
}

export type KeptPracticeReader = {
  /** What was kept of a worker, the newest first. */
  readonly of: (personId: PersonId) => readonly KeptPractice[]
  readonly keep: (personId: PersonId, kept: Omit<KeptPractice, 'read'> & KeptBody) => void
}

export function createKeptPractice(connection: Connection): KeptPracticeReader {
  const kept = connection.prepare<[PersonId], { through_seq: number; parameters_name: string }>(
    'SELECT through_seq, parameters_name FROM kept_practice WHERE person_id = ? ORDER BY through_seq DESC',
  )
  const body = connection.prepare<[PersonId, number], { version: number; sha256: string; body: string }>(
    'SELECT version, sha256, body FROM kept_practice WHERE person_id = ? AND through_seq = ?',
  )
  const insert = connection.prepare('INSERT OR REPLACE INTO kept_practice VALUES (?, ?, ?, ?, ?, ?)')
  const dropOlder = connection.prepare(
    `DELETE FROM kept_practice WHERE person_id = @personId AND through_seq NOT IN (
       SELECT through_seq FROM kept_practice WHERE person_id = @personId ORDER BY through_seq DESC LIMIT ${keptOfOne})`,
  )

  function read(personId: PersonId, throughSeq: number): KeptBody | null {
    const row = body.get(personId, throughSeq)
    if (row?.version !== practiceRecordVersion || sha256(row.body) !== row.sha256) return null
    // The hash says that it is what this version wrote, in a tenth of the time that its schema would take.
    return JSON.parse(row.body) as KeptBody
  }

  return {
    of: (personId) =>
      kept.all(personId).map(({ through_seq, parameters_name }) => ({
        throughSeq: through_seq,
        parametersName: parameters_name,
        read: () => read(personId, through_seq),
      })),
    keep: (personId, { throughSeq, parametersName, ...content }) => {
      const text = JSON.stringify(content)
      insert.run(personId, throughSeq, parametersName, practiceRecordVersion, sha256(text), text)
      dropOlder.run({ personId })
    },
  }
}
