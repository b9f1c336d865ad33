// What a coach arranges about help and corrects of what the bench saw, for one worker at a time.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { arrangementSchema } from '../event/arrangement.schema.ts'
import { objectionSchema, verdictSchema } from '../event/correction.schema.ts'
import { decisionNumbersSchema } from '../event/decisionNumbers.schema.ts'
import { levelSchema } from '../event/level.schema.ts'
import { reasonSchema } from '../event/reason.schema.ts'
import { siteChancesSchema } from '../event/sitePopulation.schema.ts'
import { commonErrors } from './errors.ts'

const id = z.string().min(1).max(80)
const command = oc.errors(commonErrors)

export const executionSchema = z.strictObject({
  seq: z.int(),
  stepId: id,
  wallMs: z.number(),
  decision: z
    .strictObject({
      level: levelSchema,
      reason: reasonSchema,
      policy: z.string(),
      numbers: decisionNumbersSchema.optional(),
    })
    .nullable(),
  highestLevel: levelSchema,
  errors: z.int(),
  helpAsked: z.boolean(),
  durationMs: z.int(),
  verdict: verdictSchema,
  objection: z
    .strictObject({ because: objectionSchema, wallMs: z.number(), open: z.boolean() })
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
  from: z.string().describe('the numbers it started from'),
  chances: siteChancesSchema,
  fittedWorkers: z.int(),
  heldOutWorkers: z.int(),
  before: scoreSchema.describe('on workers held out'),
  after: scoreSchema.describe('on the same workers'),
  worthwhile: z.boolean(),
})

const ofPerson = z.strictObject({ personId: id })
const nothing = z.void()

export const guidanceContract = {
  executions: command
    .input(ofPerson.extend({ taskId: id, stepId: id.nullable() }))
    .output(z.array(executionSchema).max(200)),
  arrange: command.input(ofPerson.extend({ arrangement: arrangementSchema })).output(nothing),
  demonstrate: command.input(ofPerson.extend({ taskId: id, stepId: id })).output(nothing),
  beginAnew: command.input(ofPerson.extend({ taskId: id, stepId: id.nullable() })).output(nothing),
  judge: command.input(z.strictObject({ seq: z.int().positive(), verdict: verdictSchema })).output(nothing),
  note: command
    .input(ofPerson.extend({ taskId: id.nullable(), text: z.string().trim().min(1).max(2000) }))
    .output(nothing),
  siteNumbers: command.output(z.strictObject({ inUse: z.string(), proposal: refitSchema.nullable() })),
  acceptSiteNumbers: command.input(z.strictObject({ name: z.string().min(1).max(60) })).output(nothing),
}

export type ExecutionView = Readonly<z.infer<typeof executionSchema>>
export type Refit = Readonly<z.infer<typeof refitSchema>>
