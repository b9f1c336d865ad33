// The numbers behind an award as Open Badges results, each with a description that says what the number means.
import type { MasteryEvidence } from '../event/masteryEvidence.schema.ts'
import type { CredentialTexts } from './credentialTexts.ts'
import { type EvidenceGrade, evidenceGrades } from './evidenceGrade.ts'
import type { OpenBadge } from './openBadge.schema.ts'

type Subject = OpenBadge['credentialSubject']
type ResultDescription = NonNullable<Subject['achievement']['resultDescription']>[number]
type Result = NonNullable<Subject['result']>[number]
type Meaning = Pick<ResultDescription, 'name' | 'resultType' | 'allowedValue' | 'valueMin' | 'rubricCriterionLevel'>
type Value = Pick<Result, 'value' | 'achievedLevel'>

type Award = {
  /** The address under which the results of this achievement have theirs. */
  readonly achievementId: string
  readonly evidence: MasteryEvidence
  readonly guidanceModel: string
  readonly grade: EvidenceGrade
}

/** The results of an award and their descriptions. What was not measured is left out rather than written as nought. */
export function describeResults(
  { achievementId, evidence, guidanceModel, grade }: Award,
  texts: CredentialTexts,
): { readonly descriptions: ResultDescription[]; readonly results: Result[] } {
  const descriptions: ResultDescription[] = []
  const results: Result[] = []
  const add = (key: string, description: Meaning, result: Value) => {
    const id = `${achievementId}#${key}`
    descriptions.push({ id, type: ['ResultDescription'], ...description })
    results.push({ type: ['Result'], resultDescription: id, ...result })
  }
  const count = (key: string, name: string, value: number) =>
    add(key, { name, resultType: 'RawScore', valueMin: '0' }, { value: String(value) })

  count('unaided-cycles', texts.results.unaidedCycles, evidence.unaidedCleanCycles)
  count('attempts', texts.results.attempts, evidence.attempts)
  if (evidence.expectedCycleSeconds > 0) {
    const percent = Math.round((100 * evidence.medianCycleSeconds) / evidence.expectedCycleSeconds)
    add(
      'time-against-target',
      { name: texts.results.timeAgainstTarget, resultType: 'Percent' },
      { value: String(percent) },
    )
  }
  count('retention-days', texts.results.retentionDays, evidence.retentionDays)
  if (evidence.unaidedCleanCycles > 0) {
    const [, , , independent] = texts.guidanceLevels
    const level = { name: texts.results.guidanceLevel, resultType: 'PerformanceLevel' }
    add('guidance-level', { ...level, allowedValue: [...texts.guidanceLevels] }, { value: independent })
  }
  add('criterion', { name: texts.results.criterion, resultType: 'Result' }, { value: evidence.criterion })
  add('guidance-model', { name: texts.results.guidanceModel, resultType: 'Result' }, { value: guidanceModel })

  const levelId = (of: EvidenceGrade) => `${achievementId}#evidence-strength-${of}`
  const rubricCriterionLevel = evidenceGrades.map((of, index) => ({
    id: levelId(of),
    type: ['RubricCriterionLevel'] as ['RubricCriterionLevel'],
    ...texts.grades[of],
    level: String(index + 1),
  }))
  const strength = { name: texts.results.evidenceStrength, resultType: 'RubricCriterionLevel', rubricCriterionLevel }
  add('evidence-strength', strength, { value: texts.grades[grade].name, achievedLevel: levelId(grade) })
  return { descriptions, results }
}
