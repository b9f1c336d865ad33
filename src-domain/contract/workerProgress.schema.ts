// What a coach sees of one worker: practice per task and step, what the model holds of it and why, and what is arranged.
import { z } from 'zod'
import { arrangementSchema, helpBoundsSchema } from '../event/arrangement.schema.ts'
import { levelSchema } from '../event/level.schema.ts'
import { reasonSchema } from '../event/reason.schema.ts'
import { noteIdSchema, stepIdSchema, taskIdSchema } from '../ids.ts'
import { textSchema } from '../instruction/language.ts'
import { mediaRefSchema } from '../instruction/mediaRef.ts'
import { workerCardSchema } from '../people/person.schema.ts'

const chance = z.number().min(0).max(1)

export const taskFitSchema = z
  .enum(['alone', 'withHelp', 'learnNext', 'later'])
  .describe('done alone, done with help, the next thing to learn because much of it is known, or later')

const stepProgressSchema = z.strictObject({
  stepId: stepIdSchema,
  text: textSchema,
  picture: mediaRefSchema,
  level: levelSchema.describe('the help the next attempt would get'),
  reason: reasonSchema,
  levels: z.array(levelSchema).max(40).describe('highest level shown, latest attempts, oldest first'),
  known: chance.describe('probability that the step is known today'),
  low: chance.describe('lower end of the range it may well lie in'),
  high: chance,
  attempts: z.int().describe('attempts that count'),
  errors: z.int(),
  helpAsked: z.int(),
  unaidedInARow: z.int(),
  lastSeconds: z.number().nullable(),
  plateauSeconds: z.number().nullable(),
  contested: z.int().describe('attempts that the worker contests and no coach has looked at'),
  stuck: z.enum(['notLearning', 'keepsReturning']).nullable(),
  missing: z
    .enum(['tooFewUnaided', 'tooFewDays', 'notFluent', 'notSureYet'])
    .nullable()
    .describe('what mastery still lacks; null when mastered'),
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

const taskProgressSchema = z.strictObject({
  taskId: taskIdSchema,
  title: textSchema,
  picture: mediaRefSchema,
  cycles: z.int(),
  cleanCycles: z.int(),
  steps: z.array(stepProgressSchema),
  days: z.array(dayOfPracticeSchema),
  curve: z
    .strictObject({ plateau: z.number(), gain: z.number(), rate: z.number() })
    .nullable()
    .describe('time against expected on day n is about plateau + gain · n^(−rate)'),
})

const plannedTaskSchema = z.strictObject({
  taskId: taskIdSchema,
  title: textSchema,
  picture: mediaRefSchema,
  fit: taskFitSchema,
  alone: chance.describe('expected share of steps done right without help'),
  withHints: chance,
  shown: chance,
  familiarSteps: z.int(),
  newSteps: z.int(),
})

const workerSummarySchema = z.strictObject({
  worker: workerCardSchema,
  lastSeenWallMs: z.number().nullable(),
  skills: z.int(),
  openProposals: z.int(),
  contested: z.int().describe('attempts that the worker contests and no coach has looked at'),
})

export const workerRowSchema = workerSummarySchema.extend({
  tasks: z.array(z.strictObject({ taskId: taskIdSchema, title: textSchema, cycles: z.int() })),
})

export const workerProgressSchema = workerSummarySchema.extend({
  model: z.string().describe('name and version of the model and its parameters'),
  arrangement: arrangementSchema,
  tasks: z.array(taskProgressSchema),
  plan: z.array(plannedTaskSchema),
  notes: z.array(
    z.strictObject({
      noteId: noteIdSchema,
      taskId: taskIdSchema.nullable(),
      text: z.string(),
      writtenBy: z.string(),
      wallMs: z.number(),
    }),
  ),
})

export type WorkerSummary = Readonly<z.infer<typeof workerSummarySchema>>
export type WorkerRow = Readonly<z.infer<typeof workerRowSchema>>
export type WorkerProgress = Readonly<z.infer<typeof workerProgressSchema>>
export type TaskProgress = Readonly<z.infer<typeof taskProgressSchema>>
export type StepProgress = Readonly<z.infer<typeof stepProgressSchema>>
