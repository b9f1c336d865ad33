// A clock that a test turns by hand.
import type { FrameClock } from '../../../src-renderer/perception/frameClock.ts'

export type ManualClock = FrameClock & {
  /** Lets so much time pass: everything due on the way is called in its order, and what it set going comes to rest. */
  readonly pass: (ms: number) => Promise<void>
}

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

/** Lets all promises that can settle do so. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
