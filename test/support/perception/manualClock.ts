// A clock that a test advances.
import type { Clock } from '../../../src-renderer/clock.ts'

export type ManualClock = Clock & {
  /** Lets so much time pass: everything due on the way is called in its order, and what it set going comes to rest. */
  readonly pass: (ms: number) => Promise<void>
}

/** A window draws so often, ms: on a fixed grid, whenever it is asked. */
const frameMs = 16

/** @param startWallMs the time of day at which it begins, in ms since 1970. */
export function manualClock(startWallMs = 0): ManualClock {
  let nowMs = 0
  let waiting: { readonly dueMs: number; readonly call: () => void }[] = []
  const after = (delayMs: number, call: () => void) => {
    const timer = { dueMs: nowMs + delayMs, call }
    waiting.push(timer)
    return () => {
      waiting = waiting.filter((other) => other !== timer)
    }
  }
  return {
    nowMs: () => nowMs,
    wallMs: () => Math.round(startWallMs + nowMs),
    originMs: startWallMs,
    after,
    onNextFrame: (call) => after(frameMs - (nowMs % frameMs), () => call(nowMs)),
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
