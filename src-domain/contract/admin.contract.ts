// What the administrator's window asks of the service: people, backups, and whether the event log is intact.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { pinSchema } from '../access/pinPolicy.ts'
import { staffRoles } from '../access/roles.ts'
import { personIdSchema } from '../ids.ts'
import { commonErrors } from './errors.ts'
import { healthSchema } from './system.contract.ts'

const command = oc.errors(commonErrors)

const second = {
  lastOkWallMs: z.number().nullable(),
  lastError: z.string().nullable(),
  freeBytes: z.number().nullable(),
}

const backupsSchema = z.strictObject({
  sets: z
    .array(
      z.strictObject({
        name: z.string(),
        reason: z.enum(['byHand', 'daily', 'beforeMigration', 'afterAward']),
        lastSeq: z.int(),
        epoch: z.int(),
        madeWallMs: z.number(),
        bytes: z.int(),
        verified: z.boolean(),
        withKeys: z.boolean(),
        inSecondPlace: z.boolean(),
      }),
    )
    .describe('the newest by the log first'),
  lastError: z.string().nullable().describe('why the last backup was not made'),
  second: z.strictObject({ folder: z.string(), ...second }).nullable(),
  codeMadeWallMs: z.number().nullable().describe('when the recovery code was made'),
  trial: z
    .strictObject({ wallMs: z.number(), setName: z.string(), tookMs: z.number(), flaw: z.string().nullable() })
    .nullable()
    .describe('the last restore on trial'),
})
export type Backups = Readonly<z.infer<typeof backupsSchema>>

export const adminContract = {
  overview: command.output(
    z.strictObject({
      health: healthSchema,
      people: z.array(
        z.strictObject({ personId: personIdSchema, name: z.string(), picture: z.string(), roles: z.array(z.string()) }),
      ),
      backups: backupsSchema,
    }),
  ),
  addPerson: command
    .input(
      z.strictObject({
        name: z.string().trim().min(1).max(60),
        picture: z.string().min(1).max(40),
        badge: z.string().trim().min(4).max(40).nullable(),
        pin: pinSchema.nullable(),
        worker: z.boolean(),
        staffRoles: z.array(z.enum(staffRoles)),
      }),
    )
    .output(z.strictObject({ personId: personIdSchema }))
    .errors({ BADGE_TAKEN: {}, WEAK_PIN: {} }),
  backUp: command.output(z.strictObject({ name: z.string(), bytes: z.int() })),
  tryRestore: command.output(z.void()),
  /** A new recovery code, to be written down: it is shown this once. The one before opens older backups only. */
  makeRecoveryCode: command.output(z.strictObject({ code: z.string() })),
  setSecondPlace: command
    .input(z.strictObject({ folder: z.string().trim().min(1).max(1000).nullable() }))
    .output(z.enum(['notThere', 'notWritable', 'sameDisk']).nullable()),
  dismissFaults: command.input(z.strictObject({ untilWallMs: z.number() })).output(z.void()),
  programLog: command.output(z.file()),
  verifyLog: command.output(
    z.strictObject({
      events: z.int(),
      firstBreak: z.int().nullable(),
      code: z.string().nullable().describe('of the newest signed head of the log; null before the first is closed'),
    }),
  ),
}
