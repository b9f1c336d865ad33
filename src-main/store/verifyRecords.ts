// Compares what can be changed outside the log with what the log says was written: people's roles and PINs, instructions, layouts,
// bindings, settings, texts and credentials. What was written behind the log's back is found, and so is what the disk changed of it.
import type { Fact } from '../../src-domain/event/event.schema.ts'
import { textRefSchema } from '../../src-domain/event/factShape.ts'
import type { Connection } from './connection.ts'
import { pinDigest } from './journal.ts'
import type { LogRows } from './logRows.ts'
import { sha256 } from './sha256.ts'
import { createTexts } from './texts.ts'

/** Tables of which every column is covered by the log, or stands in an index too. */
const doubled = [
  'person',
  'text',
  'credential',
  'instruction',
  'instruction_media',
  'layout',
  'segment',
  'epoch',
] as const

/** A record that is not what was written. `id` says which, for whoever restores it; it names nobody. */
export type RecordFlaw = {
  readonly what: (typeof doubled)[number] | 'role' | 'pin' | 'binding' | 'setting'
  readonly id: string
  readonly how: 'changed' | 'missing' | 'unknown'
}

type Written = {
  readonly people: Map<string, { roles: string; pin: string | null }>
  readonly instructions: Map<string, string>
  readonly layouts: Map<string, string>
  readonly bindings: Map<string, string>
  readonly settings: Map<string, string>
  readonly credentials: Map<string, string>
  readonly texts: Map<string, string>
}

const rolesOf = ({ worker, staffRoles }: { readonly worker: boolean; readonly staffRoles: readonly string[] }) =>
  JSON.stringify([worker, [...staffRoles].sort()])

/** What the log says was written last. */
function writtenBy(rows: LogRows): Written {
  const written: Written = {
    people: new Map(),
    instructions: new Map(),
    layouts: new Map(),
    bindings: new Map(),
    settings: new Map(),
    credentials: new Map(),
    texts: new Map(),
  }
  for (const { fact } of rows.read(1)) note(written, fact)
  return written
}

function note({ people, instructions, layouts, bindings, settings, credentials, texts }: Written, fact: Fact): void {
  switch (fact.type) {
    case 'personAdded':
      people.set(fact.personId, { roles: rolesOf(fact), pin: fact.pin })
      break
    case 'personChanged': {
      const known = people.get(fact.personId)
      if (known) people.set(fact.personId, { ...known, pin: fact.pin })
      break
    }
    case 'rolesChanged': {
      const known = people.get(fact.personId)
      if (known) people.set(fact.personId, { ...known, roles: rolesOf(fact) })
      break
    }
    case 'instructionImported':
      if (fact.bodySha256 !== null) instructions.set(fact.sha256, fact.bodySha256)
      break
    case 'layoutKept':
      layouts.set(fact.layoutId, fact.sha256)
      break
    case 'taskBound':
      bindings.set(`${fact.taskId} ${fact.layoutId}`, fact.sha256)
      break
    case 'settingChanged':
      settings.set(fact.key, fact.sha256)
      break
    case 'credentialIssued':
      credentials.set(fact.credentialId, fact.sha256)
      break
    case 'noteWritten':
      if (fact.sha256 !== null) texts.set(fact.noteId, fact.sha256)
      break
    case 'proposalAwarded':
      if (fact.note) texts.set(fact.note.textId, fact.note.sha256)
      break
    case 'proposalDeclined':
      texts.set(fact.reason.textId, fact.reason.sha256)
      break
  }
}

type Stored = { readonly id: string; readonly body: string }

/** Hashes of what is stored, by id. */
const hashed = (connection: Connection, sql: string): Map<string, string> =>
  new Map(
    connection
      .prepare<[], Stored>(sql)
      .all()
      .map(({ id, body }) => [id, sha256(body)]),
  )

/** What is stored but was never written, was changed, or is gone. Records that the log is silent about are left out. */
function* compared(what: RecordFlaw['what'], stored: Map<string, string>, written: Map<string, string>) {
  for (const [id, hash] of written) {
    const present = stored.get(id)
    if (present === undefined) yield { what, id, how: 'missing' } as const
    else if (present !== hash) yield { what, id, how: 'changed' } as const
  }
  for (const id of stored.keys()) if (!written.has(id)) yield { what, id, how: 'unknown' } as const
}

type PersonRow = { person_id: string; worker: number; staff_roles: string; pin_hash: string | null }

function* peopleFlaws(connection: Connection, written: Written['people']): IterableIterator<RecordFlaw> {
  const rows = connection.prepare<[], PersonRow>('SELECT person_id, worker, staff_roles, pin_hash FROM person').all()
  for (const { person_id: id, worker, staff_roles, pin_hash } of rows) {
    const known = written.get(id)
    if (!known) yield { what: 'person', id, how: 'unknown' }
    else {
      const staffRoles = JSON.parse(staff_roles) as readonly string[]
      if (rolesOf({ worker: worker === 1, staffRoles }) !== known.roles) yield { what: 'role', id, how: 'changed' }
      if (pinDigest(pin_hash) !== known.pin) yield { what: 'pin', id, how: 'changed' }
    }
  }
  const present = new Set(rows.map(({ person_id }) => person_id))
  for (const id of written.keys()) if (!present.has(id)) yield { what: 'person', id, how: 'missing' }
}

function* textFlaws(connection: Connection, written: Written['texts']): IterableIterator<RecordFlaw> {
  const texts = createTexts(connection)
  const unsalted = '0'.repeat(64)
  for (const [textId, hash] of written) {
    if (hash === unsalted) continue
    // A text that is gone was erased, which is anybody's right.
    if (texts.fits(textRefSchema.parse({ textId, sha256: hash })) === false) {
      yield { what: 'text', id: textId, how: 'changed' }
    }
  }
}

/** Tables that differ from their own indexes: the disk changed one of the two. `id` says where, in SQLite's words. */
function* doubledFlaws(connection: Connection): IterableIterator<RecordFlaw> {
  for (const what of doubled) {
    const id: unknown = connection.pragma(`integrity_check(${what})`, { simple: true })
    if (id !== 'ok') yield { what, id: String(id), how: 'changed' }
  }
}

/** Every record that is not what the log says, or not what its own index says. Reads the whole log: not for the loop that serves the table. */
export function recordFlaws(connection: Connection, rows: LogRows): RecordFlaw[] {
  const written = writtenBy(rows)
  const stored = (sql: string) => hashed(connection, sql)
  return [
    ...peopleFlaws(connection, written.people),
    ...compared('instruction', stored('SELECT package_sha256 AS id, body FROM instruction'), written.instructions),
    ...compared('layout', stored('SELECT layout_id AS id, body FROM layout'), written.layouts),
    ...compared('binding', stored("SELECT task_id || ' ' || layout_id AS id, body FROM binding"), written.bindings),
    ...compared('setting', stored('SELECT key AS id, value AS body FROM setting'), written.settings),
    ...compared(
      'credential',
      stored('SELECT credential_id AS id, document AS body FROM credential'),
      written.credentials,
    ),
    ...textFlaws(connection, written.texts),
    ...doubledFlaws(connection),
  ]
}
