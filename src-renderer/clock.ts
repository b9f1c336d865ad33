// The only source of time in the windows and their workers. Whatever waits, measures or draws asks this port, so that a test or a
// rehearsal owns time. The only file that calls the browser's clocks and timers: the linter refuses them everywhere else.

export type Clock = {
  /** Time of day in whole ms since 1970: for what people read and what the service dates, never for durations. */
  readonly wallMs: () => number
  /** Monotonic time in ms since `originMs`: for durations. */
  readonly nowMs: () => number
  /** The time of day when `nowMs` was 0, in ms since 1970. Windows add it to their own time to draw the same moment. */
  readonly originMs: number
  /** Calls back once after `delayMs`; the function that it returns cancels that. */
  readonly after: (delayMs: number, call: () => void) => () => void
  /** Calls back once, just before the window draws next, with the time of that frame; the function that it returns cancels that. */
  readonly onNextFrame: (call: (nowMs: number) => void) => () => void
}

/** The time of this window, or of this worker. */
export const windowClock: Clock = {
  wallMs: () => Date.now(),
  nowMs: () => performance.now(),
  originMs: performance.timeOrigin,
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs)
    return () => {
      clearTimeout(timer)
    }
  },
  onNextFrame(call) {
    const frame = requestAnimationFrame(call)
    return () => {
      cancelAnimationFrame(frame)
    }
  },
}

/** Calls back every `periodMs`, for the first time after one period, until the function that it returns is called. */
export function every({ after }: Pick<Clock, 'after'>, periodMs: number, call: () => void): () => void {
  const goOn = () => {
    stop = after(periodMs, goOn)
    call()
  }
  let stop = after(periodMs, goOn)
  return () => stop()
}

/** Resolves when what was drawn before the call is on the screen: drawn with the next frame, shown with the one after it. */
export const untilShown = ({ onNextFrame }: Pick<Clock, 'onNextFrame'>): Promise<void> =>
  new Promise((resolve) => {
    onNextFrame(() => {
      onNextFrame(() => resolve())
    })
  })
