// The bench's own Ed25519 key (RFC 8032), which signs the heads of its log. Not the key that credentials are issued with: that
// belongs to the site, and stays with it when a bench is replaced.
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

export type LogKey = {
  /** 32 bytes in base64url. */
  readonly publicKey: string
  /** The signature of a text in UTF-8: 64 bytes in base64url. */
  readonly sign: (text: string) => string
}

export const logKeySeedBytes = 32

/** What stands before the 32 bytes of a private key in PKCS #8 and of a public key in SPKI (RFC 8410). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/**
 * The key of a secret of 32 random bytes; the same secret makes the same key.
 * @throws on another length.
 */
export function logKeyFrom(seed: Uint8Array): LogKey {
  if (seed.length !== logKeySeedBytes) throw new Error(`A log key is made from ${logKeySeedBytes} bytes.`)
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    publicKey: spki.subarray(spkiPrefix.length).toString('base64url'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  }
}

/** Whether a signature of a text was made by the holder of a public key. False for whatever is no key or no signature. */
export function isSignedBy(text: string, signature: string, publicKey: string): boolean {
  const raw = Buffer.from(publicKey, 'base64url')
  if (raw.length !== 32) return false
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
}
