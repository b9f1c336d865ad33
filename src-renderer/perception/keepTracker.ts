// Keeps a hand tracker running: restarts one that crashed, after increasing pauses, until it works again or is closed.
import type { Clock } from '../clock.ts'
import type { HandTracker } from './handTracker.ts'
import type { TrackerFailure } from './trackerMessages.ts'

export type TrackerKeeping = {
  readonly startTracker: () => HandTracker
  readonly clock: Clock
  /** Called when a tracker has warmed up. */
  readonly onReady: (tracker: HandTracker) => void
  /** Called when there is no working tracker. A new one is started only after the reason `crashed`. */
  readonly onLost: (failure: TrackerFailure) => void
}

export type KeptTracker = {
  /** To call when the tracker failed on a frame. */
  readonly lost: (failure: TrackerFailure) => void
  /** To call when it answered a frame, so that the next pause is short again. */
  readonly works: () => void
  readonly close: () => void
}

const firstPauseMs = 1000
const longestPauseMs = 30_000

/** Starts a tracker at once. Pauses before a restart double from 1 s to 30 s; other failures than a crash are final. */
export function keepTracker({ startTracker, clock, onReady, onLost }: TrackerKeeping): KeptTracker {
  const closing = new AbortController()
  let tracker: HandTracker | null = null
  let pauseMs = firstPauseMs
  let stopWaiting: () => void = () => undefined

  const start = async () => {
    const fresh = startTracker()
    tracker = fresh
    const started = await fresh.started
    if (closing.signal.aborted) return
    if (started.ok) onReady(fresh)
    else lost(started.failure)
  }
  const lost = (failure: TrackerFailure) => {
    tracker?.close()
    tracker = null
    if (failure.reason === 'crashed') {
      stopWaiting = clock.after(pauseMs, () => void start())
      pauseMs = Math.min(2 * pauseMs, longestPauseMs)
    }
    onLost(failure)
  }

  void start()
  return {
    lost,
    works() {
      pauseMs = firstPauseMs
    },
    close() {
      closing.abort()
      stopWaiting()
      tracker?.close()
    },
  }
}
