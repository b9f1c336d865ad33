import { describe, expect, it } from 'vitest'
import { projectorToNdc } from './projectorPicture.ts'

describe('a projector’s mapping', () => {
  it('sends the picture’s corners to the corners of the device', () => {
    const straightDown: [number, number, number, number][] = [
      [1, 0, 0, 640],
      [0, 1, 0, 400],
      [0, 0, 0, 1],
    ]
    const mapping = projectorToNdc(straightDown, { width: 1280, height: 800 })
    const ndc = (x: number, y: number) => {
      const at = (row: number) =>
        (mapping[row * 4] ?? 0) * x + (mapping[row * 4 + 1] ?? 0) * y + (mapping[row * 4 + 3] ?? 0)
      return [at(0) / at(2), at(1) / at(2)]
    }
    expect(ndc(-640, -400)).toEqual([-1, 1])
    expect(ndc(640, 400)).toEqual([1, -1])
    expect(ndc(0, 0)).toEqual([0, 0])
  })
})
