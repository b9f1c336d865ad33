// How hard the proof of a skill is: recognition follows the hardness of the evidence, so every credential says it.
import { z } from 'zod'
import type { MasteryEvidence } from '../event/masteryEvidence.schema.ts'

/** From the weakest to the strongest. */
export const evidenceGrades = ['soft', 'semi-hard', 'hard'] as const
export const evidenceGradeSchema = z.enum(evidenceGrades)
export type EvidenceGrade = z.infer<typeof evidenceGradeSchema>

/** What hard evidence takes at the bench: so many units in a row, the last of them at least so many days after the first. */
const hardUnits = 3
const hardRetentionDays = 1

/**
 * The grade of what a bench measured. Hard: at least 3 units in a row without help or error, repeated after at least a
 * day, and confirmed by a named coach. Semi-hard: measured but not retained or not confirmed, or only confirmed. Soft:
 * neither measured nor confirmed.
 */
export function gradeEvidence(evidence: MasteryEvidence, confirmedByCoach: boolean): EvidenceGrade {
  const measured = evidence.unaidedCleanCycles > 0
  const repeated = evidence.unaidedCleanCycles >= hardUnits && evidence.errorsLastCycles === 0
  const retained = evidence.retentionDays >= hardRetentionDays
  if (repeated && retained && confirmedByCoach) return 'hard'
  return measured || confirmedByCoach ? 'semi-hard' : 'soft'
}

/** The weakest of the grades: together, pieces of evidence are called no stronger than the weakest says. Null for none. */
export function weakestGrade(grades: readonly EvidenceGrade[]): EvidenceGrade | null {
  return evidenceGrades.find((grade) => grades.includes(grade)) ?? null
}
