// What the administrator's window asks of the service: people, backups, and whether the event log is intact.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { pinSchema } from '../access/pinPolicy.ts'
import { staffRoles } from '../access/roles.ts'
import { personIdSchema } from '../ids.ts'
import { commonErrors } from './errors.ts'
import { healthSchema } from './system.contract.ts'

const command = oc.errors(commonErrors)

export const adminContract = {
  overview: command.output(
    z.strictObject({
      health: healthSchema,
      people: z.array(
        z.strictObject({ personId: personIdSchema, name: z.string(), picture: z.string(), roles: z.array(z.string()) }),
      ),
      backups: z.array(z.strictObject({ fileName: z.string(), bytes: z.int(), wallMs: z.number() })),
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
  backUp: command.output(z.strictObject({ fileName: z.string(), bytes: z.int() })),
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
