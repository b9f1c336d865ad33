// The words of coaches' notes, apart from the log so that they can be erased.

import type { NoteId, PersonId } from '../../src-domain/ids.ts'
import type { Connection } from './connection.ts'

export function createNoteTexts(connection: Connection) {
  const insert = connection.prepare('INSERT INTO note_text VALUES (?, ?, ?)')
  const get = connection.prepare<[NoteId], { text: string }>('SELECT text FROM note_text WHERE note_id = ?')
  return {
    add: (note: { readonly noteId: NoteId; readonly personId: PersonId; readonly text: string }) => {
      insert.run(note.noteId, note.personId, note.text)
    },
    /** Null once it was erased. */
    of: (noteId: NoteId): string | null => get.get(noteId)?.text ?? null,
  }
}
