// A clock that a test advances.
import type { FrameClock } from '../../../src-renderer/perception/frameClock.ts'

export type ManualClock = FrameClock & {
  /** Advances the clock by `ms`: calls everything due in order, and waits for the promises it started. */
  readonly pass: (ms: number) => Promise<void>
}

/** Creates a clock at 0 ms. */
export function manualClock(): ManualClock {
  let nowMs = 0
  let waiting: { readonly dueMs: number; readonly call: () => void }[] = []
  return {
    nowMs: () => nowMs,
    after(delayMs, call) {
      const timer = { dueMs: nowMs + delayMs, call }
      waiting.push(timer)
      return () => {
        waiting = waiting.filter((other) => other !== timer)
      }
    },
    async pass(ms) {
      const untilMs = nowMs + ms
      await settled()
      for (;;) {
        const next = waiting.filter(({ dueMs }) => dueMs <= untilMs).sort((a, b) => a.dueMs - b.dueMs)[0]
        if (!next) break
        waiting = waiting.filter((timer) => timer !== next)
        nowMs = next.dueMs
        next.call()
        await settled()
      }
      nowMs = untilMs
      await settled()
    },
  }
}

/** Waits until all promises that can settle have done so. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
