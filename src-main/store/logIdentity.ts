// Which log a database holds: of which bench, in which epoch, and where it ends. Works on databases of every released schema.
import { z } from 'zod'
import type { Connection } from './connection.ts'

export type LogIdentity = {
  /** Null before the bench is set up. */
  readonly benchId: string | null
  /** Rises with each restore, so that a restored log is never taken for the one it was copied from. */
  readonly epoch: number
  readonly siteName: string
  /** 0 and the genesis hash while the log is empty. */
  readonly lastSeq: number
  readonly lastHash: string
}

const siteSchema = z.object({ siteId: z.string(), name: z.string() })
const epochKey = 'epoch'

export const noHash = '0'.repeat(64)

/** A setting's stored text as a value; undefined where there is none. */
export function storedSetting(connection: Connection, key: string): unknown {
  const text = connection.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key)
  return typeof text === 'string' ? JSON.parse(text) : undefined
}

export function putSetting(connection: Connection, key: string, value: unknown): void {
  connection
    .prepare('INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, JSON.stringify(value))
}

/** @throws what SQLite throws when the pages that it needs are damaged. */
export function logIdentity(connection: Connection): LogIdentity {
  const last = connection.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1',
  )
  const { seq, hash } = last.get() ?? { seq: 0, hash: noHash }
  const site = siteSchema.safeParse(storedSetting(connection, 'site')).data
  const epoch = storedSetting(connection, epochKey)
  return {
    benchId: site?.siteId ?? null,
    epoch: typeof epoch === 'number' ? epoch : 1,
    siteName: site?.name ?? '',
    lastSeq: seq,
    lastHash: hash,
  }
}

export const eventCount = (connection: Connection): number =>
  connection.prepare('SELECT count(*) FROM event').pluck().get() as number

/** The hash of an event; null when it is not there. */
export function hashAt(connection: Connection, seq: number): string | null {
  if (seq === 0) return noHash
  const hash = connection.prepare('SELECT hash FROM event WHERE seq = ?').pluck().get(seq)
  return typeof hash === 'string' ? hash : null
}

/** Begins an epoch above every one that this bench is known to have had. */
export function raiseEpoch(connection: Connection, above: number): void {
  putSetting(connection, epochKey, Math.max(above, logIdentity(connection).epoch) + 1)
}
