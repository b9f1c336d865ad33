// What a coach's window asks about help: what the model holds of one worker and why, what is arranged, and what to correct.
// It compares no workers and ranks nobody.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { arrangementSchema, helpBoundsSchema } from '../event/arrangement.schema.ts'
import { objectionSchema, verdictSchema } from '../event/correction.schema.ts'
import { decisionNumbersSchema } from '../event/decisionNumbers.schema.ts'
import { levelSchema } from '../event/level.schema.ts'
import { reasonSchema } from '../event/reason.schema.ts'
import { siteChancesSchema } from '../event/sitePopulation.schema.ts'
import { textSchema } from '../instruction/language.ts'
import { mediaRefSchema } from '../instruction/mediaRef.ts'
import { workerCardSchema } from '../people/person.schema.ts'
import { commonErrors } from './errors.ts'

const id = z.string().min(1).max(80)
const chance = z.number().min(0).max(1)
const command = oc.errors(commonErrors)

export const missingSchema = z
  .enum(['tooFewUnaided', 'tooFewDays', 'notFluent', 'notSureYet'])
  .nullable()
  .describe('what mastery still lacks; null when mastered')

export const taskFitSchema = z
  .enum(['alone', 'withHelp', 'learnNext', 'later'])
  .describe('done alone, done with help, the next thing to learn because much of it is known, or later')

const stepLearningSchema = z.strictObject({
  stepId: id,
  text: textSchema,
  picture: mediaRefSchema,
  known: chance.describe('probability that the step is known today'),
  low: chance.describe('lower end of the range it may well lie in'),
  high: chance,
  attempts: z.int().describe('executions that count'),
  contested: z.int().describe('executions that the worker contests and no coach has looked at'),
  level: levelSchema.describe('the help the next execution would get'),
  reason: reasonSchema,
  stuck: z.enum(['notLearning', 'keepsReturning']).nullable(),
  missing: missingSchema,
  upkeep: z
    .strictObject({ probeDueWallMs: z.number(), refreshDue: z.boolean() })
    .nullable()
    .describe('of steps whose skill was awarded: when to look again without help, and whether it has probably faded'),
  bounds: helpBoundsSchema,
  demonstrationWanted: z.boolean(),
})

const dayOfPracticeSchema = z.strictObject({
  day: z.string(),
  attempts: z.int(),
  errors: z.int(),
  helpAsked: z.int(),
  meanLevel: z.number(),
  timeToExpected: z.number().nullable().describe('median time against what the author expects'),
})

export const taskLearningSchema = z.strictObject({
  taskId: id,
  title: textSchema,
  steps: z.array(stepLearningSchema),
  days: z.array(dayOfPracticeSchema),
  curve: z
    .strictObject({ plateau: z.number(), gain: z.number(), rate: z.number() })
    .nullable()
    .describe('time against expected on day n is about plateau + gain · n^(−rate)'),
})

const plannedTaskSchema = z.strictObject({
  taskId: id,
  title: textSchema,
  picture: mediaRefSchema,
  fit: taskFitSchema,
  alone: chance.describe('expected share of steps done right without help'),
  withHints: chance,
  shown: chance,
  familiarSteps: z.int(),
  newSteps: z.int(),
})

export const workerLearningSchema = z.strictObject({
  worker: workerCardSchema,
  model: z.string().describe('name and version of the model and its numbers'),
  arrangement: arrangementSchema,
  tasks: z.array(taskLearningSchema),
  plan: z.array(plannedTaskSchema),
  notes: z.array(
    z.strictObject({
      noteId: id,
      taskId: id.nullable(),
      text: z.string(),
      writtenBy: z.string(),
      wallMs: z.number(),
    }),
  ),
})

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
  worker: command.input(ofPerson).output(workerLearningSchema),
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

export type WorkerLearning = Readonly<z.infer<typeof workerLearningSchema>>
export type TaskLearning = Readonly<z.infer<typeof taskLearningSchema>>
export type ExecutionView = Readonly<z.infer<typeof executionSchema>>
export type Refit = Readonly<z.infer<typeof refitSchema>>
