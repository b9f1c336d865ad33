// The state of PIN entry: the digits, the waiting time after wrong ones, and submission.
import { useEffect, useState } from 'react'
import { every } from '../../clock.ts'
import { useClock } from '../clockContext.tsx'

const longestPin = 8
const shortestPin = 4
const countEveryMs = 250

export type PinEntry = {
  readonly digits: string
  /** False while a PIN is being checked, and during a waiting time. */
  readonly open: boolean
  readonly ready: boolean
  /** Remaining waiting time in s; 0 for none. */
  readonly waitSeconds: number
  readonly add: (character: string) => void
  readonly erase: () => void
  readonly send: () => void
}

/** @param submit sends a PIN and resolves with the waiting time before the next attempt, in ms; 0 for none */
export function usePinEntry(submit: (pin: string) => Promise<number>): PinEntry {
  const clock = useClock()
  const [digits, setDigits] = useState('')
  const [waitSeconds, setWaitSeconds] = useState(0)
  const [waitEndsMs, setWaitEndsMs] = useState(0)
  const [busy, setBusy] = useState(false)
  const open = !busy && waitSeconds === 0

  // Calculated from the end time, so that it is right after the page was suspended.
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
