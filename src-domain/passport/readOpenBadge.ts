// The facts that a person reads from a credential: what, how often, how sure, who confirmed.
import { type EvidenceGrade, evidenceGradeSchema, weakestGrade } from './evidenceGrade.ts'
import type { OpenBadge } from './openBadge.schema.ts'

export type CredentialFacts = {
  readonly credentialId: string
  /** `name` is what the issuer calls itself: a key proves no name. */
  readonly issuer: { readonly did: string; readonly name: string }
  /** The worker's pseudonym; a credential never names the worker. */
  readonly subject: string
  readonly skill: { readonly name: string; readonly description: string; readonly language: string | null }
  /** ISO 8601. */
  readonly validFrom: string
  readonly validUntil: string | null
  /** How hard the proof is; null when the credential does not say. */
  readonly strength: EvidenceGrade | null
  readonly evidence: readonly { readonly name: string; readonly narrative: string }[]
  readonly results: readonly { readonly name: string; readonly value: string }[]
  readonly alignments: readonly { readonly name: string; readonly url: string }[]
}

/** Reads the facts from a credential. It says nothing about whether they are signed: verify first. */
export function readOpenBadge(badge: OpenBadge): CredentialFacts {
  const { achievement, id: subject, result = [] } = badge.credentialSubject
  const evidence = badge.evidence ?? []
  const grades = evidence.map(({ genre }) => evidenceGradeSchema.safeParse(genre).data)
  const described = new Map((achievement.resultDescription ?? []).map((description) => [description.id, description]))
  return {
    credentialId: badge.id,
    issuer: { did: badge.issuer.id, name: badge.issuer.name ?? badge.issuer.id },
    subject,
    skill: { name: achievement.name, description: achievement.description, language: achievement.inLanguage ?? null },
    validFrom: badge.validFrom,
    validUntil: badge.validUntil ?? null,
    strength: weakestGrade(grades.filter((grade) => grade !== undefined)),
    evidence: evidence.map(({ name = '', narrative = '' }) => ({ name, narrative })),
    results: result.flatMap(({ resultDescription = '', value }) => {
      const name = described.get(resultDescription)?.name
      return name === undefined || value === undefined ? [] : [{ name, value }]
    }),
    alignments: (achievement.alignment ?? []).map(({ targetName, targetUrl }) => ({
      name: targetName,
      url: targetUrl,
    })),
  }
}
