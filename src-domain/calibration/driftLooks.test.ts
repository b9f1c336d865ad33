// Drift on pictures of a small bench: what is projected, captured, found and corrected.
import { describe, expect, it } from 'vitest'
import { applyHomography, type Projection, planeAtHeight } from '../geometry/homography.ts'
import type { Lens } from '../geometry/lens.ts'
import { pinholeProjection } from '../geometry/pinhole.ts'
import type { Point } from '../geometry/rect.ts'
import type { BenchMaps, CalibrationBench } from './benchMaps.ts'
import { checkDrift, type Landmarks, sightDrift } from './drift.ts'
import type { ProjectedPattern } from './patterns.ts'
import { isWhite, staySideMm, tagModules } from './tagSheet.ts'

const size = { width: 320, height: 192 }
/** Camera and projector look straight down without distortion: a camera px is 2.5 mm on the table, a projector px 0.8 mm. */
const cameraMm = 2.5
const projectorMm = 0.8
const projector = { width: 1000, height: 600 }
const lens: Lens = { focalPx: 400, centre: { x: 160, y: 96 }, k1: 0, k2: 0, p1: 0, p2: 0 }
const cameraAt = (x: number, y: number): Projection =>
  pinholeProjection({ focalPx: 400, centre: lens.centre, turn: [0, 0, 0], offset: [x, y, 1000] })
const projectorAt = (x: number, y: number): Projection =>
  pinholeProjection({ focalPx: 1250, centre: { x: 500, y: 300 }, turn: [0, 0, 0], offset: [x, y, 1000] })
const maps: BenchMaps = { lens, tableToCamera: cameraAt(0, 0), tableToProjector: projectorAt(0, 0) }

const stickers = [
  { id: 20, x: -230, y: -130 },
  { id: 21, x: 230, y: -130 },
  { id: 22, x: -230, y: 130 },
  { id: 23, x: 230, y: 130 },
]

/** Light that a sticker reflects at a place in mm from its centre: black modules in a white border; null beside it. */
function reflected(id: number, { x, y }: Point): number | null {
  const column = Math.floor((x + staySideMm / 2) / (staySideMm / tagModules))
  const row = Math.floor((y + staySideMm / 2) / (staySideMm / tagModules))
  if (Math.min(row, column) < -1 || Math.max(row, column) > tagModules) return null
  const isOnTag = Math.min(row, column) >= 0 && Math.max(row, column) < tagModules
  return isOnTag && !isWhite(id, row - 1, column - 1) ? 0.05 : 0.9
}

/** A bench whose camera and projector were moved so that what they see or light is shifted by these mm on the table. */
function benchAfter(camera: readonly [number, number], light: readonly [number, number], isLit = true) {
  const table = new Float32Array(size.width * size.height).fill(0.5)
  const near = (at: Point, reachPx: number, change: (pixel: number, x: number, y: number) => void): void => {
    for (let y = Math.floor(at.y - reachPx); y <= at.y + reachPx; y++)
      for (let x = Math.floor(at.x - reachPx); x <= at.x + reachPx; x++)
        if (x >= 0 && y >= 0 && x < size.width && y < size.height) change(y * size.width + x, x, y)
  }
  const parts = [1, 3, 5, 7].map((eighth) => eighth / 8)
  for (const { id, x, y } of stickers) {
    const at = { x: 160 + (x + camera[0]) / cameraMm, y: 96 + (y + camera[1]) / cameraMm }
    near(at, 18, (pixel, column, row) => {
      let sum = 0
      for (const dy of parts)
        for (const dx of parts)
          sum += reflected(id, { x: (column + dx - at.x) * cameraMm, y: (row + dy - at.y) * cameraMm }) ?? 0.5
      table[pixel] = sum / 16
    })
  }
  const shown: ProjectedPattern[] = []
  const bench: CalibrationBench = {
    projector,
    look(pattern) {
      shown.push(pattern)
      const levels = table.map((level) => 0.3 * level)
      const radiusPx = (pattern.radiusPx * projectorMm) / cameraMm
      for (const disc of isLit ? pattern.discs : []) {
        const at = {
          x: 160 + ((disc.x - 500) * projectorMm - light[0] + camera[0]) / cameraMm,
          y: 96 + ((disc.y - 300) * projectorMm - light[1] + camera[1]) / cameraMm,
        }
        near(at, radiusPx + 1, (pixel, x, y) => {
          const covered = radiusPx - Math.hypot(x + 0.5 - at.x, y + 0.5 - at.y) + 0.5
          if (covered > 0) levels[pixel] = (levels[pixel] ?? 0) + 0.6 * Math.min(1, covered) * (table[pixel] ?? 0)
        })
      }
      return Promise.resolve({ ...size, levels })
    },
  }
  return { bench, shown }
}

const shown: readonly Point[] = [
  [180, 300],
  [330, 110],
  [500, 130],
  [670, 110],
  [820, 300],
  [670, 490],
  [500, 470],
  [330, 490],
].map(([x = 0, y = 0]) => ({ x, y }))
const landmarks: Landmarks = {
  stays: stickers.map(({ id, x, y }) => ({
    id,
    corners: [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ].map(([right = 0, near = 0]) => ({ x: x + (right * staySideMm) / 2, y: y + (near * staySideMm) / 2 })),
  })),
  marks: shown.map((mark) => ({ shown: mark, seems: mark })),
}

describe('looking at a resting bench', () => {
  it('captures the table dark and with the marks, and finds all stickers and marks', async () => {
    const { bench, shown: patterns } = benchAfter([0, 0], [0, 0])
    const { tags, marks } = await sightDrift(bench, maps, shown)
    expect(patterns.map(({ background, discs }) => [background, discs.length])).toEqual([
      [0, 0],
      [0, shown.length],
    ])
    expect(tags.map(({ id }) => id).toSorted()).toEqual([20, 21, 22, 23])
    expect(marks.map((mark) => mark.shown)).toEqual(shown)
    for (const mark of marks) {
      expect(Math.abs(mark.seen.x - (160 + (mark.shown.x - 500) * 0.32))).toBeLessThan(0.1)
      expect(Math.abs(mark.seen.y - (96 + (mark.shown.y - 300) * 0.32))).toBeLessThan(0.1)
    }
  })

  it('leaves out a mark that is hidden', async () => {
    const { bench } = benchAfter([0, 0], [0, 0])
    const hidden: CalibrationBench = {
      ...bench,
      look: (pattern) => bench.look({ ...pattern, discs: pattern.discs.filter((_, i) => i !== 2) }),
    }
    const { marks } = await sightDrift(hidden, maps, shown)
    expect(marks.map((mark) => mark.shown)).toEqual(shown.filter((_, i) => i !== 2))
  })
})

describe('checking for drift', () => {
  it('looks once when nothing moved', async () => {
    const { bench, shown: patterns } = benchAfter([0, 0], [0, 0])
    expect(await checkDrift(bench, maps, landmarks)).toEqual({ kind: 'still' })
    expect(patterns).toHaveLength(2)
  })

  it('corrects a shift that takes each mark near its neighbour, and confirms it by looking again', async () => {
    const { bench, shown: patterns } = benchAfter([0, 0], [40, -24])
    const result = await checkDrift(bench, maps, landmarks)
    expect(result).toMatchObject({ kind: 'moved', what: 'projector', asks: true })
    if (result.kind !== 'moved') return
    expect(result.mm).toBeGreaterThan(44)
    expect(result.mm).toBeLessThan(50)
    expect(patterns.length).toBeGreaterThanOrEqual(4)
    const real = planeAtHeight(projectorAt(40, -24), 0)
    const found = planeAtHeight(result.repaired.tableToProjector, 0)
    for (const at of [
      { x: -200, y: -100 },
      { x: 200, y: 100 },
    ]) {
      const [a, b] = [applyHomography(found, at), applyHomography(real, at)]
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(1.5)
    }
  })

  it('tells a camera that moved with the projector from each alone', async () => {
    const { bench } = benchAfter([6, 0], [0, 6])
    expect(await checkDrift(bench, maps, landmarks)).toMatchObject({ kind: 'moved', what: 'both' })
  })

  it('decides nothing when the projector lights nothing', async () => {
    const { bench } = benchAfter([0, 0], [0, 0], false)
    expect(await checkDrift(bench, maps, landmarks)).toEqual({ kind: 'unseen' })
  })
})
