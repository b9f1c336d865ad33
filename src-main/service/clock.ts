// The one source of time. Everything asks this port, so that tests, rehearsals and replays own time.
import { performance } from 'node:perf_hooks'

export type Clock = {
  /** Time of day in whole ms since 1970: for people, never for order. */
  readonly wallMs: () => number
  /** Monotonic time in ms since some moment: for durations. */
  readonly monoMs: () => number
  /** Runs something once the monotonic clock has reached `atMonoMs`. Returns what cancels it. */
  readonly at: (atMonoMs: number, run: () => void) => () => void
}

const longestTimerMs = 2_000_000_000

export function createSystemClock(): Clock {
  const monoMs = () => performance.now()
  return {
    wallMs: () => Date.now(),
    monoMs,
    at: (atMonoMs, run) => {
      let timer: NodeJS.Timeout
      // A timer may fire up to a millisecond early, and reaches no further than 24 days.
      const wait = () => {
        const leftMs = Math.min(longestTimerMs, Math.max(0, Math.ceil(atMonoMs - monoMs())))
        timer = setTimeout(() => (monoMs() < atMonoMs ? wait() : run()), leftMs)
      }
      wait()
      return () => clearTimeout(timer)
    },
  }
}

export type ManualClock = Clock & {
  /** Moves both clocks on, running what falls due in order, each at its own moment. */
  readonly advance: (ms: number) => void
}

/** A clock that stands still until it is moved. */
export function createManualClock(startWallMs: number): ManualClock {
  let elapsed = 0
  let waiting: { at: number; run: () => void }[] = []
  return {
    wallMs: () => Math.round(startWallMs + elapsed),
    monoMs: () => elapsed,
    at: (at, run) => {
      const entry = { at, run }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((other) => other !== entry)
      }
    },
    advance: (ms) => {
      const end = elapsed + Math.max(0, ms)
      for (;;) {
        const [due] = waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
        if (!due) break
        waiting = waiting.filter((other) => other !== due)
        elapsed = Math.max(elapsed, due.at)
        due.run()
      }
      elapsed = end
    },
  }
}
