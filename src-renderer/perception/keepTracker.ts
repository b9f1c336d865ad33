// Keeps a hand tracker running: one that crashes is replaced, after pauses that grow, until it works again or nobody wants it any more.
import type { Clock } from '../clock.ts'
import type { HandTracker } from './handTracker.ts'
import type { TrackerFailure } from './trackerMessages.ts'

export type TrackerKeeping = {
  readonly startTracker: () => HandTracker
  readonly clock: Clock
  /** A tracker is warm and ready. */
  readonly onReady: (tracker: HandTracker) => void
  /** There is none now. Only after `crashed` another one will come. */
  readonly onLost: (failure: TrackerFailure) => void
}

export type KeptTracker = {
  /** Tells that this tracker has failed. */
  readonly lost: (failure: TrackerFailure) => void
  /** Tells that it works, so that the next pause is short again. */
  readonly works: () => void
  readonly close: () => void
}

const firstPauseMs = 1000
const longestPauseMs = 30_000

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
