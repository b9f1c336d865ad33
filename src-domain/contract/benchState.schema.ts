// The state of a bench as its windows see it: one value, sent whole whenever it changes.
import { z } from 'zod'
import { errorKindSchema, levelSchema } from '../event/event.schema.ts'
import { doneSchema } from '../instruction/instruction.schema.ts'
import { languageSchema, textSchema } from '../instruction/language.ts'
import { reasonSchema } from '../learning/reason.schema.ts'
import { sightStateSchema } from '../perception/interaction.schema.ts'

const id = z.string().max(80)

/** A picture or video: where its bytes are, and what it shows. `url` is relative to the application's origin. */
export const mediaRefSchema = z.strictObject({ url: z.string(), type: z.string(), alt: textSchema })

/** How this worker wants to be spoken to. These are interface settings and say nothing about the person. */
export const preferencesSchema = z.strictObject({
  language: languageSchema,
  voice: z.boolean().describe('read each step aloud'),
  dwellMs: z.int().min(400).max(1000).describe('how long a finger rests on a projected button'),
  rewards: z.boolean().describe('a small celebration after each product'),
  light: z.enum(['full', 'soft', 'faint']).describe('how brightly the table is lit for these eyes'),
})

export const workerCardSchema = z.strictObject({
  personId: id.nullable(),
  name: z.string(),
  picture: z.string().describe('name of one of the drawn pictures a person chooses, never a face'),
})

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
  worker: workerCardSchema.extend({ preferences: preferencesSchema }).nullable(),
  task: z.strictObject({ id, title: textSchema, picture: mediaRefSchema, stepCount: z.int() }).nullable(),
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
  layoutId: id,
  calling: z.boolean(),
  sight: sightStateSchema,
  lostDevices: z.array(id),
})

export type MediaRef = Readonly<z.infer<typeof mediaRefSchema>>
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>
export type WorkerCard = Readonly<z.infer<typeof workerCardSchema>>
export type StepView = Readonly<z.infer<typeof stepViewSchema>>
export type BenchState = Readonly<z.infer<typeof benchStateSchema>>
