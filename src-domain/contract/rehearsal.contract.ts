// In rehearsal only: the page that rehearses moves the service's time.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { commonErrors } from './errors.ts'

const longestAdvanceMs = 400 * 86_400_000

export const rehearsalContract = {
  /**
   * Moves the service's clock on, and says which revision of the bench's state that led to. Refused when time runs by itself.
   */
  advance: oc
    .errors(commonErrors)
    .input(z.strictObject({ ms: z.int().min(0).max(longestAdvanceMs) }))
    .output(z.strictObject({ revision: z.int() })),
}
