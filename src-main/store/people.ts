// The people of a site: names, pictures, badges, PIN hashes and settings, all apart from what happened.
import { z } from 'zod'
import { type StaffRole, staffRoles } from '../../src-domain/access/roles.ts'
import type { PersonId } from '../../src-domain/ids.ts'
import { type Preferences, wantedPreferencesSchema } from '../../src-domain/people/person.schema.ts'
import type { Connection } from './connection.ts'
import { readStored } from './stored.ts'

export type Person = {
  readonly personId: PersonId
  readonly name: string
  readonly picture: string
  readonly badge: string | null
  readonly pinHash: string | null
  readonly worker: boolean
  readonly staffRoles: readonly StaffRole[]
  readonly preferences: Partial<Preferences>
  readonly failedPins: number
  readonly lastFailedWallMs: number
}

type Row = {
  person_id: PersonId
  name: string
  picture: string
  badge: string | null
  pin_hash: string | null
  worker: number
  staff_roles: string
  preferences: string
  failed_pins: number
  last_failed_wall_ms: number
}

const rolesSchema = z.array(z.enum(staffRoles))

const personOf = (row: Row): Person => ({
  personId: row.person_id,
  name: row.name,
  picture: row.picture,
  badge: row.badge,
  pinHash: row.pin_hash,
  worker: row.worker === 1,
  staffRoles: readStored(rolesSchema, row.staff_roles, "a person's roles"),
  preferences: readStored(wantedPreferencesSchema, row.preferences, "a person's preferences"),
  failedPins: row.failed_pins,
  lastFailedWallMs: row.last_failed_wall_ms,
})

export type NewPerson = Omit<Person, 'failedPins' | 'lastFailedWallMs'>

export type People = ReturnType<typeof createPeople>

export function createPeople(connection: Connection) {
  const all = connection.prepare<[], Row>('SELECT * FROM person ORDER BY name COLLATE NOCASE')
  const workers = connection.prepare<[], { person_id: PersonId; name: string; picture: string }>(
    'SELECT person_id, name, picture FROM person WHERE worker = 1 ORDER BY name COLLATE NOCASE',
  )
  const byId = connection.prepare<[PersonId], Row>('SELECT * FROM person WHERE person_id = ?')
  const byBadge = connection.prepare<[string], Row>('SELECT * FROM person WHERE badge = ?')
  const insert = connection.prepare(
    `INSERT INTO person (person_id, name, picture, badge, pin_hash, worker, staff_roles, preferences)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const preferences = connection.prepare('UPDATE person SET preferences = ? WHERE person_id = ?')
  const failures = connection.prepare('UPDATE person SET failed_pins = ?, last_failed_wall_ms = ? WHERE person_id = ?')
  const addTicket = connection.prepare('INSERT INTO staff_ticket VALUES (?, ?, ?)')
  const dropTicket = connection.prepare('DELETE FROM staff_ticket WHERE ticket_hash = ? OR expires_wall_ms < ?')
  const ticket = connection.prepare<[string, number], { person_id: PersonId }>(
    'SELECT person_id FROM staff_ticket WHERE ticket_hash = ? AND expires_wall_ms >= ?',
  )
  const found = (row: Row | undefined) => (row ? personOf(row) : null)
  return {
    all: (): readonly Person[] => all.all().map(personOf),
    /** The workers' names and pictures, by name. */
    workers: (): readonly Pick<Person, 'personId' | 'name' | 'picture'>[] =>
      workers.all().map(({ person_id, name, picture }) => ({ personId: person_id, name, picture })),
    byId: (personId: PersonId) => found(byId.get(personId)),
    byBadge: (badge: string) => found(byBadge.get(badge)),
    add: (person: NewPerson) => {
      const { personId, name, picture, badge, pinHash, worker, staffRoles } = person
      insert.run(
        personId,
        name,
        picture,
        badge,
        pinHash,
        worker ? 1 : 0,
        JSON.stringify(staffRoles),
        JSON.stringify(person.preferences),
      )
    },
    setPreferences: (personId: PersonId, wanted: Partial<Preferences>) =>
      preferences.run(JSON.stringify(wanted), personId),
    setPinFailures: (personId: PersonId, count: number, wallMs: number) => failures.run(count, wallMs, personId),
    addTicket: (ticketHash: string, personId: PersonId, expiresWallMs: number) =>
      addTicket.run(ticketHash, personId, expiresWallMs),
    dropTicket: (ticketHash: string, nowWallMs: number) => dropTicket.run(ticketHash, nowWallMs),
    personOfTicket: (ticketHash: string, nowWallMs: number) => {
      const row = ticket.get(ticketHash, nowWallMs)
      return row ? found(byId.get(row.person_id)) : null
    },
  }
}
