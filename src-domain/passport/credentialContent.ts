// Writes what a credential says: one demonstrated skill as an Open Badge, without its signature and without the worker's name.
import type { StaffRole } from '../access/roles.ts'
import type { MasteryEvidence } from '../event/masteryEvidence.schema.ts'
import type { CredentialId, SiteId, TaskId } from '../ids.ts'
import type { Skill } from '../instruction/instruction.schema.ts'
import { textIn } from '../instruction/language.ts'
import { type CredentialLanguage, type CredentialTexts, credentialTexts } from './credentialTexts.ts'
import { describeResults } from './describeResults.ts'
import { type EvidenceGrade, gradeEvidence } from './evidenceGrade.ts'
import { type OpenBadge, openBadgeContexts } from './openBadge.schema.ts'
import type { CatalogueSkill, SkillsCatalogue } from './skillsCatalogue.schema.ts'

/** What is known when a coach awards a skill. Of the worker only a pseudonym: their key. */
export type AwardFacts = {
  /** A fresh UUID. */
  readonly credentialId: CredentialId
  /** Time of day of the award in ms since 1970. */
  readonly awardedWallMs: number
  readonly language: CredentialLanguage
  readonly issuer: { readonly did: string; readonly name: string }
  readonly subjectDid: string
  readonly siteId: SiteId
  readonly task: { readonly id: TaskId; readonly version: number }
  readonly skill: Pick<Skill, 'id' | 'name' | 'description' | 'catalogue'>
  readonly evidence: MasteryEvidence
  /** Name and version of the policy that decided the guidance. */
  readonly guidanceModel: string
  readonly coach: { readonly name: string; readonly role: StaffRole }
}

const escoPrefix = 'http://data.europa.eu/esco/'
const onetDatabase = 'https://www.onetcenter.org/database.html'

const secondOf = (wallMs: number): string => new Date(wallMs).toISOString().replace(/\.\d+Z$/, 'Z')
/** Readers need no more than the day of the work. */
const dayOf = (wallMs: number): string => `${new Date(wallMs).toISOString().slice(0, 10)}T00:00:00Z`

/**
 * The credential for an award, ready to be signed by the issuer's key. The achievement, its results and the bench have
 * addresses under the issuer's DID, so that the same skill by the same rule has the same address for every worker.
 */
export function credentialContent(facts: AwardFacts, catalogue: SkillsCatalogue): OpenBadge {
  const { issuer, skill, evidence, guidanceModel, language } = facts
  const texts = credentialTexts[language]
  const achievementId = `${issuer.did}/achievement/${facts.task.id}/${skill.id}/${evidence.criterion}`
  const grade = gradeEvidence(evidence, true)
  const { descriptions, results } = describeResults({ achievementId, evidence, guidanceModel, grade }, texts)
  const name = textIn(skill.name, language)
  return {
    '@context': [...openBadgeContexts],
    id: `urn:uuid:${facts.credentialId}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name },
    validFrom: secondOf(facts.awardedWallMs),
    awardedDate: secondOf(facts.awardedWallMs),
    credentialSubject: {
      id: facts.subjectDid,
      type: ['AchievementSubject'],
      activityStartDate: dayOf(evidence.firstWallMs),
      activityEndDate: dayOf(evidence.lastWallMs),
      source: {
        id: `${issuer.did}/bench/${encodeURIComponent(facts.siteId)}`,
        type: ['Profile'],
        name: texts.bench,
      },
      achievement: {
        id: achievementId,
        type: ['Achievement'],
        achievementType: 'Competency',
        name,
        description: textIn(skill.description, language),
        inLanguage: language,
        version: String(facts.task.version),
        criteria: { narrative: texts.criteria[evidence.criterion] ?? texts.criteria.other },
        ...alignmentsOf(skill.catalogue, catalogue, language),
        resultDescription: descriptions,
      },
      result: results,
    },
    evidence: evidenceOf(facts, grade, texts),
  }
}

function evidenceOf({ evidence, coach }: AwardFacts, grade: EvidenceGrade, texts: CredentialTexts) {
  const measurement = texts.measurement({
    units: evidence.unaidedCleanCycles,
    days: evidence.days,
    withoutError: evidence.errorsLastCycles === 0,
  })
  const piece = (name: string, narrative: string) => ({
    type: ['Evidence'] as ['Evidence'],
    name,
    narrative,
    genre: grade,
  })
  return [
    piece(texts.measured, measurement),
    piece(texts.confirmed(coach.name), texts.confirmation(coach.name, texts.roles[coach.role])),
  ]
}

function alignmentsOf(uris: readonly string[], catalogue: SkillsCatalogue, language: CredentialLanguage) {
  const known = new Map(catalogue.skills.map((skill) => [skill.uri, skill]))
  const held = [...new Set(uris)].map((uri) => ({ uri, known: known.get(uri) }))
  const activities = new Map(held.flatMap(({ known: skill }) => (skill?.onet ? [[skill.onet.id, skill.onet]] : [])))
  const alignment = [
    ...held.map((skill) => skillAlignment(skill.uri, skill.known, catalogue.framework, language)),
    ...[...activities.values()].map(activityAlignment),
  ]
  return alignment.length > 0 ? { alignment } : {}
}

/** A URI that the catalogue does not name keeps its place under its own address: it is the key that others join on. */
const skillAlignment = (
  uri: string,
  known: CatalogueSkill | undefined,
  framework: string,
  language: CredentialLanguage,
) => ({
  type: ['Alignment'] as ['Alignment'],
  targetName: known?.label[language] ?? uri,
  targetUrl: uri,
  ...(known ? { targetFramework: framework } : {}),
  ...(uri.startsWith(escoPrefix) ? { targetType: 'ext:ESCOSkill' } : {}),
})

const activityAlignment = ({ id, title }: { readonly id: string; readonly title: string }) => ({
  type: ['Alignment'] as ['Alignment'],
  targetName: title,
  targetUrl: onetDatabase,
  targetCode: id,
  targetFramework: 'O*NET',
  targetType: 'ext:ONETDetailedWorkActivity',
})
