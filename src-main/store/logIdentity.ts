// Which log a database holds: of which bench, in which epoch, and where it ends. Works on databases of every released schema.
import { z } from 'zod'
import type { Connection } from './connection.ts'

export type LogIdentity = {
  /** Null before November 2026, when benches had no id of their own. */
  readonly benchId: string | null
  /** Null before the bench is set up. */
  readonly siteId: string | null
  readonly siteName: string
  /** 0 before November 2026. */
  readonly epoch: number
  /** 0 and a hash of zeros while the log is empty. */
  readonly lastSeq: number
  readonly lastHash: string
}

const siteSchema = z.object({ siteId: z.string(), name: z.string() })
/** The schema that brought epochs. */
const epochsSince = 8

export const noHash = '0'.repeat(64)

/** A setting's stored text as a value; undefined where there is none. */
export function storedSetting(connection: Connection, key: string): unknown {
  const text = connection.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key)
  return typeof text === 'string' ? JSON.parse(text) : undefined
}

export type EpochEnd = { readonly epoch: number; readonly benchId: string; readonly publicKey: string }

/** The newest epoch; null in a log that has none yet. */
export function newestEpoch(connection: Connection): EpochEnd | null {
  if ((connection.pragma('user_version', { simple: true }) as number) < epochsSince) return null
  const newest = connection.prepare<[], EpochEnd>(
    'SELECT epoch, bench_id AS benchId, public_key AS publicKey FROM epoch ORDER BY epoch DESC LIMIT 1',
  )
  return newest.get() ?? null
}

/** @throws what SQLite throws when the pages that it needs are damaged. */
export function logIdentity(connection: Connection): LogIdentity {
  const last = connection.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1',
  )
  const { seq, hash } = last.get() ?? { seq: 0, hash: noHash }
  const site = siteSchema.safeParse(storedSetting(connection, 'site')).data
  const newest = newestEpoch(connection)
  return {
    benchId: newest?.benchId ?? null,
    siteId: site?.siteId ?? null,
    siteName: site?.name ?? '',
    epoch: newest?.epoch ?? 0,
    lastSeq: seq,
    lastHash: hash,
  }
}

type Who = Pick<LogIdentity, 'benchId' | 'siteId'>

/** Whether two logs are of one bench. One from before November 2026 is told by its site, which had one bench. */
export const isSameBench = (a: Who, b: Who): boolean =>
  a.benchId !== null && b.benchId !== null ? a.benchId === b.benchId : a.siteId !== null && a.siteId === b.siteId

/** The hash of an event; null when it is not there. */
export function hashAt(connection: Connection, seq: number): string | null {
  if (seq === 0) return noHash
  const hash = connection.prepare('SELECT hash FROM event WHERE seq = ?').pluck().get(seq)
  return typeof hash === 'string' ? hash : null
}
