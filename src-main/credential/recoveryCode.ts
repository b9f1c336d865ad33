// The recovery code: a secret that is written down on paper, and brings a bench's keys back from a backup.
import { randomBytes } from 'node:crypto'
import { inGroups, paperSymbols, symbolsTyped } from '../../src-domain/paperCode.ts'

const secretLength = 31

/**
 * The check value of symbols in GF(32): the sum of αⁱ·symbolᵢ over x⁵ + x² + 1. No αⁱ is 0 and they differ for 31 places, so one
 * wrong symbol is always found, and so are any two that changed places, but for the first one of all with the check symbol.
 */
function checkOf(symbols: readonly number[]): number {
  let sum = 0
  for (const symbol of symbols) {
    const shifted = (sum ^ symbol) << 1
    sum = shifted > 31 ? shifted ^ 0b100101 : shifted
  }
  return sum
}

const written = (symbols: readonly number[]): string => inGroups(symbols.map((symbol) => paperSymbols[symbol]).join(''))

/** A new code: 155 random bits and a check symbol, as eight groups of four. */
export function newRecoveryCode(): string {
  const symbols = [...randomBytes(secretLength)].map((byte) => byte % paperSymbols.length)
  return written([...symbols, checkOf(symbols)])
}

/**
 * A code as it was typed, in the form in which it was made; null when it was mistyped. Spaces, hyphens and small letters do not
 * matter; O is read as 0, I and L as 1.
 */
export function readRecoveryCode(typed: string): string | null {
  const symbols = Array.from(symbolsTyped(typed), (character) => paperSymbols.indexOf(character))
  if (symbols.length !== secretLength + 1 || symbols.includes(-1)) return null
  return checkOf(symbols.slice(0, secretLength)) === symbols[secretLength] ? written(symbols) : null
}
