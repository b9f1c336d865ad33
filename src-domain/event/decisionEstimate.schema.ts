// The learner model's estimate of a step at the moment of a guidance decision, stored with the decision for later inspection.
import { z } from 'zod'

const chance = z.number().min(0).max(1)

export const decisionEstimateSchema = z.strictObject({
  known: chance.describe('probability that the step is known'),
  low: chance.describe('lower end of the range it may well lie in'),
  high: chance,
  correct: chance.describe('expected chance of doing it right with the help that was decided'),
  attempts: z.int().nonnegative().describe('attempts it rests on'),
})
export type DecisionEstimate = Readonly<z.infer<typeof decisionEstimateSchema>>
