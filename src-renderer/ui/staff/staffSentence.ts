// The message to staff about a failure.
import type { Failure } from '../failure.ts'
import type { StaffWords } from '../words/staffWords.ts'

/** The message in the language of the given texts. */
export function staffSentence(failure: Failure, { failure: sentences, signIn }: StaffWords): string {
  if (failure.kind !== 'promised') return sentences[failure.kind]
  const { error } = failure
  switch (error.code) {
    case 'FORBIDDEN':
      return sentences.forbidden
    case 'NOT_FOUND':
      return sentences.notFound
    case 'REFUSED':
      return sentences.notNow
    case 'NOT_STORED':
      return sentences[error.data.reason]
    case 'BADGE_TAKEN':
      return sentences.badgeTaken
    case 'WEAK_PIN':
      return sentences.weakPin
    case 'WRONG_PIN':
      return signIn.wrongPin
    case 'LOCKED':
      return signIn.wait(Math.ceil(error.data.waitMs / 1000))
    default:
      return sentences.fault
  }
}
