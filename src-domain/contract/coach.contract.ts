// What the job coach's window asks of the service. No call compares or ranks workers.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { masteryEvidenceSchema } from '../event/masteryEvidence.schema.ts'
import { credentialIdSchema, personIdSchema, proposalIdSchema } from '../ids.ts'
import { textSchema } from '../instruction/language.ts'
import { mediaRefSchema } from '../instruction/mediaRef.ts'
import { workerCardSchema } from '../people/person.schema.ts'
import { commonErrors } from './errors.ts'
import { workerProgressSchema, workerRowSchema } from './workerProgress.schema.ts'

const command = oc.errors(commonErrors)

export const proposalSchema = z.strictObject({
  proposalId: proposalIdSchema,
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
  credentialId: credentialIdSchema.nullable(),
})

export const coachContract = {
  workers: command.output(z.array(workerRowSchema)),
  worker: command.input(z.strictObject({ personId: personIdSchema })).output(workerProgressSchema),
  proposals: command.output(z.array(proposalSchema)),
  award: command
    .input(z.strictObject({ proposalId: proposalIdSchema, note: z.string().trim().max(500) }))
    .output(z.strictObject({ credentialId: credentialIdSchema, verified: z.boolean() }))
    .errors(commonErrors),
  decline: command
    .input(z.strictObject({ proposalId: proposalIdSchema, reason: z.string().trim().min(3).max(500) }))
    .output(z.void()),
  credential: command
    .input(z.strictObject({ credentialId: credentialIdSchema }))
    .output(z.strictObject({ fileName: z.string(), json: z.string() }))
    .errors(commonErrors),
}

export type Proposal = Readonly<z.infer<typeof proposalSchema>>
