import { describe, expect, it } from 'vitest'
import { isSignedBy, logKeyFrom } from './logKey.ts'

const hex = (text: string) => Buffer.from(text, 'hex')
const asText = (bytes: Buffer) => bytes.toString('base64url')

/** RFC 8032, section 7.1, test 1: an empty message. */
const published = {
  secret: hex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'),
  publicKey: asText(hex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a')),
  signature: asText(
    hex(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ),
  ),
}

describe('the key of a log', () => {
  it('is derived and signs as RFC 8032 says', () => {
    const key = logKeyFrom(published.secret)
    expect(key.publicKey).toBe(published.publicKey)
    expect(key.sign('')).toBe(published.signature)
  })

  it('is made from 32 bytes only', () => {
    expect(() => logKeyFrom(new Uint8Array(31))).toThrow('32 bytes')
  })

  it('vouches for what it signed, and for nothing else', () => {
    const key = logKeyFrom(new Uint8Array(32).fill(5))
    const signature = key.sign('Zoë 👏')
    expect(isSignedBy('Zoë 👏', signature, key.publicKey)).toBe(true)
    expect(isSignedBy('Zoe 👏', signature, key.publicKey)).toBe(false)
    expect(isSignedBy('Zoë 👏', signature, published.publicKey)).toBe(false)
    expect(isSignedBy('Zoë 👏', signature.slice(4), key.publicKey)).toBe(false)
    expect(isSignedBy('Zoë 👏', signature, 'no key')).toBe(false)
  })
})
