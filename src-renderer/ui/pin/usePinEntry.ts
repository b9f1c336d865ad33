// A code while it is being entered: its digits, the wait after wrong ones, and sending it.
import { useEffect, useState } from 'react'
import { every } from '../../clock.ts'
import { useClock } from '../clockContext.tsx'

const longestPin = 8
const shortestPin = 4
const countEveryMs = 250

export type PinEntry = {
  readonly digits: string
  /** False while a code is being checked, and during a wait. */
  readonly open: boolean
  readonly ready: boolean
  /** What is left of a wait; 0 for none. */
  readonly waitSeconds: number
  readonly add: (character: string) => void
  readonly erase: () => void
  readonly send: () => void
}

/**
 * @param submit sends a code and says how long to wait before the next, in ms; 0 for not at all
 */
export function usePinEntry(submit: (pin: string) => Promise<number>): PinEntry {
  const clock = useClock()
  const [digits, setDigits] = useState('')
  const [waitSeconds, setWaitSeconds] = useState(0)
  const [waitEndsMs, setWaitEndsMs] = useState(0)
  const [busy, setBusy] = useState(false)
  const open = !busy && waitSeconds === 0

  // Counted from the moment it ends, so that a page that slept meanwhile is right when it wakes.
  useEffect(() => {
    const stop = every(clock, countEveryMs, () => {
      const left = Math.max(0, Math.ceil((waitEndsMs - clock.nowMs()) / 1000))
      setWaitSeconds(left)
      if (left === 0) stop()
    })
    return stop
  }, [clock, waitEndsMs])

  const ready = open && digits.length >= shortestPin
  const send = async () => {
    setBusy(true)
    const waitMs = await submit(digits)
    setBusy(false)
    setDigits('')
    setWaitSeconds(Math.ceil(waitMs / 1000))
    setWaitEndsMs(clock.nowMs() + waitMs)
  }
  return {
    digits,
    open,
    ready,
    waitSeconds,
    add: (character) => {
      if (open && /^\d$/.test(character)) setDigits((now) => (now + character).slice(0, longestPin))
    },
    erase: () => setDigits((now) => now.slice(0, -1)),
    send: () => {
      if (ready) void send()
    },
  }
}
