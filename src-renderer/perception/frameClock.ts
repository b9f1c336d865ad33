// The clock of everything in perception that waits: handed in, so that a test or a rehearsal owns time.

export type FrameClock = {
  /** Milliseconds since some fixed moment; never falls. */
  readonly nowMs: () => number
  /** Calls back once after `delayMs`; the function that it returns calls it off. */
  readonly after: (delayMs: number, call: () => void) => () => void
}

/** The time of this window. */
export const windowClock: FrameClock = {
  nowMs: () => performance.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs)
    return () => {
      clearTimeout(timer)
    }
  },
}
