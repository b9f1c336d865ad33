// What the database that is put aside still knows and the backup does not: awards since, and failed sign-ins.

import Database from 'better-sqlite3'
import type { Fact } from '../../../src-domain/event/event.schema.ts'
import type { LoggedEvent } from '../../../src-domain/event/loggedEvent.ts'
import type { CredentialRow } from '../credentials.ts'
import { createCredentials } from '../credentials.ts'
import { type LogIdentity, logIdentity } from '../logIdentity.ts'
import { createLogRows } from '../logRows.ts'
import { createPeople, type Person } from '../people.ts'
import { sha256 } from '../sha256.ts'
import { createTexts, type KeptText } from '../texts.ts'

export type Remembered = {
  readonly log: LogIdentity
  readonly people: readonly Person[]
  readonly credentials: readonly CredentialRow[]
  /** Proposals, what coaches decided on them, and the credentials' own facts, oldest first. */
  readonly facts: readonly Fact[]
  /** What was written with those facts, by the id under which they name it. */
  readonly texts: readonly KeptText[]
}

const carried: readonly Fact['type'][] = ['masteryProposed', 'proposalAwarded', 'proposalDeclined', 'credentialIssued']

/**
 * Reads what can still be read of a database, which stays as it is; null when it cannot be opened at all.
 * @param afterSeq facts up to here are in the backup.
 */
export function rememberFrom(path: string, afterSeq: number): Remembered | null {
  try {
    const old = new Database(path, { readonly: true, fileMustExist: true })
    try {
      const log = logIdentity(old)
      const people = attempted(() => createPeople(old).all())
      return {
        log,
        people,
        credentials: attempted(() =>
          people.flatMap(({ personId }) => attempted(() => createCredentials(old).of(personId))),
        ),
        texts: attempted(() => createTexts(old).all()),
        facts: attempted(() => [...readableEvents(old, afterSeq)].map(({ fact }) => fact)).filter(({ type }) =>
          carried.includes(type),
        ),
      }
    } finally {
      old.close()
    }
  } catch {
    return null
  }
}

/** So many events in a row may be unreadable before the rest is given up. */
const mostUnreadable = 100

/** The events after a sequence number, without those that cannot be read. */
function* readableEvents(old: Database.Database, afterSeq: number): IterableIterator<LoggedEvent> {
  const log = createLogRows(old)
  let next = afterSeq + 1
  for (let unreadable = 0; unreadable < mostUnreadable; unreadable += 1, next += 1) {
    try {
      for (const event of log.read(next)) {
        yield event
        next = event.seq + 1
        unreadable = 0
      }
      return
    } catch {
      // A damaged page or an event that no schema fits: the next one is tried.
    }
  }
}

function attempted<Value>(read: () => readonly Value[]): readonly Value[] {
  try {
    return read()
  } catch {
    return []
  }
}

export type Known = {
  readonly credentials: ReadonlySet<string>
  readonly proposals: ReadonlySet<string>
  readonly decided: ReadonlySet<string>
  readonly people: ReadonlySet<string>
}

/**
 * What of it the restored bench takes over: each award and decline whole, as its own facts once more; and the people who hold
 * those credentials. A credential whose document is not the one that was logged is left out.
 */
export function toCarryOver({ facts, credentials, people, texts }: Remembered, known: Known) {
  const proposed = new Map<string, Fact>()
  const issued = new Map<string, Extract<Fact, { type: 'credentialIssued' }>>()
  for (const fact of facts) {
    if (fact.type === 'masteryProposed') proposed.set(fact.proposalId, fact)
    if (fact.type === 'credentialIssued') issued.set(fact.proposalId, fact)
  }
  const carriedFacts: Fact[] = []
  const carriedCredentials: CredentialRow[] = []
  for (const fact of facts) {
    if (fact.type !== 'proposalAwarded' && fact.type !== 'proposalDeclined') continue
    const { proposalId } = fact
    const proposal = proposed.get(proposalId)
    if (known.decided.has(proposalId) || (!known.proposals.has(proposalId) && !proposal)) continue
    const before = known.proposals.has(proposalId) || !proposal ? [] : [proposal]
    if (fact.type === 'proposalDeclined') {
      carriedFacts.push(...before, fact)
      continue
    }
    const credential = issued.get(proposalId)
    const row = credentials.find(({ credentialId }) => credentialId === credential?.credentialId)
    if (!credential || !row || sha256(row.document) !== credential.sha256) continue
    carriedFacts.push(...before, fact, credential)
    carriedCredentials.push(row)
  }
  const holders = new Set<string>(carriedCredentials.map(({ personId }) => personId))
  const named = new Set(
    carriedFacts.flatMap((fact) =>
      fact.type === 'proposalAwarded'
        ? (fact.note?.textId ?? [])
        : fact.type === 'proposalDeclined'
          ? fact.reason.textId
          : [],
    ),
  )
  return {
    facts: carriedFacts,
    texts: texts.filter(({ textId }) => named.has(textId)),
    credentials: carriedCredentials.filter(({ credentialId }) => !known.credentials.has(credentialId)),
    people: people.filter(({ personId }) => holders.has(personId) && !known.people.has(personId)),
  }
}
