// What the worker's side screen asks of the service.
import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { pinSchema } from '../access/pinPolicy.ts'
import { contestReasonSchema } from '../event/correction.schema.ts'
import { credentialIdSchema, personIdSchema, taskIdSchema } from '../ids.ts'
import { textSchema } from '../instruction/language.ts'
import { mediaRefSchema } from '../instruction/mediaRef.ts'
import { preferencesSchema, workerCardSchema } from '../people/person.schema.ts'
import { benchStateSchema } from '../session/benchState.schema.ts'
import { catalogueNamesSchema } from './catalogueNames.schema.ts'
import { commonErrors, problemSchema, signInErrors } from './errors.ts'
import { taskFitSchema } from './workerProgress.schema.ts'

const command = oc.errors(commonErrors)
const nothing = z.void()

export const taskCardSchema = z.strictObject({
  id: taskIdSchema,
  title: textSchema,
  summary: textSchema,
  picture: mediaRefSchema,
  stepCount: z.int(),
  practised: z.int().describe('products this worker has finished'),
  fit: taskFitSchema.nullable().describe('how it fits this worker today; null for guests'),
  problems: z.array(problemSchema).describe('why it cannot be started here; empty when it can'),
})

/** A skill the worker owns, in the few facts that a card shows. */
export const skillCardSchema = z.strictObject({
  credentialId: credentialIdSchema,
  name: textSchema,
  description: textSchema,
  picture: mediaRefSchema.nullable().describe('null where the instruction that was practised is not on this bench'),
  awardedWallMs: z.number(),
  coachName: z.string(),
  strength: z.enum(['hard', 'semi-hard', 'soft']),
  unaidedCleanCycles: z.int().nullable().describe('these three are null where the evidence is not in this log'),
  days: z.int().nullable(),
  retentionDays: z.number().nullable(),
  verified: z.boolean().describe('the signature was checked again just now'),
  catalogue: catalogueNamesSchema,
})

const signInSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('badge'), badge: z.string().min(4).max(40) }),
  z.strictObject({ by: z.literal('pin'), personId: personIdSchema, pin: pinSchema }),
  z.strictObject({ by: z.literal('guest'), language: preferencesSchema.shape.language }),
])

export const benchContract = {
  watch: oc.output(eventIterator(benchStateSchema)),
  people: command.output(z.array(workerCardSchema.extend({ language: preferencesSchema.shape.language }))),
  signIn: oc.errors(signInErrors).input(signInSchema).output(nothing),
  signOut: command.output(nothing),
  tasks: command.output(z.array(taskCardSchema)),
  startTask: command.input(z.strictObject({ taskId: taskIdSchema })).output(nothing),
  endTask: command.output(nothing),
  pause: command.output(nothing),
  resume: command.output(nothing),
  moreHelp: command.output(nothing),
  lessHelp: command.output(nothing),
  confirm: command.input(z.strictObject({ by: z.enum(['button', 'key', 'pedal']) })).output(nothing),
  skip: command.output(nothing),
  takeBack: command.output(nothing),
  contest: command.input(z.strictObject({ because: contestReasonSchema })).output(nothing),
  callSomeone: command.output(nothing),
  answerCall: command.output(nothing),
  setPreferences: command.input(preferencesSchema.partial()).output(nothing),
  mySkills: command.output(z.array(skillCardSchema)),
  mySkill: command
    .input(z.strictObject({ credentialId: credentialIdSchema }))
    .output(z.strictObject({ fileName: z.string(), json: z.string() }))
    .errors(commonErrors),
}

export type TaskCard = Readonly<z.infer<typeof taskCardSchema>>
export type SkillCard = Readonly<z.infer<typeof skillCardSchema>>
