// Instruction format v1: one task, authored once, from which all prompting levels, languages and pictograms are derived.
import { z } from 'zod'
import { languageSchema, textSchema } from './language.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,47}$/, 'an id of small letters, digits and dashes, at most 48 long')
const stepId = id.brand<'StepId', 'inout'>()
const mediaId = id.describe('the key of an entry in `media`')

/** A file of the instruction package, identified by the SHA-256 of its bytes: `media/<sha256>.<extension>`. */
export const mediaSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in 64 small hexadecimal digits'),
  type: z.enum([
    'image/svg+xml',
    'image/png',
    'image/jpeg',
    'image/webp',
    'video/webm',
    'video/mp4',
    'audio/ogg',
    'audio/mpeg',
  ]),
  bytes: z.int().positive().max(50_000_000),
  alt: textSchema.describe('what the picture shows, for those who hear it'),
})

/** An object that is picked or placed. Its contour is drawn on the table where it is to be placed. */
export const partSchema = z.strictObject({
  id,
  name: textSchema,
  picture: mediaId,
  contour: z
    .array(z.tuple([z.number().min(-1000).max(1000), z.number().min(-1000).max(1000)]))
    .min(3)
    .max(200)
    .describe('outline seen from above in mm around the part’s own centre, in the orientation it is placed in'),
  grams: z.number().positive().optional().describe('the mass of one piece, for weighing'),
})

/** A place of the work, independent of any bench; a binding maps it to a zone of the bench. */
export const workZoneSchema = z.strictObject({
  id,
  name: textSchema,
  use: z.enum(['fixture', 'tray', 'surface']),
})

/** A completion condition of a step. A step is done when any of its conditions holds. */
export const doneSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('hand') }).describe('seen: the pick from the bin or the placing in the zone'),
  z.strictObject({ by: z.literal('confirm') }).describe('a projected button, a key, a pedal'),
  z.strictObject({ by: z.literal('scan'), code: z.string().min(1).max(120) }),
  z.strictObject({ by: z.literal('weigh'), grams: z.number().positive(), toleranceGrams: z.number().positive() }),
  z.strictObject({ by: z.literal('tool'), program: z.string().min(1).max(40) }),
  z.strictObject({ by: z.literal('time'), seconds: z.number().positive().max(3600) }),
])

const kinds = ['pick', 'place', 'do', 'check', 'scan', 'weigh', 'tool', 'confirm'] as const

/** One action. `kind` is the action of the hands; `stepType` is what is learned by it. */
export const stepSchema = z.strictObject({
  id: stepId,
  kind: z.enum(kinds),
  text: textSchema.describe('a few words, read and spoken to the worker'),
  picture: mediaId,
  video: mediaId.optional(),
  part: id.optional().describe('what is picked, placed or worked on'),
  zone: id.optional().describe('where it happens'),
  done: z.array(doneSchema).min(1).max(4),
  expectedSeconds: z.number().positive().max(3600),
  stepType: z.enum(['pick', 'place', 'orient', 'fasten', 'insert', 'count', 'check', 'operate']),
  difficulty: z.enum(['easy', 'normal', 'hard']).default('normal'),
  mistakeIs: z
    .enum(['cheap', 'costly', 'unsafe'])
    .default('cheap')
    .describe('costly and unsafe steps are never tried out without help'),
  block: id
    .optional()
    .describe('a block of steps that comes in several tasks: the same step of the same block is known in all of them'),
})

type StepInput = z.input<typeof stepSchema>
export type Step = Readonly<z.infer<typeof stepSchema>>
/** A repeated or unordered sequence of steps. */
export type Group = {
  readonly id: string
  readonly order: 'fixed' | 'any'
  readonly times: number
  readonly steps: readonly Node[]
}
export type Node = { readonly step: Step } | { readonly group: Group }
type NodeInput =
  | { step: StepInput }
  | {
      group: {
        id: string
        order?: 'fixed' | 'any' | undefined
        times?: number | undefined
        steps: readonly NodeInput[]
      }
    }

/** Steps and groups of steps; with `order: any` the worker chooses, `times` repeats the whole group. */
export const nodeSchema: z.ZodType<Node, NodeInput> = z.lazy(() =>
  z.union([z.strictObject({ step: stepSchema }), z.strictObject({ group: groupSchema })]),
)
const groupSchema = z.strictObject({
  id,
  order: z.enum(['fixed', 'any']).default('fixed'),
  times: z.int().min(1).max(100).default(1),
  steps: z.array(nodeSchema).min(1).max(60),
})

/**
 * A skill that a worker has shown once the listed steps are mastered. `catalogue` refers to entries of public skills catalogues.
 */
export const skillSchema = z.strictObject({
  id: id.brand<'SkillId', 'inout'>(),
  name: textSchema,
  description: textSchema,
  picture: mediaId,
  catalogue: z
    .array(z.url({ protocol: /^https?$/, error: 'a web address' }).max(300))
    .max(20)
    .describe('URIs of skills in public catalogues, such as ESCO'),
  steps: z.array(stepId).min(1).max(200).describe('the steps that must be mastered'),
})

export const instructionSchema = z.strictObject({
  format: z.literal('handwijzer.instruction'),
  formatVersion: z.literal(1),
  id: id.brand<'TaskId', 'inout'>(),
  version: z.int().min(1).max(1_000_000),
  languages: z.array(languageSchema).min(1).max(8),
  title: textSchema,
  summary: textSchema,
  picture: mediaId,
  media: z.record(id, mediaSchema),
  parts: z.array(partSchema).max(100),
  zones: z.array(workZoneSchema).max(30),
  steps: z.array(nodeSchema).min(1).max(200),
  skills: z.array(skillSchema).max(20),
})

export type Media = Readonly<z.infer<typeof mediaSchema>>
export type Skill = Readonly<z.infer<typeof skillSchema>>
export type DoneBy = Readonly<z.infer<typeof doneSchema>>
export type Instruction = Readonly<z.infer<typeof instructionSchema>>
