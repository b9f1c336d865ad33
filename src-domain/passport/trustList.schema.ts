// The issuers that a verifier knows: a did:key proves possession of a key but carries no name, so names come from the verifier's
// own list.
import { z } from 'zod'

export const trustListSchema = z.strictObject({
  issuers: z
    .array(z.strictObject({ did: z.string().startsWith('did:').max(300), name: z.string().min(1).max(120) }))
    .max(10_000),
})
export type TrustList = Readonly<z.infer<typeof trustListSchema>>
