// Seals secrets for whoever has the recovery code: the bench keeps only a public key, so each backup can be sealed without the code.
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scryptSync,
} from 'node:crypto'
import { z } from 'zod'

const base64 = z.base64()
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
/** DER prefixes of raw X25519 keys (RFC 8410): PKCS #8 and SubjectPublicKeyInfo. */
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex')
const purpose = 'handwijzer sealed secrets 1'

/** What the bench keeps of a recovery code: enough to seal, not enough to open. */
export const sealingKeySchema = z.strictObject({ salt: base64, publicKey: base64, madeWallMs: z.number() })
export type SealingKey = Readonly<z.infer<typeof sealingKeySchema>>

/** `sealedFor` holds what derives the key from the code, so that a backup can be opened on any machine. */
const sealedSchema = z.strictObject({
  format: z.literal(1),
  sealedFor: sealingKeySchema,
  ephemeralKey: base64,
  nonce: base64,
  ciphertext: base64,
  tag: base64,
})
const secretsSchema = z.record(z.string(), base64)

const publicOf = (raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' })
const rawOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length)

/** The X25519 key of a code: scrypt over the code and a salt. */
function privateOf(code: string, salt: Buffer): KeyObject {
  const secret = scryptSync(code, salt, 32, cost)
  return createPrivateKey({ key: Buffer.concat([privatePrefix, secret]), format: 'der', type: 'pkcs8' })
}

/** HKDF-SHA256 over the shared secret, bound to both public keys. */
const sharedKey = (own: KeyObject, other: KeyObject, ephemeral: Buffer, recipient: Buffer): Buffer =>
  Buffer.from(
    hkdfSync(
      'sha256',
      diffieHellman({ privateKey: own, publicKey: other }),
      Buffer.concat([ephemeral, recipient]),
      purpose,
      32,
    ),
  )

/** The sealing key of a recovery code, with a salt of its own. @param code as `readRecoveryCode` gives it. */
export function sealingKeyOf(code: string, madeWallMs: number): SealingKey {
  const salt = randomBytes(16)
  const publicKey = rawOf(createPublicKey(privateOf(code, salt)))
  return { salt: salt.toString('base64'), publicKey: publicKey.toString('base64'), madeWallMs }
}

/** Seals secrets by name: an X25519 box with a fresh key pair, and AES-256-GCM. The result is JSON text. */
export function sealSecrets(secrets: ReadonlyMap<string, Uint8Array>, sealedFor: SealingKey): string {
  const recipient = Buffer.from(sealedFor.publicKey, 'base64')
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  const ephemeral = rawOf(publicKey)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sharedKey(privateKey, publicOf(recipient), ephemeral, recipient), nonce)
  const plain = JSON.stringify(
    Object.fromEntries([...secrets].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')])),
  )
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return JSON.stringify({
    format: 1,
    sealedFor,
    ephemeralKey: ephemeral.toString('base64'),
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  })
}

/** When the recovery code that opens this was made; null when the text is no sealed secrets. */
export function sealedForCodeOf(sealed: string): number | null {
  return read(sealed)?.sealedFor.madeWallMs ?? null
}

/** Opens sealed secrets; null when they are damaged or sealed for another code. @param code as `readRecoveryCode` gives it. */
export function openSecrets(sealed: string, code: string): ReadonlyMap<string, Uint8Array> | null {
  const box = read(sealed)
  if (!box) return null
  const own = privateOf(code, Buffer.from(box.sealedFor.salt, 'base64'))
  const recipient = rawOf(createPublicKey(own))
  try {
    const ephemeral = Buffer.from(box.ephemeralKey, 'base64')
    const key = sharedKey(own, publicOf(ephemeral), ephemeral, recipient)
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(box.nonce, 'base64'))
    decipher.setAuthTag(Buffer.from(box.tag, 'base64'))
    const plain = Buffer.concat([decipher.update(Buffer.from(box.ciphertext, 'base64')), decipher.final()])
    const secrets = secretsSchema.parse(JSON.parse(plain.toString('utf8')))
    return new Map(Object.entries(secrets).map(([name, text]) => [name, Buffer.from(text, 'base64')]))
  } catch {
    // GCM says no more than that it does not fit.
    return null
  }
}

function read(sealed: string): z.infer<typeof sealedSchema> | null {
  try {
    return sealedSchema.safeParse(JSON.parse(sealed)).data ?? null
  } catch {
    return null
  }
}
