// Runs what takes long and should disturb nobody once a night, at three o'clock in the site's time zone.
import type { Clock } from '../clock.ts'

const hour = 3
const dayMs = 86_400_000
/** How long to wait when somebody still works, and for how long it is tried. */
const againMs = 15 * 60_000
const patienceMs = 2 * 3_600_000

type Ports = {
  readonly clock: Clock
  /** IANA name. */
  readonly timeZone: () => string
  /** Whether nobody is signed in. */
  readonly isQuiet: () => boolean
  readonly run: () => Promise<unknown>
  readonly onFailure: (error: unknown) => void
}

/** The time in ms until the next 03:00; a night in which the clocks change may shift it by that hour. */
export function untilNight(wallMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(wallMs)
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  const sinceMidnightMs = ((of('hour') * 60 + of('minute')) * 60 + of('second')) * 1000
  return ((hour * 3_600_000 - sinceMidnightMs + dayMs - 1) % dayMs) + 1
}

/** Starts waiting for the nights; returns what ends it. A night in which somebody works until five is left out. */
export function startNightly({ clock, timeZone, isQuiet, run, onFailure }: Ports): () => void {
  let cancel = () => {}

  function wait(ms: number, then: () => void): void {
    cancel = clock.at(clock.monoMs() + ms, then)
  }

  function waitForNight(): void {
    wait(untilNight(clock.wallMs(), timeZone()), () => attempt(patienceMs))
  }

  function attempt(patienceLeftMs: number): void {
    if (!isQuiet() && patienceLeftMs > 0) return wait(againMs, () => attempt(patienceLeftMs - againMs))
    waitForNight()
    if (isQuiet()) run().catch(onFailure)
  }

  waitForNight()
  return () => cancel()
}
