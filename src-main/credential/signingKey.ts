// An Ed25519 key pair as an identity: the DID encodes the public key, the private key signs.
import { generate, type Signer } from '@digitalbazaar/ed25519-multikey'

export const seedBytes = 32

export type SigningKey = {
  /** The `did:key` of the key's holder. */
  readonly did: string
  /** The DID URL of the key itself (the verification method), as used in a proof. */
  readonly keyId: string
  readonly signer: Signer
}

/** The `did:key` of a stored secret; null when it is none. */
export const identityOfSeed = async (seed: Uint8Array): Promise<string | null> =>
  seed.length === seedBytes ? (await signingKeyFrom(seed)).did : null

/** The key pair derived from a secret of 32 random bytes; the same secret gives the same DID. Throws on another length. */
export async function signingKeyFrom(seed: Uint8Array): Promise<SigningKey> {
  const pair = await generate({ seed })
  const did = `did:key:${pair.publicKeyMultibase}`
  const keyId = `${did}#${pair.publicKeyMultibase}`
  return { did, keyId, signer: { ...pair.signer(), id: keyId } }
}
