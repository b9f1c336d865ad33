// What workers' practice added up to at some event, kept so that it need not be folded from the beginning. It can be thrown away at any
// time: whoever reads it folds what is not here.
import type { PersonId, TaskId } from '../../../src-domain/ids.ts'
import { practiceRecordVersion, type StoredPractice } from '../../../src-domain/learning/practiceRecord.ts'
import type { InstructionChoice } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Connection } from '../connection.ts'
import type { LogKey } from '../logKey.ts'
import { sha256 } from '../sha256.ts'
import { StoreFailure } from '../storeFailure.ts'
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
      signature TEXT NOT NULL,
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

type Ports = {
  /** Signs what is kept, so that nobody else can put anything in its place: the log's rows do not say what it must be. */
  readonly sign: LogKey['sign']
  /** Told when what lies there is not what was kept. */
  readonly report: (error: unknown) => void
}

export function createKeptPractice(connection: Connection, { sign, report }: Ports): KeptPracticeReader {
  const kept = connection.prepare<[PersonId], { through_seq: number; parameters_name: string }>(
    'SELECT through_seq, parameters_name FROM kept_practice WHERE person_id = ? ORDER BY through_seq DESC',
  )
  const row = connection.prepare<
    [PersonId, number],
    { parameters_name: string; version: number; signature: string; body: string }
  >('SELECT parameters_name, version, signature, body FROM kept_practice WHERE person_id = ? AND through_seq = ?')
  const insert = connection.prepare('INSERT OR REPLACE INTO kept_practice VALUES (?, ?, ?, ?, ?, ?)')
  const dropOlder = connection.prepare(
    `DELETE FROM kept_practice WHERE person_id = @personId AND through_seq NOT IN (
       SELECT through_seq FROM kept_practice WHERE person_id = @personId ORDER BY through_seq DESC LIMIT ${keptOfOne})`,
  )

  const signatureOf = (personId: PersonId, throughSeq: number, parametersName: string, text: string): string =>
    sign(JSON.stringify(['kept practice', personId, throughSeq, parametersName, practiceRecordVersion, sha256(text)]))

  function read(personId: PersonId, throughSeq: number): KeptBody | null {
    const found = row.get(personId, throughSeq)
    if (found?.version !== practiceRecordVersion) return null
    const { parameters_name, signature, body } = found
    if (signatureOf(personId, throughSeq, parameters_name, body) !== signature) {
      report(
        new StoreFailure(
          'corrupted',
          "What was kept of a worker's practice was changed. It is read anew from the log.",
        ),
      )
      return null
    }
    // The signature says that it is what this version wrote, in a tenth of the time that its schema would take.
    return JSON.parse(body) as KeptBody
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
      const signature = signatureOf(personId, throughSeq, parametersName, text)
      insert.run(personId, throughSeq, parametersName, practiceRecordVersion, signature, text)
      dropOlder.run({ personId })
    },
  }
}
