import { describe, expect, it } from 'vitest'
import { findBlobs } from './blobs.ts'

/** A mask drawn with `#` for pixels that are set. */
function drawn(...rows: readonly string[]) {
  const width = rows[0]?.length ?? 0
  return {
    mask: Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : 0)),
    size: { width, height: rows.length },
  }
}
const blobsIn = (rows: readonly string[], least = 1, most = 1000) => {
  const { mask, size } = drawn(...rows)
  return findBlobs(mask, size, least, most)
}
const boxesIn = (rows: readonly string[]) =>
  blobsIn(rows).map(({ count, left, top, right, bottom }) => [count, left, top, right, bottom])

describe('the connected components of a mask', () => {
  it('are discs with their number of pixels, box and centre', () => {
    const size = { width: 60, height: 40 }
    const discs = [
      { x: 12, y: 10, r: 6 },
      { x: 45, y: 25, r: 9 },
    ]
    const mask = Uint8Array.from({ length: 60 * 40 }, (_, i) =>
      discs.some(({ x, y, r }) => Math.hypot((i % 60) - x, Math.floor(i / 60) - y) <= r) ? 255 : 0,
    )
    const blobs = findBlobs(mask, size, 1, 1000)
    expect(blobs.map(({ left, top, right, bottom }) => [left, top, right, bottom])).toEqual([
      [6, 4, 18, 16],
      [36, 16, 54, 34],
    ])
    // Gauss's circle problem: 113 lattice points within radius 6, 253 within radius 9.
    expect(blobs.map(({ count }) => count)).toEqual([113, 253])
    for (const [i, { pixels, count }] of blobs.entries()) {
      const mean = (of: (pixel: number) => number) => pixels.reduce((sum, pixel) => sum + of(pixel), 0) / count
      expect(mean((pixel) => pixel % 60)).toBeCloseTo(discs[i]?.x ?? NaN, 9)
      expect(mean((pixel) => Math.floor(pixel / 60))).toBeCloseTo(discs[i]?.y ?? NaN, 9)
    }
  })

  it('are none in an empty mask, and one in a full one', () => {
    expect(blobsIn(['...', '...'])).toEqual([])
    expect(boxesIn(['###', '###'])).toEqual([[6, 0, 0, 2, 1]])
  })

  it('name each of their pixels once', () => {
    const [blob] = blobsIn(['.##.', '##..', '.#..'])
    expect(blob?.pixels.toSorted((a, b) => a - b)).toEqual([1, 2, 4, 5, 9])
    expect(blob?.count).toBe(5)
  })

  it('join pixels by their sides, not by their corners', () => {
    expect(boxesIn(['#.', '.#'])).toEqual([
      [1, 0, 0, 0, 0],
      [1, 1, 1, 1, 1],
    ])
    expect(boxesIn(['.#', '#.'])).toHaveLength(2)
    expect(boxesIn(['##', '.#'])).toHaveLength(1)
  })

  it('follow a winding path in all four directions', () => {
    expect(boxesIn(['#####', '....#', '###.#', '#...#', '#####'])).toEqual([[17, 0, 0, 4, 4]])
    expect(boxesIn(['#.###', '#.#.#', '###.#', '....#'])).toEqual([[12, 0, 0, 4, 3]])
  })

  it('end at the edges: the last pixel of a row does not touch the first of the next', () => {
    expect(boxesIn(['..#', '#..'])).toEqual([
      [1, 2, 0, 2, 0],
      [1, 0, 1, 0, 1],
    ])
    // Starts in the upper row and would go left from the second row into the end of the first.
    expect(boxesIn(['#.#', '#..'])).toEqual([
      [2, 0, 0, 0, 1],
      [1, 2, 0, 2, 0],
    ])
    expect(boxesIn(['.#', '##'])).toEqual([[3, 0, 0, 1, 1]])
  })

  it('do not end one pixel before an edge', () => {
    expect(boxesIn(['...', '.##', '.#.'])).toEqual([[3, 1, 1, 2, 2]])
    expect(boxesIn(['.#.', '##.', '...'])).toEqual([[3, 0, 0, 1, 1]])
    expect(boxesIn(['.#.', '###', '...'])).toEqual([[4, 0, 0, 2, 1]])
  })

  it('keep the holes in them apart from their box and count', () => {
    expect(boxesIn(['###', '#.#', '###'])).toEqual([[8, 0, 0, 2, 2]])
  })

  it('are returned only from the least to the most number of pixels, both included', () => {
    const rows = ['#.##.###.####']
    expect(blobsIn(rows, 2, 3).map(({ count }) => count)).toEqual([2, 3])
    expect(blobsIn(rows, 3, 3).map(({ count }) => count)).toEqual([3])
    expect(blobsIn(rows, 5).map(({ count }) => count)).toEqual([])
  })

  it('leave the mask as it was', () => {
    const { mask, size } = drawn('##', '.#')
    findBlobs(mask, size, 1, 9)
    expect([...mask]).toEqual([1, 1, 0, 1])
  })
})
