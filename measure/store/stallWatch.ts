// Measures how long the event loop stood still: what a hand at the table would have waited.

const everyMs = 5

/** Watches from now on; `stop` resolves with the longest time in ms that a timer was late. */
export function createStallWatch() {
  let longestMs = 0
  let dueMs = performance.now() + everyMs
  const look = () => {
    const nowMs = performance.now()
    longestMs = Math.max(longestMs, nowMs - dueMs)
    dueMs = nowMs + everyMs
  }
  const timer = setInterval(look, everyMs)
  return {
    stop: async (): Promise<number> => {
      // What stood still until now shows in the timer that fires next.
      await new Promise((resolve) => setTimeout(resolve, 2 * everyMs))
      clearInterval(timer)
      look()
      return longestMs
    },
  }
}
