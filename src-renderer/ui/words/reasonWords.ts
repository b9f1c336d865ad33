// Why this much help is shown, as one sentence of a language: to the worker and to the coach in their own words.
import type { Reason } from '../../../src-domain/event/reason.schema.ts'
import type { CountedText } from '../../../src-domain/instruction/plural.ts'

/** A sentence for each reason. Those with a code in `Counted` tell the reason's numbers; the others are not given any. */
export type ReasonWords<Counted extends Reason['code']> = {
  readonly [Code in Reason['code']]: Code extends Counted
    ? (reason: Extract<Reason, { readonly code: Code }>) => CountedText
    : () => string
}

/** The sentence for a reason, with its numbers where these words tell them. */
export function reasonSentence<Counted extends Reason['code']>(reason: Reason, words: ReasonWords<Counted>): string {
  // The compiler cannot see that a code and its numbers come from the same reason.
  const sentence = words[reason.code] as (reason: Reason) => string
  return sentence(reason)
}
