// Classifies errors of service calls as the failures that the contract defines.
import { ORPCError } from '@orpc/contract'
import { z } from 'zod'
import { problemSchema } from '../../src-domain/contract/errors.ts'
import { refusals } from '../../src-domain/session/refusal.ts'
import { connection } from '../service.ts'

const wait = z.object({ waitMs: z.number() })

const promised = z.discriminatedUnion('code', [
  z.object({ code: z.literal('REFUSED'), data: z.object({ reason: z.enum(refusals) }) }),
  z.object({
    code: z.literal('NOT_STORED'),
    data: z.object({ reason: z.enum(['diskFull', 'diskFailed', 'readOnly']) }),
  }),
  z.object({ code: z.literal('WRONG_PIN'), data: wait }),
  z.object({ code: z.literal('LOCKED'), data: wait }),
  z.object({ code: z.literal('MALFORMED_PACKAGE'), data: z.object({ problems: z.array(problemSchema).readonly() }) }),
  z.object({ code: z.enum(['FORBIDDEN', 'NOT_FOUND', 'UNKNOWN_BADGE', 'BADGE_TAKEN', 'WEAK_PIN']) }),
])

/**
 * `promised`: a failure that the contract defines; `lost`: the connection broke and reconnects by itself; `fault`: a
 * defect, without details.
 */
export type Failure =
  | { readonly kind: 'promised'; readonly error: Readonly<z.infer<typeof promised>> }
  | { readonly kind: 'lost' }
  | { readonly kind: 'fault' }

/** Classifies what a call threw. Screens show nothing else of an error. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ORPCError)) return { kind: connection.state() === 'connecting' ? 'lost' : 'fault' }
  const known = error.defined ? promised.safeParse(error) : null
  return known?.success ? { kind: 'promised', error: known.data } : { kind: 'fault' }
}
