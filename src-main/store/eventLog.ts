// The log on disk: appends chained events, begins epochs, closes segments, and reads events back.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Fact, factSchema } from '../../src-domain/event/event.schema.ts'
import { versionOf } from '../../src-domain/event/factVersions.ts'
import { genesisOf, hashBeforeEpochs, hashOf } from '../../src-domain/event/hashChain.ts'
import type { EventHeader, LoggedEvent } from '../../src-domain/event/loggedEvent.ts'
import { type BenchId, benchIdSchema, type NewId } from '../../src-domain/ids.ts'
import type { Connection } from './connection.ts'
import type { LogKey } from './logKey.ts'
import { createLogRows, type LogRows } from './logRows.ts'
import { createSegments, type SegmentRule, type Segments } from './segments.ts'
import { sha256 } from './sha256.ts'
import { type Extent, type LogFlaw, verifyLog } from './verifyLog.ts'

/** When something happened: the time of day, and a monotonic clock that starts with each boot of the service. */
export type Timestamp = { readonly wallMs: number; readonly monoMs: number; readonly bootId: string }

/** Why an epoch begins. */
export type EpochCause = Extract<Fact, { type: 'epochStarted' }>['because']

export type EventLogPorts = SegmentRule & {
  readonly newId: NewId
  readonly logKey: LogKey
  /** Where this log lies, as `placeOf` says: another place than before means that it is a copy. */
  readonly place: string
}

export type EventWriter = {
  /**
   * Appends inside the caller's transaction.
   * @throws when a fact does not have its shape: it could not be read again.
   */
  readonly append: (facts: readonly Fact[], timestamp: Timestamp) => readonly LoggedEvent[]
  /**
   * Begins a new life of the log inside the caller's transaction, and closes the segment of the one before.
   * @param above the highest epoch that is known of besides those in this log.
   */
  readonly beginEpoch: (because: EpochCause, timestamp: Timestamp, above?: number) => readonly LoggedEvent[]
}

export type EventLog = EventWriter & {
  readonly rows: LogRows
  readonly segments: Segments
  /**
   * The first flaw of the log, or null.
   * @param known hashes of segment heads that are known from outside.
   */
  readonly verify: (extent: Extent, known?: readonly string[]) => LogFlaw | null
}

type Joint = Pick<EventHeader, 'benchId' | 'epoch' | 'seq' | 'previousHash'>

export function createEventLog(
  connection: Connection,
  { newId, logKey, place, ...segmentRule }: EventLogPorts,
): EventLog {
  const rows = createLogRows(connection)
  const segments = createSegments(connection, rows)
  const insert = connection.prepare(
    `INSERT INTO event (seq, epoch, wall_ms, mono_ms, boot_id, type, version, fact, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertEpoch = connection.prepare('INSERT INTO epoch VALUES (?, ?, ?, ?, ?, ?)')

  function write(fact: Fact, joint: Joint, { wallMs, monoMs, bootId }: Timestamp): LoggedEvent {
    mustBeReadable(fact)
    const header: EventHeader = {
      ...joint,
      type: fact.type,
      version: versionOf(fact.type),
      wallMs: Math.round(wallMs),
      monoMs: Math.max(0, Math.round(monoMs)),
      bootId,
    }
    const text = JSON.stringify(fact)
    const hash = hashOf({ ...header, text }, sha256)
    const { epoch, seq, type, version, previousHash } = header
    insert.run(seq, epoch, header.wallMs, header.monoMs, bootId, type, version, text, previousHash, hash)
    return { ...header, fact, hash }
  }

  function append(facts: readonly Fact[], timestamp: Timestamp): readonly LoggedEvent[] {
    if (facts.length === 0) return []
    const epoch = rows.epochs().at(-1)
    if (!epoch) throw new Error('No epoch of this log was begun.')
    if (segments.isFull(timestamp.wallMs, segmentRule)) segments.close(logKey, epoch.epoch)
    let end: Pick<LoggedEvent, 'seq' | 'hash'> | null = rows.last()
    return facts.map((fact) => {
      if (!end) throw new Error('The log has an epoch and no event.')
      const { benchId } = epoch
      const event = write(fact, { benchId, epoch: epoch.epoch, seq: end.seq + 1, previousHash: end.hash }, timestamp)
      end = event
      return event
    })
  }

  function beginEpoch(because: EpochCause, timestamp: Timestamp, above = 0): readonly LoggedEvent[] {
    const end = rows.last()
    const before = rows.epochs().at(-1)
    const epoch = Math.max(before?.epoch ?? 0, above) + 1
    const benchId: BenchId = before?.benchId ?? newId(benchIdSchema)
    const instanceId = randomUUID()
    const { publicKey } = logKey
    const seq = (end?.seq ?? 0) + 1
    insertEpoch.run(epoch, benchId, seq, publicKey, instanceId, place)
    segments.close(logKey, epoch)
    const previousHash = genesisOf({ benchId, epoch, publicKey }, end?.hash ?? hashBeforeEpochs, sha256)
    const fact = { type: 'epochStarted', because, publicKey, instanceId } as const
    return [write(fact, { benchId, epoch, seq, previousHash }, timestamp)]
  }

  return {
    append,
    beginEpoch,
    rows,
    segments,
    verify: (extent: Extent, known: readonly string[] = []): LogFlaw | null => verifyLog(rows, segments, extent, known),
  }
}

function mustBeReadable(fact: Fact): void {
  const { error } = factSchema.safeParse(fact)
  if (error) throw new Error(`The fact "${fact.type}" was not written: ${z.prettifyError(error)}`)
}
