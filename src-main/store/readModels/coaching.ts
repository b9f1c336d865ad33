// What coaches decided about help: arrangements, wishes, resets, corrections of what the bench saw, and when notes were written.
import { type Arrangement, arrangementSchema, usualArrangement } from '../../../src-domain/event/arrangement.schema.ts'
import type { Correction } from '../../../src-domain/event/correction.schema.ts'
import { type SiteParameters, siteParametersSchema } from '../../../src-domain/event/siteParameters.schema.ts'
import type { CoachId, NoteId, PersonId, TaskId } from '../../../src-domain/ids.ts'
import type { DemonstrationWish } from '../../../src-domain/learning/guidanceSettings.ts'
import type { PracticeReset } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Connection } from '../connection.ts'
import { readStored } from '../stored.ts'
import type { ModelTables, ReadModel } from './readModel.ts'

export const coachingTables: ModelTables = {
  name: 'coaching',
  version: 2,
  sql: `
    CREATE TABLE arrangement (person_id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE demonstration_wish (
      person_id TEXT NOT NULL,
      task_id TEXT NOT NULL,
      step_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (person_id, task_id, step_id)
    ) STRICT;
    CREATE TABLE practice_reset (
      seq INTEGER PRIMARY KEY,
      person_id TEXT NOT NULL,
      task_id TEXT NOT NULL,
      step_id TEXT,
      wall_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX practice_reset_by_person ON practice_reset (person_id, seq);
    CREATE TABLE verdict (
      attempt_seq INTEGER PRIMARY KEY,
      person_id TEXT NOT NULL,
      verdict TEXT NOT NULL,
      seq INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX verdict_by_person ON verdict (person_id, attempt_seq);
    CREATE INDEX verdict_by_seq ON verdict (person_id, seq);
    CREATE TABLE site_chances (id INTEGER PRIMARY KEY CHECK (id = 1), value TEXT NOT NULL) STRICT;
    CREATE TABLE note_written (
      seq INTEGER PRIMARY KEY,
      note_id TEXT NOT NULL,
      person_id TEXT NOT NULL,
      task_id TEXT,
      coach_id TEXT NOT NULL,
      wall_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX note_written_by_person ON note_written (person_id, seq);
  `,
  tables: {
    arrangement: 'person',
    demonstration_wish: 'person',
    practice_reset: 'person',
    verdict: 'person',
    note_written: 'person',
    site_chances: 'site',
  },
}

type WrittenNote = {
  readonly noteId: NoteId
  readonly taskId: TaskId | null
  readonly coachId: CoachId
  readonly wallMs: number
}

export type CoachingReader = {
  readonly arrangementOf: (personId: PersonId) => Arrangement
  readonly wishesOf: (personId: PersonId) => readonly DemonstrationWish[]
  readonly resetsOf: (personId: PersonId) => readonly PracticeReset[]
  /** Of attempts from an event on, by the event that the attempt was completed with. */
  readonly correctionsOf: (personId: PersonId, fromSeq?: number) => ReadonlyMap<number, Correction>
  /** Whether an event after this one corrected an attempt up to it, or began practice anew. */
  readonly hasChangedBefore: (personId: PersonId, throughSeq: number) => boolean
  /** Newest first. */
  readonly notesOf: (personId: PersonId) => readonly WrittenNote[]
  /** The parameters measured on this site that a coach took into use; null while the shipped ones are. */
  readonly siteParameters: () => SiteParameters | null
}

export function createCoachingModel(connection: Connection): ReadModel & CoachingReader {
  const arrange = connection.prepare(
    'INSERT INTO arrangement VALUES (?, ?) ON CONFLICT (person_id) DO UPDATE SET value = excluded.value',
  )
  const wish = connection.prepare(
    `INSERT INTO demonstration_wish VALUES (?, ?, ?, ?)
     ON CONFLICT (person_id, task_id, step_id) DO UPDATE SET seq = excluded.seq`,
  )
  const reset = connection.prepare('INSERT INTO practice_reset VALUES (?, ?, ?, ?, ?)')
  const correct = connection.prepare(
    `INSERT INTO verdict VALUES (?, ?, ?, ?)
     ON CONFLICT (attempt_seq) DO UPDATE SET verdict = excluded.verdict, seq = excluded.seq`,
  )
  const accept = connection.prepare(
    'INSERT INTO site_chances VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
  )
  const note = connection.prepare('INSERT INTO note_written VALUES (?, ?, ?, ?, ?, ?)')

  const arrangement = connection.prepare<[PersonId], { value: string }>(
    'SELECT value FROM arrangement WHERE person_id = ?',
  )
  const wishes = connection.prepare<[PersonId], DemonstrationWish>(
    'SELECT task_id AS taskId, step_id AS stepId, seq FROM demonstration_wish WHERE person_id = ?',
  )
  const resets = connection.prepare<[PersonId], PracticeReset>(
    'SELECT seq, task_id AS taskId, step_id AS stepId, wall_ms AS wallMs FROM practice_reset WHERE person_id = ? ORDER BY seq',
  )
  const corrections = connection.prepare<[PersonId, number], { attempt_seq: number; verdict: Correction }>(
    'SELECT attempt_seq, verdict FROM verdict WHERE person_id = ? AND attempt_seq >= ?',
  )
  const changedBefore = connection.prepare<[object], { changed: number }>(
    `SELECT EXISTS (SELECT 1 FROM practice_reset WHERE person_id = @personId AND seq > @throughSeq)
       OR EXISTS (SELECT 1 FROM verdict WHERE person_id = @personId AND seq > @throughSeq AND attempt_seq <= @throughSeq)
       AS changed`,
  )
  const notes = connection.prepare<[PersonId], WrittenNote>(
    `SELECT note_id AS noteId, task_id AS taskId, coach_id AS coachId, wall_ms AS wallMs FROM note_written
     WHERE person_id = ? ORDER BY seq DESC`,
  )
  const siteParameters = connection.prepare<[], { value: string }>('SELECT value FROM site_chances WHERE id = 1')

  return {
    apply: ({ seq, wallMs, fact }) => {
      switch (fact.type) {
        case 'helpArranged':
          arrange.run(fact.personId, JSON.stringify(fact.arrangement))
          break
        case 'demonstrationAsked':
          wish.run(fact.personId, fact.taskId, fact.stepId, seq)
          break
        case 'practiceReset':
          reset.run(seq, fact.personId, fact.taskId, fact.stepId, wallMs)
          break
        case 'attemptJudged':
          correct.run(fact.attempt.seq, fact.personId, fact.verdict, seq)
          break
        case 'noteWritten':
          note.run(seq, fact.noteId, fact.personId, fact.taskId, fact.coachId, wallMs)
          break
        case 'siteChancesAccepted':
          accept.run(JSON.stringify(fact.chances))
          break
      }
    },
    arrangementOf: (personId) => {
      const row = arrangement.get(personId)
      return row ? readStored(arrangementSchema, row.value, "a worker's arrangement") : usualArrangement
    },
    wishesOf: (personId) => wishes.all(personId),
    resetsOf: (personId) => resets.all(personId),
    hasChangedBefore: (personId, throughSeq) => changedBefore.get({ personId, throughSeq })?.changed === 1,
    correctionsOf: (personId, fromSeq = 0) =>
      new Map(corrections.all(personId, fromSeq).map(({ attempt_seq, verdict }) => [attempt_seq, verdict])),
    notesOf: (personId) => notes.all(personId),
    siteParameters: () => {
      const row = siteParameters.get()
      return row ? readStored(siteParametersSchema, row.value, "the site's parameters") : null
    },
  }
}
