import { describe, expect, it } from 'vitest'
import { newRecoveryCode, readRecoveryCode } from './recoveryCode.ts'
import { openSecrets, sealedForCodeOf, sealingKeyOf, sealSecrets } from './sealedSecrets.ts'

describe('a recovery code', () => {
  it('is eight groups of four characters that cannot be mistaken for each other', () => {
    const code = newRecoveryCode()
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(readRecoveryCode(code)).toBe(code)
    expect(newRecoveryCode()).not.toBe(code)
  })

  it('is read however it was written down', () => {
    const code = newRecoveryCode()
    const byHand = code.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(readRecoveryCode(byHand)).toBe(code)
  })

  it('is refused when one character is wrong, wherever it is', () => {
    const code = newRecoveryCode()
    for (const [at, right] of Array.from(code).entries()) {
      if (right === '-') continue
      const wrong = right === '7' ? '8' : '7'
      expect(readRecoveryCode(code.slice(0, at) + wrong + code.slice(at + 1)), `place ${at}`).toBeNull()
    }
  })

  it('is refused when two different characters have changed places, but for the first and the last', () => {
    const symbols = Array.from(newRecoveryCode().replaceAll('-', ''))
    for (let a = 0; a < symbols.length; a += 1)
      for (let b = a + 1; b < symbols.length; b += 1) {
        if (symbols[a] === symbols[b] || b - a === 31) continue
        const swapped = symbols.with(a, symbols[b] ?? '').with(b, symbols[a] ?? '')
        expect(readRecoveryCode(swapped.join('')), `${a} and ${b}`).toBeNull()
      }
  })

  it('is refused when it is too short, too long or has other characters', () => {
    const code = newRecoveryCode()
    for (const typed of ['', code.slice(1), `${code}0`, code.replace(/./, 'U'), code.replace(/./, '*')])
      expect(readRecoveryCode(typed)).toBeNull()
  })
})

describe('sealed secrets', () => {
  const secrets = new Map([
    ['site', Uint8Array.from({ length: 32 }, (_, at) => at)],
    ['worker-1', new Uint8Array(32).fill(7)],
  ])
  const code = newRecoveryCode()
  const key = sealingKeyOf(code, 1000)

  it('are opened by the code, and by no other', () => {
    const sealed = sealSecrets(secrets, key)
    const opened = openSecrets(sealed, code)
    expect([...(opened ?? [])].map(([name, bytes]) => [name, [...bytes]])).toEqual(
      [...secrets].map(([name, bytes]) => [name, [...bytes]]),
    )
    expect(openSecrets(sealed, newRecoveryCode())).toBeNull()
    expect(sealedForCodeOf(sealed)).toBe(1000)
  })

  it('look different each time and show nothing of what is in them', () => {
    const sealed = sealSecrets(secrets, key)
    expect(sealSecrets(secrets, key)).not.toBe(sealed)
    expect(sealed).not.toContain(Buffer.from(secrets.get('site') ?? []).toString('base64'))
    expect(sealed).not.toContain('worker-1')
  })

  it('are not opened once a single bit of them has changed', () => {
    const sealed = JSON.parse(sealSecrets(secrets, key)) as Record<string, unknown>
    for (const field of ['ephemeralKey', 'nonce', 'ciphertext', 'tag']) {
      const bytes = Buffer.from(String(sealed[field]), 'base64')
      bytes[3] = (bytes[3] ?? 0) ^ 4
      expect(openSecrets(JSON.stringify({ ...sealed, [field]: bytes.toString('base64') }), code), field).toBeNull()
    }
    expect(openSecrets('no box at all', code)).toBeNull()
    expect(sealedForCodeOf('{}')).toBeNull()
  })
})
