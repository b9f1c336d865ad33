// What coaches decided about help: arrangements, wishes, resets, corrections of what the bench saw, and when notes were written.
import { type Arrangement, arrangementSchema, usualArrangement } from '../../../src-domain/event/arrangement.schema.ts'
import type { Correction } from '../../../src-domain/event/correction.schema.ts'
import { type SiteParameters, siteParametersSchema } from '../../../src-domain/event/siteParameters.schema.ts'
import type { CoachId, NoteId, PersonId, TaskId } from '../../../src-domain/ids.ts'
import type { DemonstrationWish } from '../../../src-domain/learning/guidanceSettings.ts'
import type { PracticeReset } from '../../../src-domain/learning/reviewedAttempt.ts'
import type { Connection } from '../connection.ts'
import { readStored } from '../stored.ts'
import type { ReadModel } from './readModel.ts'

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
  /** By the event that the attempt was completed with. */
  readonly correctionsOf: (personId: PersonId) => ReadonlyMap<number, Correction>
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
     ON CONFLICT (person_id, task_id, step_id) DO UPDATE SET wall_ms = excluded.wall_ms`,
  )
  const reset = connection.prepare('INSERT INTO practice_reset VALUES (?, ?, ?, ?, ?)')
  const correct = connection.prepare(
    'INSERT INTO verdict VALUES (?, ?, ?) ON CONFLICT (attempt_seq) DO UPDATE SET verdict = excluded.verdict',
  )
  const accept = connection.prepare(
    'INSERT INTO site_chances VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
  )
  const note = connection.prepare('INSERT INTO note_written VALUES (?, ?, ?, ?, ?)')

  const arrangement = connection.prepare<[PersonId], { value: string }>(
    'SELECT value FROM arrangement WHERE person_id = ?',
  )
  const wishes = connection.prepare<[PersonId], DemonstrationWish>(
    'SELECT task_id AS taskId, step_id AS stepId, wall_ms AS wallMs FROM demonstration_wish WHERE person_id = ?',
  )
  const resets = connection.prepare<[PersonId], PracticeReset>(
    'SELECT seq, task_id AS taskId, step_id AS stepId, wall_ms AS wallMs FROM practice_reset WHERE person_id = ? ORDER BY seq',
  )
  const corrections = connection.prepare<[PersonId], { attempt_seq: number; verdict: Correction }>(
    'SELECT attempt_seq, verdict FROM verdict WHERE person_id = ?',
  )
  const notes = connection.prepare<[PersonId], WrittenNote>(
    `SELECT note_id AS noteId, task_id AS taskId, coach_id AS coachId, wall_ms AS wallMs FROM note_written
     WHERE person_id = ? ORDER BY wall_ms DESC, rowid DESC`,
  )
  const siteParameters = connection.prepare<[], { value: string }>('SELECT value FROM site_chances WHERE id = 1')

  return {
    clear: () =>
      connection.exec(
        `DELETE FROM arrangement; DELETE FROM demonstration_wish; DELETE FROM practice_reset; DELETE FROM verdict;
         DELETE FROM site_chances; DELETE FROM note_written;`,
      ),
    apply: ({ seq, wallMs, fact }) => {
      switch (fact.type) {
        case 'helpArranged':
          arrange.run(fact.personId, JSON.stringify(fact.arrangement))
          break
        case 'demonstrationAsked':
          wish.run(fact.personId, fact.taskId, fact.stepId, wallMs)
          break
        case 'practiceReset':
          reset.run(seq, fact.personId, fact.taskId, fact.stepId, wallMs)
          break
        case 'attemptJudged':
          correct.run(fact.attempt.seq, fact.personId, fact.verdict)
          break
        case 'noteWritten':
          note.run(fact.noteId, fact.personId, fact.taskId, fact.coachId, wallMs)
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
    correctionsOf: (personId) =>
      new Map(corrections.all(personId).map(({ attempt_seq, verdict }) => [attempt_seq, verdict])),
    notesOf: (personId) => notes.all(personId),
    siteParameters: () => {
      const row = siteParameters.get()
      return row ? readStored(siteParametersSchema, row.value, "the site's parameters") : null
    },
  }
}
