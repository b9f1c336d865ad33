// The service about itself: is it well, is the bench set up, and setting it up.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { staffRoles } from '../access/roles.ts'
import { conditionSchema } from '../fault/condition.schema.ts'
import { countedFaultSchema, reportedFaultSchema } from '../fault/fault.schema.ts'
import { languageSchema } from '../instruction/language.ts'
import { commonErrors } from './errors.ts'

const command = oc.errors(commonErrors)

export const healthSchema = z.strictObject({
  status: z.enum(['well', 'ailing']).describe('ailing while there is a condition or an open fault'),
  version: z.string(),
  uptimeMs: z.int(),
  readyAfterMs: z.int().describe('from process start to ready'),
  database: z.strictObject({
    schemaVersion: z.int(),
    events: z.int(),
    bytes: z.int(),
    lastBackupWallMs: z.number().nullable(),
  }),
  practice: z
    .strictObject({
      state: z.enum(['ready', 'rebuilding', 'failed']),
      done: z.int().nonnegative(),
      of: z.int().nonnegative(),
    })
    .describe('whether what was practised can be read; while it is read anew from the log, so many events of so many'),
  memoryBytes: z.int(),
  clients: z.int(),
  conditions: z.array(conditionSchema).describe('what is wrong now'),
  faults: z.array(countedFaultSchema).describe('of the last 7 days, the latest first'),
})
export type Health = Readonly<z.infer<typeof healthSchema>>

const demoAccountSchema = z.strictObject({
  name: z.string(),
  picture: z.string(),
  pin: z.string(),
  badge: z.string().nullable(),
  worker: z.boolean(),
  roles: z.array(z.enum(staffRoles)),
})

export const siteSchema = z.strictObject({
  setUp: z.boolean(),
  mode: z.enum(['demonstration', 'own']).nullable(),
  name: z.string(),
  language: languageSchema,
  rehearsal: z.boolean().describe('time is stepped by the page instead of running by itself'),
  demoAccounts: z
    .array(demoAccountSchema)
    .describe('the made-up people of a demonstration with their public PINs; empty everywhere else'),
})
export type DemoAccount = Readonly<z.infer<typeof demoAccountSchema>>
export type Site = Readonly<z.infer<typeof siteSchema>>

export const systemContract = {
  health: oc.route({ method: 'GET', path: '/health' }).errors(commonErrors).output(healthSchema),
  site: command.output(siteSchema),
  reportFault: command.input(reportedFaultSchema).output(z.void()),
  setUp: command
    .input(
      z.discriminatedUnion('mode', [
        z.strictObject({ mode: z.literal('demonstration'), language: languageSchema }),
        z.strictObject({
          mode: z.literal('own'),
          name: z.string().trim().min(1).max(80),
          language: languageSchema,
          admin: z.strictObject({ name: z.string().trim().min(1).max(60), pin: z.string() }),
        }),
      ]),
    )
    .output(z.void()),
}
