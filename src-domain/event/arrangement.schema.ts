// A coach's settings for one worker's help, which override the learner model. They hold until they are replaced.
import { z } from 'zod'
import { stepIdSchema, taskIdSchema } from '../ids.ts'
import { levelSchema } from './level.schema.ts'

/** Bounds for one step, or for all steps of a worker. `pinned` wins over `least` and `most`. */
export const helpBoundsSchema = z.strictObject({
  pinned: levelSchema.optional(),
  least: levelSchema.optional(),
  most: levelSchema.optional(),
})

export const arrangementSchema = z.strictObject({
  by: z
    .union([z.enum(['model', 'rule']), levelSchema])
    .describe('the learner model, the shipped rule, or one level always'),
  hintsPerMistake: z.int().min(4).max(60).describe('how many hints one mistake is worth: more means slower fading'),
  mentorDependent: z.boolean().describe('help is only taken away by the worker or a coach'),
  bounds: helpBoundsSchema,
  steps: z.array(z.strictObject({ taskId: taskIdSchema, stepId: stepIdSchema, bounds: helpBoundsSchema })).max(500),
})

export type HelpBounds = Readonly<z.infer<typeof helpBoundsSchema>>
export type Arrangement = Readonly<z.infer<typeof arrangementSchema>>

/** What holds for a worker nobody arranged anything for. */
export const usualArrangement: Arrangement = {
  by: 'model',
  hintsPerMistake: 16,
  mentorDependent: false,
  bounds: {},
  steps: [],
}
