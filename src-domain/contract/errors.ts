// The failures that callers can rely on. Any other error is a fault in this program and reaches callers without detail.
import { z } from 'zod'
import { refusals } from '../session/refusal.ts'

export const problemSchema = z.strictObject({ path: z.string(), reason: z.string(), remedy: z.string() })

export const commonErrors = {
  /** The caller's role may not do this. */
  FORBIDDEN: {},
  /** The command cannot be carried out in the present state. */
  REFUSED: { data: z.strictObject({ reason: z.enum(refusals) }) },
  /** What was asked for is not there. */
  NOT_FOUND: { data: z.strictObject({ what: z.string() }) },
  /** The disk or the database did not take it: nothing was changed. */
  NOT_STORED: { data: z.strictObject({ reason: z.enum(['diskFull', 'diskFailed', 'readOnly']) }) },
} as const

export const signInErrors = {
  ...commonErrors,
  UNKNOWN_BADGE: {},
  WRONG_PIN: { data: z.strictObject({ waitMs: z.int().nonnegative() }) },
  LOCKED: { data: z.strictObject({ waitMs: z.int().nonnegative() }) },
} as const
