// Rules for PINs, and the back-off after failed attempts: five are free, then the wait doubles from 15 seconds.
import { z } from 'zod'

const freeTries = 5
const firstWaitMs = 15_000
const longestWaitMs = 24 * 3_600_000

const isRun = (pin: string): boolean => {
  const digits = Array.from(pin, Number)
  const steps = digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0))
  return steps.every((step) => step === 0) || steps.every((step) => step === 1) || steps.every((step) => step === -1)
}

/** Four to eight digits; for staff, not all equal and not ascending or descending. */
export const pinSchema = z.string().regex(/^\d{4,8}$/, 'a PIN is four to eight digits')
export const staffPinSchema = pinSchema.refine((pin) => !isRun(pin), 'a PIN is not all one digit and not 1234')

/** The wait before the next attempt after this many failures in a row, in ms. */
export function waitAfterFailures(failures: number): number {
  if (failures < freeTries) return 0
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(40, failures - freeTries))
}

/**
 * The remaining wait, in ms. `nowMs` and `lastFailureMs` are wall clock times in ms; setting the clock back never shortens a
 * wait: a failure in the future counts as having happened just now.
 */
export function waitLeft(failures: number, lastFailureMs: number, nowMs: number): number {
  const passed = Math.max(0, nowMs - lastFailureMs)
  return Math.max(0, waitAfterFailures(failures) - passed)
}
