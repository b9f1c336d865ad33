// The shape in which what the model holds of one worker is kept: numbers as they are, so that nothing is lost in between.
import { z } from 'zod'
import { levelSchema } from '../event/level.schema.ts'
import { taskIdSchema } from '../ids.ts'
import { stepSchema } from '../instruction/instruction.schema.ts'
import type { Attempt } from './attempt.ts'

/** What of an attempt is still asked once it is the latest at its step. */
const latestAttemptSchema = z.strictObject({
  taskId: taskIdSchema,
  seq: z.number().exactOptional(),
  wallMs: z.number(),
  startLevel: levelSchema.exactOptional(),
  highestLevel: levelSchema,
  errors: z.int(),
  helpAsked: z.boolean(),
  lessAsked: z.boolean(),
  aspects: z
    .strictObject({ kind: stepSchema.shape.kind, part: z.string().nullable(), zone: z.string().nullable() })
    .exactOptional(),
})
export type LatestAttempt = Readonly<z.infer<typeof latestAttemptSchema>>

export const latestOf = (attempt: Attempt): LatestAttempt => {
  const { taskId, seq, wallMs, startLevel, highestLevel, errors, helpAsked, lessAsked, aspects } = attempt
  return {
    taskId,
    ...(seq === undefined ? {} : { seq }),
    wallMs,
    ...(startLevel === undefined ? {} : { startLevel }),
    highestLevel,
    errors,
    helpAsked,
    lessAsked,
    ...(aspects === undefined ? {} : { aspects }),
  }
}

const abilitySchema = z.strictObject({ value: z.number(), surprises: z.int() })

export const storedLearnerSchema = z.strictObject({
  /** By task and step, or by block and step. */
  steps: z.record(
    z.string(),
    z.strictObject({
      known: z.array(z.number()),
      stabilityDays: z.number(),
      attempts: z.int(),
      evidence: z.number(),
      demonstratedInARow: z.int(),
      /** The task of the latest attempt, which is one of those in `latestAt`. */
      latest: taskIdSchema,
      latestAt: z.array(latestAttemptSchema),
      lastSuccessDay: z.string(),
    }),
  ),
  stepTypes: z.array(abilitySchema.extend({ stepType: stepSchema.shape.stepType })),
  worker: abilitySchema,
  belief: z.array(z.number()),
})
export type StoredLearner = z.infer<typeof storedLearnerSchema>
