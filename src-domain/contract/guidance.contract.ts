// What a coach arranges about help and corrects of what the bench saw, for one worker at a time.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { arrangementSchema } from '../event/arrangement.schema.ts'
import { contestReasonSchema, correctionSchema } from '../event/correction.schema.ts'
import { decisionEstimateSchema } from '../event/decisionEstimate.schema.ts'
import { levelSchema } from '../event/level.schema.ts'
import { reasonSchema } from '../event/reason.schema.ts'
import { siteParametersSchema } from '../event/siteParameters.schema.ts'
import { personIdSchema, stepIdSchema, taskIdSchema } from '../ids.ts'
import { commonErrors } from './errors.ts'

const command = oc.errors(commonErrors)

export const attemptViewSchema = z.strictObject({
  seq: z.int(),
  stepId: stepIdSchema,
  wallMs: z.number(),
  decision: z
    .strictObject({
      level: levelSchema,
      reason: reasonSchema,
      policy: z.string(),
      numbers: decisionEstimateSchema.optional(),
    })
    .nullable(),
  highestLevel: levelSchema,
  errors: z.int(),
  helpAsked: z.boolean(),
  durationMs: z.int(),
  correction: correctionSchema,
  contest: z
    .strictObject({ because: contestReasonSchema, wallMs: z.number(), open: z.boolean() })
    .nullable()
    .describe('what the worker says of it; open until a coach has decided'),
  counts: z.boolean().describe('false where it is set aside or was before a new beginning'),
})

const scoreSchema = z.strictObject({
  logLoss: z.number(),
  byLevel: z.array(
    z.strictObject({ level: levelSchema, responses: z.int(), expected: z.number(), happened: z.number() }),
  ),
})

export const refitSchema = z.strictObject({
  madeWallMs: z.number(),
  from: z.string().describe('the parameters it started from'),
  chances: siteParametersSchema,
  fittedWorkers: z.int(),
  heldOutWorkers: z.int(),
  before: scoreSchema.describe('on workers held out'),
  after: scoreSchema.describe('on the same workers'),
  worthwhile: z.boolean(),
})

const ofPerson = z.strictObject({ personId: personIdSchema })
const nothing = z.void()

export const guidanceContract = {
  attempts: command
    .input(ofPerson.extend({ taskId: taskIdSchema, stepId: stepIdSchema.nullable() }))
    .output(z.array(attemptViewSchema).max(200)),
  arrange: command.input(ofPerson.extend({ arrangement: arrangementSchema })).output(nothing),
  demonstrate: command.input(ofPerson.extend({ taskId: taskIdSchema, stepId: stepIdSchema })).output(nothing),
  beginAnew: command.input(ofPerson.extend({ taskId: taskIdSchema, stepId: stepIdSchema.nullable() })).output(nothing),
  correct: command.input(z.strictObject({ seq: z.int().positive(), correction: correctionSchema })).output(nothing),
  note: command
    .input(ofPerson.extend({ taskId: taskIdSchema.nullable(), text: z.string().trim().min(1).max(2000) }))
    .output(nothing),
  siteParameters: command.output(z.strictObject({ inUse: z.string(), proposal: refitSchema.nullable() })),
  acceptSiteParameters: command.input(z.strictObject({ name: z.string().min(1).max(60) })).output(nothing),
}

export type AttemptView = Readonly<z.infer<typeof attemptViewSchema>>
export type Refit = Readonly<z.infer<typeof refitSchema>>
