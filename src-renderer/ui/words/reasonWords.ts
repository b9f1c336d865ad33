// Why this much help is shown, as one sentence of a language: to the worker and to the coach in their own words.
import type { Reason } from '../../../src-domain/event/reason.schema.ts'

/** A sentence for each reason, made from the reason's own numbers. */
export type ReasonWords = {
  readonly [Code in Reason['code']]: (reason: Extract<Reason, { readonly code: Code }>) => string
}

export function reasonSentence(reason: Reason, words: ReasonWords): string {
  // The compiler cannot see that a code and its numbers come from the same reason.
  const sentence = words[reason.code] as (reason: Reason) => string
  return sentence(reason)
}
