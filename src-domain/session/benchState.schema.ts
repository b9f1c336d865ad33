// The state of a bench as its windows see it: one value, sent whole whenever it changes.
import { z } from 'zod'
import { errorKindSchema } from '../event/event.schema.ts'
import { levelSchema } from '../event/level.schema.ts'
import { reasonSchema } from '../event/reason.schema.ts'
import { layoutIdSchema, personIdSchema, taskIdSchema } from '../ids.ts'
import { doneSchema } from '../instruction/instruction.schema.ts'
import { textSchema } from '../instruction/language.ts'
import { mediaRefSchema } from '../instruction/mediaRef.ts'
import { preferencesSchema, workerCardSchema } from '../people/person.schema.ts'
import { sightStateSchema } from '../perception/interaction.schema.ts'

const id = z.string().max(80)

export const stepViewSchema = z.strictObject({
  key: id,
  kind: z.enum(['pick', 'place', 'do', 'check', 'scan', 'weigh', 'tool', 'confirm']),
  number: z.int().min(1),
  text: textSchema,
  picture: mediaRefSchema,
  video: mediaRefSchema.nullable(),
  part: z
    .strictObject({
      id,
      name: textSchema,
      picture: mediaRefSchema,
      contour: z.array(z.tuple([z.number(), z.number()])),
    })
    .nullable(),
  target: z.strictObject({ kind: z.enum(['bin', 'zone']), id }).nullable(),
  repetition: z.strictObject({ number: z.int(), of: z.int() }),
  done: z.array(doneSchema),
  level: levelSchema.describe('the help shown now'),
  decidedLevel: levelSchema,
  reason: reasonSchema,
  wrong: z.strictObject({ target: id, error: errorKindSchema }).nullable(),
  doubt: z.strictObject({ kind: z.enum(['pick', 'place']), target: id }).nullable(),
  wait: z
    .strictObject({ endsAtWallMs: z.int(), ofMs: z.number().positive() })
    .nullable()
    .describe('a step that is done after a while: when, by the clock of the machine, and after how long in all'),
})

export const benchStateSchema = z.strictObject({
  revision: z.int().nonnegative(),
  phase: z.enum(['signedOut', 'choosing', 'working', 'betweenCycles', 'paused']),
  worker: workerCardSchema
    .extend({ personId: personIdSchema.nullable().describe('null for a guest'), preferences: preferencesSchema })
    .nullable(),
  task: z.strictObject({ id: taskIdSchema, title: textSchema, picture: mediaRefSchema, stepCount: z.int() }).nullable(),
  cycle: z
    .strictObject({ number: z.int(), doneSteps: z.int(), finished: z.int().describe('products finished in this run') })
    .nullable(),
  step: stepViewSchema.nullable(),
  contestable: z
    .strictObject({ text: textSchema, picture: mediaRefSchema })
    .nullable()
    .describe('the step of which the worker may say that it was seen wrongly'),
  carried: z.strictObject({ partId: id }).nullable().describe('the part that should be in the hand now'),
  warning: z
    .strictObject({ target: id })
    .nullable()
    .describe('a hand is closing where it should not: not yet an error'),
  feedback: z
    .strictObject({
      kind: z.enum(['right', 'wrong', 'doubt', 'takenBack', 'cycleDone']),
      target: id.nullable(),
      unaided: z.boolean(),
      seq: z.int(),
    })
    .nullable(),
  notice: z
    .enum(['starting', 'sessionLost'])
    .nullable()
    .describe('starting: practice is still being read; sessionLost: the session before could not be continued'),
  layoutId: layoutIdSchema,
  calling: z.boolean(),
  sight: sightStateSchema,
  lostDevices: z.array(id),
})

export type WorkerAtBench = Readonly<NonNullable<z.infer<typeof benchStateSchema>['worker']>>
export type StepView = Readonly<z.infer<typeof stepViewSchema>>
export type BenchState = Readonly<z.infer<typeof benchStateSchema>>
