// What windows ask while the data cannot be used, and how a bench is brought back from a backup.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { pinSchema } from '../access/pinPolicy.ts'
import { personIdSchema } from '../ids.ts'
import { commonErrors, signInErrors } from './errors.ts'

/** What a start can find wrong with the data folder. */
export const startProblems = [
  'databaseMissing',
  'databaseCut',
  'databaseDamaged',
  'foreignDatabase',
  'newerDatabase',
  'databaseBehindBackup',
  'logBroken',
  'keysMissing',
  'keysDamaged',
  'keyBelongsToAnother',
  'mediaMissing',
  'inUse',
  'diskFull',
  'notWritable',
  'fault',
] as const
export type StartProblem = (typeof startProblems)[number]

const path = z.string().trim().min(1).max(1000)
const setName = z.string().min(1).max(200)

const restorableSchema = z.strictObject({
  place: z
    .enum(['own', 'second', 'found', 'chosen'])
    .describe('beside the data, second place, found stick, or as given'),
  folder: z.string(),
  name: z.string(),
  siteName: z.string(),
  madeWallMs: z.number(),
  events: z.int(),
  verified: z.boolean().describe('found whole when it was looked at last; a restore looks again'),
  codeMadeWallMs: z.number().nullable().describe('when the recovery code for its keys was made; null without keys'),
})
export type Restorable = Readonly<z.infer<typeof restorableSchema>>

const refusals = [
  'gone',
  'notWhole',
  'wrongCode',
  'mistypedCode',
  'noKeys',
  'otherKeys',
  'diskFull',
  'newer',
  'fault',
] as const
export type RescueRefusal = (typeof refusals)[number]

export const rescueStateSchema = z.strictObject({
  problem: z.enum(startProblems).nullable().describe('null while a restore that was asked for is running'),
  details: z.array(z.string()),
  language: z.string().nullable().describe('of the site, where it can still be read'),
  backups: z.array(restorableSchema),
  remedies: z.array(z.enum(['restore', 'bringKeys', 'goOn'])),
  admins: z.array(z.strictObject({ personId: personIdSchema, name: z.string(), picture: z.string() })),
  working: z.number().min(0).max(1).nullable().describe('share of the restore that is done; null while none runs'),
  refused: z.enum(refusals).nullable().describe('why the last remedy did not work'),
})
export type RescueState = Readonly<z.infer<typeof rescueStateSchema>>

const command = oc.errors(commonErrors)
const outcome = z.enum(refusals).nullable()
const which = { folder: path, name: setName }

export const rescueContract = {
  state: command.output(rescueStateSchema.nullable()).route({ method: 'GET', path: '/rescue' }),
  /** Backups in a folder that a person names, such as that of a stick. */
  lookIn: command.input(z.strictObject({ folder: path })).output(z.array(restorableSchema)),
  /** All backups that are known of or found. */
  backups: command.output(z.array(restorableSchema)),
  /** Begins a restore; how it goes is in the state. With a code the keys in the backup come back too. */
  restore: command.input(z.strictObject({ ...which, code: z.string().max(100).nullable() })).output(outcome),
  bringKeys: command
    .input(
      z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('code'), ...which, code: z.string().max(100) }),
        z.strictObject({ by: z.literal('folder'), folder: path }),
      ]),
    )
    .output(outcome),
  /** An administrator accepts by name what is lost: it is written in the log, and the bench goes on without. */
  goOn: oc
    .errors(signInErrors)
    .input(z.strictObject({ personId: personIdSchema, pin: pinSchema }))
    .output(z.void()),
  /** Looks at the data again. */
  tryAgain: command.output(z.void()),
}
