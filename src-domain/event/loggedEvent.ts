// An event as it stands in the log of a bench: the header that orders, dates and chains it, and the fact.
import type { BenchId } from '../ids.ts'
import type { Fact } from './event.schema.ts'
import type { EventRef } from './eventRef.schema.ts'

/**
 * `seq` orders everything; `monoMs` is a monotonic clock within `bootId`, for durations; `wallMs` is the time of day, for people.
 * `version` is that of the fact's type as it was written.
 */
export type EventHeader = {
  readonly benchId: BenchId
  readonly epoch: number
  readonly seq: number
  readonly type: string
  readonly version: number
  readonly wallMs: number
  readonly monoMs: number
  readonly bootId: string
  readonly previousHash: string
}

/** What is on the disk: `text` is the fact as JSON, byte for byte, whatever this program understands of it. */
export type StoredEvent = EventHeader & { readonly text: string; readonly hash: string }

/** A stored event that was read: its fact has the newest version of its type. */
export type LoggedEvent = EventHeader & { readonly fact: Fact; readonly hash: string }

export const refOf = ({ benchId, epoch, seq }: EventRef): EventRef => ({ benchId, epoch, seq })
