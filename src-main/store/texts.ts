// What people write about others (notes, reasons of decisions), apart from the log so that it can be erased. The log keeps a salted
// hash: it says later whether these are the words, and nothing of them once the salt is erased too.
import { randomBytes } from 'node:crypto'
import type { TextRef } from '../../src-domain/event/factShape.ts'
import type { PersonId } from '../../src-domain/ids.ts'
import type { Connection } from './connection.ts'
import { sha256 } from './sha256.ts'

const hashed = (salt: string, words: string): string => sha256(JSON.stringify([salt, words]))

/** A text as it is stored, with the salt of its hash. */
export type KeptText = {
  readonly textId: string
  readonly personId: PersonId
  readonly salt: string
  readonly words: string
}

export function createTexts(connection: Connection) {
  const insert = connection.prepare('INSERT INTO text VALUES (?, ?, ?, ?)')
  const get = connection.prepare<[string], { salt: string; words: string }>(
    'SELECT salt, words FROM text WHERE text_id = ?',
  )
  const all = connection.prepare<[], KeptText>('SELECT text_id AS textId, person_id AS personId, salt, words FROM text')
  const eraseOf = connection.prepare('DELETE FROM text WHERE person_id = ?')
  return {
    /** Keeps words about a person under a new id, and says what the log is to keep of them. */
    add: (text: { readonly textId: string; readonly personId: PersonId; readonly words: string }): TextRef => {
      const salt = randomBytes(16).toString('base64url')
      insert.run(text.textId, text.personId, salt, text.words)
      return { textId: text.textId, sha256: hashed(salt, text.words) }
    },
    all: (): readonly KeptText[] => all.all(),
    /** Keeps a text of another log of this bench, as that one has the hash of it. */
    takeOver: ({ textId, personId, salt, words }: KeptText): void => {
      insert.run(textId, personId, salt, words)
    },
    /** Null once it was erased. */
    of: (textId: string): string | null => get.get(textId)?.words ?? null,
    /** Whether the words under an id are those that the log has the hash of; null once they were erased. */
    fits: ({ textId, sha256: claimed }: TextRef): boolean | null => {
      const row = get.get(textId)
      return row ? hashed(row.salt, row.words) === claimed : null
    },
    /** Erases all that was written about a person. The log keeps that it was written, and when. */
    eraseOf: (personId: PersonId): void => {
      eraseOf.run(personId)
    },
  }
}
