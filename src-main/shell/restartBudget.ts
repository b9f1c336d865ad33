// How soon a dead service is started again: at once a few times, then with patience.

const windowMs = 60_000
const quickRestarts = 5
const patienceMs = 30_000

/** Counts restarts within the last minute; `next` says how long to wait before the one that is due now, in ms. */
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
