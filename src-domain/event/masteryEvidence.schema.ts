// What a mastery proposal rests on, as numbers a coach can check and a credential can carry.
import { z } from 'zod'

export const masteryEvidenceSchema = z.strictObject({
  criterion: z.string().max(40).describe('name and version of the rule that proposed'),
  unaidedCleanCycles: z.int().nonnegative(),
  attempts: z.int().nonnegative().describe('attempts at the skill’s steps so far'),
  errorsLastCycles: z.int().nonnegative().describe('errors in the cycles that count'),
  days: z.int().nonnegative().describe('different days on which steps were done without help'),
  firstWallMs: z.number(),
  lastWallMs: z.number(),
  retentionDays: z.number().nonnegative().describe('days between the first and the last clean cycle that count'),
  medianCycleSeconds: z.number().nonnegative(),
  expectedCycleSeconds: z.number().nonnegative(),
})
export type MasteryEvidence = Readonly<z.infer<typeof masteryEvidenceSchema>>
