import { describe, expect, it } from 'vitest'
import { type PictureTurn, rememberedTurn, rememberTurn, turnTransform } from './pictureTurn.ts'

const memory = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}
const upright: PictureTurn = { turned: false, mirrored: false }

describe('the orientation of a projector', () => {
  it('is upright by default and remembered once set', () => {
    const display = memory()
    expect(rememberedTurn(display, 1)).toEqual(upright)
    rememberTurn(display, 1, { turned: true, mirrored: false })
    expect(rememberedTurn(display, 1)).toEqual({ turned: true, mirrored: false })
    expect(rememberedTurn(display, 2)).toEqual(upright)
  })

  it.each(['{', '{"turned":1,"mirrored":false}', '[]'])('is upright when the stored value is damaged: %s', (kept) => {
    expect(rememberedTurn({ getItem: () => kept }, 1)).toEqual(upright)
  })

  it.each([
    [upright, 'none'],
    [{ turned: true, mirrored: false }, 'scale(-1, -1)'],
    [{ turned: false, mirrored: true }, 'scale(-1, 1)'],
    [{ turned: true, mirrored: true }, 'scale(1, -1)'],
  ])('becomes a CSS transform: %o', (turn, transform) => {
    expect(turnTransform(turn)).toBe(transform)
  })
})
