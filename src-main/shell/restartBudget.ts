// Restart delays with back-off: at once for the first few restarts, then increasing up to a limit.

const windowMs = 60_000
const quickRestarts = 5
const patienceMs = 30_000

/** Counts the restarts within the last minute; `next` returns how long to wait before the restart that is due now, in ms. */
export function createRestartBudget() {
  let recent: number[] = []
  return {
    next: (nowMs: number): number => {
      recent = recent.filter((atMs) => nowMs - atMs < windowMs)
      const waitMs = recent.length >= quickRestarts ? patienceMs : recent.length * 200
      recent.push(nowMs + waitMs)
      return waitMs
    },
  }
}
