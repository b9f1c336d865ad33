// Which public identity belongs to each of the bench's keys, so that a missing or exchanged key is noticed and never replaced.
import { z } from 'zod'
import type { Connection } from './connection.ts'
import { newestEpoch, storedSetting } from './logIdentity.ts'

const settingKey = 'keyDids'
const didsSchema = z.record(z.string(), z.string())

type Issued = { person_id: string; subject: string | null; issuer: string | null }

/** The name of the key that signs the log. Its identity stands in the log itself. */
export const logKeyName = 'bench'

/** The identity of each key by its name: DIDs of `site` and `worker-<person>` as first used, the public key of `bench`. */
export function keyIdentities(connection: Connection): ReadonlyMap<string, string> {
  const logKey = newestEpoch(connection)
  return new Map([...signingIdentities(connection), ...(logKey ? [[logKeyName, logKey.publicKey] as const] : [])])
}

function signingIdentities(connection: Connection): ReadonlyMap<string, string> {
  const stored = storedSetting(connection, settingKey)
  if (stored !== undefined) return new Map(Object.entries(didsSchema.parse(stored)))
  return fromCredentials(connection)
}

/** Versions before November 2026 recorded nothing: there the credentials say who signed them and whose they are. */
function fromCredentials(connection: Connection): ReadonlyMap<string, string> {
  const issued = connection
    .prepare<[], Issued>(
      `SELECT person_id, json_extract(document, '$.credentialSubject.id') AS subject,
         coalesce(json_extract(document, '$.issuer.id'), json_extract(document, '$.issuer')) AS issuer
       FROM credential ORDER BY issued_wall_ms, rowid`,
    )
    .all()
  return new Map(
    issued.flatMap(({ person_id, subject, issuer }) => [
      ...(issuer === null ? [] : [['site', issuer] as const]),
      ...(subject === null ? [] : [[`worker-${person_id}`, subject] as const]),
    ]),
  )
}

type KeySettings = { readonly set: (key: typeof settingKey, dids: Record<string, string>) => unknown }

/** The recorded identities, as the key store reads and adds to them. */
export function createKeyIdentities(connection: Connection, settings: KeySettings) {
  const keep = (dids: ReadonlyMap<string, string>): void => {
    settings.set(settingKey, Object.fromEntries(dids))
  }
  return {
    get: (name: string): string | undefined => keyIdentities(connection).get(name),
    set: (name: string, did: string) => keep(new Map([...signingIdentities(connection), [name, did]])),
    /** After this the key may be made anew. Only for a key that a named person gave up. The log's key goes with an epoch. */
    delete: (name: string) => keep(new Map([...signingIdentities(connection)].filter(([known]) => known !== name))),
  }
}
