// The clock as components have it: handed down by the page, never read while a component renders.
import { createContext, use, useEffect, useState } from 'react'
import { type Clock, every } from '../clock.ts'

/** Given once, by the page. */
export const ClockContext = createContext<Clock | null>(null)

/** @throws outside the page. */
export function useClock(): Clock {
  const clock = use(ClockContext)
  if (!clock) throw new Error('The page gives its parts no clock.')
  return clock
}

/** The time of day in ms since 1970, as it was at most `everyMs` ago. */
export function useNow(everyMs: number): number {
  const clock = useClock()
  const [nowMs, setNowMs] = useState(clock.wallMs)
  useEffect(() => every(clock, everyMs, () => setNowMs(clock.wallMs())), [clock, everyMs])
  return nowMs
}
