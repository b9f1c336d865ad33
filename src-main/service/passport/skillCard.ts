// A card of “My skills”, drawn from the signed credential itself: what was awarded stays what it was, whatever instructions are
// imported later. The sealed instruction that was practised adds its picture and the other languages, as far as the two agree.
import type { SkillCard } from '../../../src-domain/contract/bench.contract.ts'
import type { MasteryEvidence } from '../../../src-domain/event/masteryEvidence.schema.ts'
import type { Instruction, Skill } from '../../../src-domain/instruction/instruction.schema.ts'
import { languageSchema, type Text, textIn } from '../../../src-domain/instruction/language.ts'
import { mediaRef } from '../../../src-domain/instruction/mediaRef.ts'
import { openBadgeSchema } from '../../../src-domain/passport/openBadge.schema.ts'
import { readOpenBadge } from '../../../src-domain/passport/readOpenBadge.ts'
import type { SkillsCatalogue } from '../../../src-domain/passport/skillsCatalogue.schema.ts'
import type { CredentialRow } from '../../store/credentials.ts'
import { readStored } from '../../store/stored.ts'
import { catalogueNames } from './catalogueNames.ts'

export type SkillSources = {
  readonly credential: CredentialRow
  /** The sealed instruction that was practised, and which of its skills; null when it is not here. */
  readonly practised: { readonly instruction: Instruction; readonly skill: Skill } | null
  readonly evidence: MasteryEvidence | null
  readonly coachName: string
  readonly catalogue: SkillsCatalogue
  /** Whether the signature was checked just now and holds. */
  readonly verified: boolean
}

/** @throws StoreFailure `corrupted` when what is stored is no credential. */
export function skillCard({
  credential,
  practised,
  evidence,
  coachName,
  catalogue,
  verified,
}: SkillSources): SkillCard {
  const badge = readStored(openBadgeSchema, credential.document, `credential ${credential.credentialId}`)
  const facts = readOpenBadge(badge)
  const language = languageSchema.catch('en').parse(facts.skill.language)
  const agrees = practised !== null && textIn(practised.skill.name, language) === facts.skill.name
  const inItsLanguage = (text: string): Text => ({ [language]: text })
  return {
    credentialId: credential.credentialId,
    name: agrees ? practised.skill.name : inItsLanguage(facts.skill.name),
    description: agrees ? practised.skill.description : inItsLanguage(facts.skill.description),
    picture: practised && mediaRef(practised.instruction, practised.skill.picture),
    awardedWallMs: credential.issuedWallMs,
    coachName,
    strength: facts.strength ?? 'soft',
    unaidedCleanCycles: evidence?.unaidedCleanCycles ?? null,
    days: evidence?.days ?? null,
    retentionDays: evidence?.retentionDays ?? null,
    verified,
    catalogue: catalogueNames(
      catalogue,
      facts.alignments.map(({ url }) => url),
    ),
  }
}
