// Verifies whether a credential is genuine, and gives the reason if not. Needs neither a network nor this site's data.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential as verifyWithLibrary } from '@digitalbazaar/vc'
import {
  type OpenBadge,
  openBadgeContexts,
  openBadgeSchema,
  proofSchema,
} from '../../src-domain/passport/openBadge.schema.ts'
import { readOpenBadge } from '../../src-domain/passport/readOpenBadge.ts'
import type { TrustList } from '../../src-domain/passport/trustList.schema.ts'
import { type Rejection, reject, type VerificationResult } from '../../src-domain/passport/verificationResult.ts'
import { fail, type Result, succeed } from '../../src-domain/result.ts'
import { loadDocument } from './documentLoader.ts'
import { firstAmbiguity, repeatsAKey } from './plainForm.ts'

export type Reader = {
  /** The reader's wall clock in ms since 1970. */
  readonly nowMs: number
  /** Issuers whose names the reader confirms. When omitted, no name is confirmed. */
  readonly trusted?: TrustList
}

const longestText = 256_000
/** Tolerated difference between the issuer's and the reader's clock. */
const clockSkewMs = 5 * 60_000
const didKeyPattern = /^did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{44})$/

type Examined = Result<OpenBadge, Rejection>
const refuse = (...reason: Parameters<typeof reject>): Examined => fail(reject(...reason))

/** Verifies the text of a credential file. Never throws: for any text, the result says what is wrong with it. */
export async function verifyCredential(text: string, { nowMs, trusted }: Reader): Promise<VerificationResult> {
  const examined = examine(text)
  if (!examined.ok) return examined.failure
  const badge = examined.value
  if (!(await isSigned(badge))) return reject('contentChanged')
  if (Date.parse(badge.validFrom) > nowMs + clockSkewMs) return reject('notYetValid', badge.validFrom)
  if (badge.validUntil !== undefined && Date.parse(badge.validUntil) < nowMs - clockSkewMs) {
    return reject('expired', badge.validUntil)
  }
  const facts = readOpenBadge(badge)
  const known = trusted?.issuers.find(({ did }) => did === facts.issuer.did)
  return { ...facts, genuine: true, issuer: { ...facts.issuer, ...known }, nameConfirmed: known !== undefined }
}

/**
 * Parses the text as a credential with its issuer's own proof, without checking the signature. The signature is checked on the
 * parsed value itself, not on a schema's output, which may have dropped unknown members.
 */
function examine(text: string): Examined {
  if (text.length > longestText) return refuse('notACredential')
  const json = parseJson(text)
  if (json === undefined) return refuse('notJson')
  if (!isRecord(json) || !listOf(json['type']).includes('VerifiableCredential')) return refuse('notACredential')
  const { '@context': contexts, proof: proofs, ...content } = json

  const foreign = listOf(contexts).find((context, index) => context !== openBadgeContexts[index])
  if (foreign !== undefined) return refuse('unknownContext', nameOf(foreign))
  if (listOf(contexts).length < openBadgeContexts.length) return refuse('unknownContext')
  if (listOf(proofs).length === 0) return refuse('proofMissing')
  const badge = openBadgeSchema.safeParse(json)
  if (!badge.success) return refuse('wrongSchema', badge.error.issues[0]?.path.join('.') ?? null)
  if (repeatsAKey(text, json)) return refuse('ambiguousForm')
  const ambiguity = firstAmbiguity(content)
  if (ambiguity !== null) return refuse('ambiguousForm', ambiguity)
  if ('credentialStatus' in content) return refuse('statusNotChecked')

  const proof = proofSchema.array().length(1).safeParse(proofs).data?.[0]
  if (!proof) return refuse('proofNotUnderstood')
  const issuer = badge.data.issuer.id
  const key = didKeyPattern.exec(issuer)?.[1]
  if (key === undefined) return refuse('issuerNotFound', issuer)
  if (proof.verificationMethod !== `${issuer}#${key}`) return refuse('issuerKeyMismatch', proof.verificationMethod)
  return succeed(json as OpenBadge)
}

/** The library checks dates as well; it is given the credential's own date, so that the result depends on the signature alone. */
async function isSigned(badge: OpenBadge): Promise<boolean> {
  const { verified } = await verifyWithLibrary({
    credential: badge,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loadDocument,
    now: new Date(badge.validFrom),
  })
  return verified
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : value === undefined || value === null ? [] : [value]

const nameOf = (context: unknown): string => (typeof context === 'string' ? context : 'a vocabulary of its own')
