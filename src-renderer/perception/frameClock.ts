// The clock and timers of perception, injected so that tests and rehearsals control time.

export type FrameClock = {
  /** Milliseconds since an arbitrary fixed moment; never decreases. */
  readonly nowMs: () => number
  /** Calls back once after `delayMs`; the returned function cancels it. */
  readonly after: (delayMs: number, call: () => void) => () => void
}

/** Real time, from this window's timers. */
export const windowClock: FrameClock = {
  nowMs: () => performance.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs)
    return () => {
      clearTimeout(timer)
    }
  },
}
