// Has what is stored checked: what is new soon after the start, everything each night.
import type { Clock } from '../clock.ts'
import type { Integrity } from './integrity.ts'
import { startNightly } from './nightly.ts'

/** After the start, when windows have connected, in ms. */
const afterStartMs = 5000

type Ports = {
  readonly clock: Clock
  /** IANA name. */
  readonly timeZone: () => string
  /** Whether nobody is signed in. */
  readonly isQuiet: () => boolean
  readonly integrity: Integrity
  readonly onFailure: (error: unknown) => void
}

/** Returns what ends it. */
export function startChecks({ integrity, ...night }: Ports): () => void {
  const { clock, onFailure } = night
  const cancelStart = clock.at(clock.monoMs() + afterStartMs, () => {
    integrity.atStart().catch(onFailure)
  })
  const cancelNights = startNightly({ ...night, run: integrity.all })
  return () => {
    cancelStart()
    cancelNights()
  }
}
