// How supervisors, coaches and administrators sign in. The ticket keeps a window signed in when its connection drops.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { pinSchema } from '../access/pinPolicy.ts'
import { staffRoles } from '../access/roles.ts'
import { personIdSchema } from '../ids.ts'
import { workerCardSchema } from '../people/person.schema.ts'
import { commonErrors, signInErrors } from './errors.ts'

export const staffCardSchema = workerCardSchema.extend({ roles: z.array(z.enum(staffRoles)) })
const signedInSchema = z.strictObject({ person: staffCardSchema, ticket: z.string() })

export const staffContract = {
  people: oc.errors(commonErrors).output(z.array(staffCardSchema)),
  signIn: oc
    .errors(signInErrors)
    .input(z.strictObject({ personId: personIdSchema, pin: pinSchema }))
    .output(signedInSchema),
  resume: oc
    .errors(signInErrors)
    .input(z.strictObject({ ticket: z.string().max(200) }))
    .output(signedInSchema),
  signOut: oc.errors(commonErrors).output(z.void()),
}

export type StaffCard = Readonly<z.infer<typeof staffCardSchema>>
