// Notices when the event loop of this process stands still: a timer that is due comes late. Real time, also where a test or a
// rehearsal owns the service's clock.
import { performance } from 'node:perf_hooks'

const tickMs = 25
/** Hands and light wait this long without anybody noticing. */
const stallFromMs = 50

/** Calls `stalled` with how long the loop stood still, in ms, once after each stall. Returns what ends the watch. */
export function watchLoop(stalled: (ms: number) => void): () => void {
  let dueMs = performance.now() + tickMs
  const timer = setInterval(() => {
    const lateMs = performance.now() - dueMs
    dueMs = performance.now() + tickMs
    if (lateMs > stallFromMs) stalled(lateMs)
  }, tickMs)
  timer.unref()
  return () => clearInterval(timer)
}
