// The service about itself: is it well, is the bench set up; and, in rehearsal only, what time it is.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { pinSchema } from '../access/pinPolicy.ts'
import { staffRoles } from '../access/roles.ts'
import { languageSchema } from '../instruction/language.ts'
import { commonErrors } from './errors.ts'

const command = oc.errors(commonErrors)

export const healthSchema = z.strictObject({
  status: z.enum(['well', 'ailing']),
  version: z.string(),
  uptimeMs: z.int(),
  readyAfterMs: z.int().describe('from process start to ready'),
  database: z.strictObject({
    schemaVersion: z.int(),
    events: z.int(),
    bytes: z.int(),
    lastBackupWallMs: z.number().nullable(),
  }),
  memoryBytes: z.int(),
  clients: z.int(),
  troubles: z.array(z.string()),
})
export type Health = Readonly<z.infer<typeof healthSchema>>

const castCardSchema = z.strictObject({
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
  cast: z
    .array(castCardSchema)
    .describe('the made-up people of a demonstration with their public PINs; empty everywhere else'),
})
export type CastCard = Readonly<z.infer<typeof castCardSchema>>
export type Site = Readonly<z.infer<typeof siteSchema>>

export const systemContract = {
  health: oc.route({ method: 'GET', path: '/health' }).errors(commonErrors).output(healthSchema),
  site: command.output(siteSchema),
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

export const adminContract = {
  overview: command.output(
    z.strictObject({
      health: healthSchema,
      people: z.array(
        z.strictObject({ personId: z.string(), name: z.string(), picture: z.string(), roles: z.array(z.string()) }),
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
    .output(z.strictObject({ personId: z.string() }))
    .errors({ BADGE_TAKEN: {}, WEAK_PIN: {} }),
  backUp: command.output(z.strictObject({ fileName: z.string(), bytes: z.int() })),
  verifyLog: command.output(z.strictObject({ events: z.int(), firstBreak: z.int().nullable() })),
}

const longestAdvanceMs = 400 * 86_400_000

export const rehearsalContract = {
  /**
   * Moves the service's clock on, and says which revision of the bench's state that led to. Refused when time runs by itself.
   */
  advance: command
    .input(z.strictObject({ ms: z.int().min(0).max(longestAdvanceMs) }))
    .output(z.strictObject({ revision: z.int() })),
}
