// What the job coach's window asks of the service. It compares no workers and ranks nobody.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { levelSchema } from '../event/level.schema.ts'
import { masteryEvidenceSchema } from '../event/masteryEvidence.schema.ts'
import { reasonSchema } from '../event/reason.schema.ts'
import { textSchema } from '../instruction/language.ts'
import { mediaRefSchema } from '../instruction/mediaRef.ts'
import { workerCardSchema } from '../people/person.schema.ts'
import { commonErrors } from './errors.ts'
import { missingSchema } from './guidance.contract.ts'

const id = z.string().min(1).max(80)
const command = oc.errors(commonErrors)

export const proposalSchema = z.strictObject({
  proposalId: id,
  worker: workerCardSchema,
  taskTitle: textSchema,
  skillName: textSchema,
  skillDescription: textSchema,
  picture: mediaRefSchema,
  proposedWallMs: z.number(),
  evidence: masteryEvidenceSchema,
  state: z.enum(['open', 'awarded', 'declined']),
  decidedWallMs: z.number().nullable(),
  decidedBy: z.string().nullable(),
  note: z.string().nullable(),
  credentialId: id.nullable(),
})

export const stepProgressSchema = z.strictObject({
  stepId: id,
  text: textSchema,
  picture: mediaRefSchema,
  level: levelSchema.describe('the help the next execution would get'),
  reason: reasonSchema,
  levels: z.array(levelSchema).max(40).describe('highest level shown, latest executions, oldest first'),
  attempts: z.int(),
  errors: z.int(),
  helpAsked: z.int(),
  unaidedInARow: z.int(),
  lastSeconds: z.number().nullable(),
  plateauSeconds: z.number().nullable(),
  missing: missingSchema,
})

export const workerProgressSchema = z.strictObject({
  worker: workerCardSchema,
  lastSeenWallMs: z.number().nullable(),
  skills: z.int(),
  openProposals: z.int(),
  contested: z.int().describe('executions that the worker contests and no coach has looked at'),
  tasks: z.array(
    z.strictObject({
      taskId: id,
      title: textSchema,
      picture: mediaRefSchema,
      cycles: z.int(),
      cleanCycles: z.int(),
      days: z.int(),
      lastWallMs: z.number().nullable(),
      steps: z.array(stepProgressSchema),
    }),
  ),
})

export const workerRowSchema = workerProgressSchema.omit({ tasks: true }).extend({
  tasks: z.array(z.strictObject({ taskId: id, title: textSchema, cycles: z.int() })),
})

export const coachContract = {
  workers: command.output(z.array(workerRowSchema)),
  worker: command.input(z.strictObject({ personId: id })).output(workerProgressSchema),
  proposals: command.output(z.array(proposalSchema)),
  award: command
    .input(z.strictObject({ proposalId: id, note: z.string().trim().max(500) }))
    .output(z.strictObject({ credentialId: id, verified: z.boolean() }))
    .errors(commonErrors),
  decline: command
    .input(z.strictObject({ proposalId: id, reason: z.string().trim().min(3).max(500) }))
    .output(z.void()),
  credential: command
    .input(z.strictObject({ credentialId: id }))
    .output(z.strictObject({ fileName: z.string(), json: z.string() }))
    .errors(commonErrors),
}

export type Proposal = Readonly<z.infer<typeof proposalSchema>>
export type StepProgress = Readonly<z.infer<typeof stepProgressSchema>>
export type WorkerProgress = Readonly<z.infer<typeof workerProgressSchema>>
export type WorkerRow = Readonly<z.infer<typeof workerRowSchema>>
