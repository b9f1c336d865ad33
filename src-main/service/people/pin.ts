// PINs as salted scrypt hashes. The parameters are OWASP's for interactive sign-in (N = 2^15, r = 8, p = 1).
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
const keyBytes = 32

const derive = (pin: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, keyBytes, cost, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** The hash to store: `scrypt$<salt>$<key>` in base64. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64')}$${(await derive(pin, salt)).toString('base64')}`
}

/** True when the PIN fits the hash; takes the same time either way. */
export async function pinFits(pin: string, stored: string): Promise<boolean> {
  const [, salt, key] = stored.split('$')
  if (salt === undefined || key === undefined) return false
  const wanted = Buffer.from(key, 'base64')
  const given = await derive(pin, Buffer.from(salt, 'base64'))
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}
