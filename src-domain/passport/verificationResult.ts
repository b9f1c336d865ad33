// What a check of a credential says: genuine with its facts, or not, and why, in words that someone can act on.
import type { CredentialFacts } from './readOpenBadge.ts'

export const rejectionReasons = [
  'notJson',
  'notACredential',
  'unknownContext',
  'proofMissing',
  'wrongSchema',
  'ambiguousForm',
  'proofNotUnderstood',
  'statusNotChecked',
  'issuerNotFound',
  'issuerKeyMismatch',
  'contentChanged',
  'notYetValid',
  'expired',
] as const
export type RejectionReason = (typeof rejectionReasons)[number]

export type Rejection = {
  readonly genuine: false
  readonly reason: RejectionReason
  readonly sentence: string
  readonly remedy: string
  /** Where in the file, which address or which date; null when there is nothing to add. Comes from the file: not to be trusted. */
  readonly detail: string | null
}
export type GenuineCredential = CredentialFacts & {
  readonly genuine: true
  /** True when the issuer's name comes from the reader's own list; otherwise it is what the issuer calls itself. */
  readonly nameConfirmed: boolean
}
export type VerificationResult = GenuineCredential | Rejection

const askForOriginal = 'Ask the person who sent it for the original file.'

const rejections: Readonly<Record<RejectionReason, { readonly sentence: string; readonly remedy: string }>> = {
  notJson: { sentence: 'The file is not JSON text, so it holds no credential.', remedy: askForOriginal },
  notACredential: {
    sentence: 'The file is JSON, but it is no verifiable credential.',
    remedy: 'Choose the file that was downloaded from the skills passport.',
  },
  unknownContext: {
    sentence: 'The words in the file are not the words of Open Badges 3.0, so nobody can say what was signed.',
    remedy: 'Ask for the original file, or use the checker of the product that made it.',
  },
  proofMissing: {
    sentence: 'The credential carries no signature.',
    remedy: 'Ask for the signed file: anyone could have written this one.',
  },
  wrongSchema: { sentence: 'The credential is not built as Open Badges 3.0 asks.', remedy: askForOriginal },
  ambiguousForm: {
    sentence: 'The credential is written in a way in which a change could go unnoticed.',
    remedy: askForOriginal,
  },
  proofNotUnderstood: {
    sentence: 'The credential does not carry exactly one signature of the kind eddsa-rdfc-2022.',
    remedy: 'Ask for the original file, or use the checker of the product that made it.',
  },
  statusNotChecked: {
    sentence: 'The credential can be withdrawn by its issuer, and that cannot be looked up without a network.',
    remedy: 'Ask the issuer whether it still holds.',
  },
  issuerNotFound: {
    sentence: 'The key of the issuer is not in the file and cannot be looked up without a network.',
    remedy: 'Ask the issuer to confirm the credential.',
  },
  issuerKeyMismatch: {
    sentence: 'The signature was made with another key than that of the issuer it names.',
    remedy: 'Do not rely on it. Ask the issuer it names.',
  },
  contentChanged: {
    sentence: 'The signature does not fit the content: something was changed after signing.',
    remedy: 'Do not rely on it. Ask for the original file.',
  },
  notYetValid: {
    sentence: 'The credential is dated in the future.',
    remedy: 'Check the date and time of this computer; if they are right, ask the issuer.',
  },
  expired: { sentence: 'The credential was valid until a date that has passed.', remedy: 'Ask for a newer one.' },
}

export const reject = (reason: RejectionReason, detail: string | null = null): Rejection => ({
  genuine: false,
  reason,
  ...rejections[reason],
  detail,
})
