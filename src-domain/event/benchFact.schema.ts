// What happened to the bench itself: its log, its people, its set-up, and who looked at whom. None of it names anybody or holds a
// value that a person wrote: hashes stand for what can be changed and erased, so that a change behind the log's back is noticed.
import { z } from 'zod'
import { staffRoles } from '../access/roles.ts'
import { layoutIdSchema, personIdSchema, taskIdSchema } from '../ids.ts'
import { fact, factId, sha256Schema } from './factShape.ts'

const by = personIdSchema.nullable().describe('who did it; null for the program or someone who is not signed in')
const rolesSchema = z.array(z.enum(staffRoles))
const pin = sha256Schema.nullable().describe('the hash of the stored PIN hash; null without a PIN')

export const benchFactSchema = z.discriminatedUnion('type', [
  fact('epochStarted', {
    because: z
      .enum(['setUp', 'upgraded', 'restored', 'copied'])
      .describe('upgraded: the log was written before there were epochs; copied: the data lies elsewhere than before'),
    publicKey: z.string().min(1).max(100).describe("the bench's Ed25519 key: 32 bytes in base64url"),
    instanceId: factId.describe('random: this life of the log'),
  }),
  fact('personAdded', { personId: personIdSchema, worker: z.boolean(), staffRoles: rolesSchema, pin, by }),
  fact('personChanged', {
    personId: personIdSchema,
    changed: z.array(z.enum(['name', 'picture', 'badge', 'pin', 'preferences'])),
    pin,
    by,
  }),
  fact('rolesChanged', { personId: personIdSchema, worker: z.boolean(), staffRoles: rolesSchema, by }),
  fact('staffSignedIn', { personId: personIdSchema }),
  fact('staffSignedOut', { personId: personIdSchema }),
  fact('signInFailed', {
    personId: personIdSchema.nullable().describe('null for a badge that nobody has'),
    by: z.enum(['pin', 'badge']),
    failures: z.int().nonnegative().describe('in a row'),
  }),
  fact('personPageRead', { personId: personIdSchema, by: personIdSchema }).describe(
    'staff looked at what is on record of a person; once an hour for each',
  ),
  fact('layoutKept', { layoutId: layoutIdSchema, sha256: sha256Schema, inUse: z.boolean(), by }),
  fact('taskBound', { taskId: taskIdSchema, layoutId: layoutIdSchema, sha256: sha256Schema, by }),
  fact('settingChanged', { key: factId, sha256: sha256Schema, by }),
  fact('backedUp', {
    place: z.enum(['bench', 'second']),
    lastSeq: z.int().nonnegative(),
    lastHash: sha256Schema,
  }),
  fact('lossAccepted', {
    what: z.enum(['database', 'media']),
    names: z.array(factId).describe('of media, the first hundred; empty for the database'),
    by: personIdSchema,
  }).describe('an administrator decided to go on without pictures, or with a log that ends before its own backup'),
  fact('keysGivenUp', { by }).describe('a person decided to go on with new keys, because the old ones were lost'),
])
