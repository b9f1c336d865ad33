// An Ed25519 key as an identity: its public half is the DID, its private half signs.
import { generate, type Signer } from '@digitalbazaar/ed25519-multikey'

export const seedBytes = 32

export type SigningKey = {
  /** The `did:key` of whoever holds the key. */
  readonly did: string
  /** The address of the key itself, as it stands in a proof. */
  readonly keyId: string
  readonly signer: Signer
}

/** The key that a secret of 32 random bytes stands for; the same secret gives the same DID. Throws on another length. */
export async function signingKeyFrom(seed: Uint8Array): Promise<SigningKey> {
  const pair = await generate({ seed })
  const did = `did:key:${pair.publicKeyMultibase}`
  const keyId = `${did}#${pair.publicKeyMultibase}`
  return { did, keyId, signer: { ...pair.signer(), id: keyId } }
}
