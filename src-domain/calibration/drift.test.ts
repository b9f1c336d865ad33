import { describe, expect, it } from 'vitest'
import { applyHomography, invertHomography, type Projection, planeAtHeight } from '../geometry/homography.ts'
import { distort, type Lens } from '../geometry/lens.ts'
import { pinholeProjection } from '../geometry/pinhole.ts'
import type { Point } from '../geometry/rect.ts'
import type { BenchMaps } from './benchMaps.ts'
import {
  cameraShiftMm,
  type DriftResult,
  type DriftSighting,
  driftMarks,
  isShift,
  judgeDrift,
  landmarksIn,
  type ReachedBench,
} from './drift.ts'
import type { SeenTag } from './findTags.ts'

const lens: Lens = { focalPx: 1000, centre: { x: 640, y: 360 }, k1: -0.08, k2: 0.01, p1: 0, p2: 0 }
type Pose = { readonly turn?: readonly [number, number, number]; readonly offset?: readonly [number, number, number] }

/** Both look straight down; `offset` moves the table under them by that many mm, so that what they see or lit moves as far. */
const cameraAt = ({ turn = [0, 0, 0], offset: [x, y, z] = [0, 0, 0] }: Pose = {}): Projection =>
  pinholeProjection({ focalPx: 1000, centre: lens.centre, turn, offset: [x, y, 1200 + z] })
const projectorAt = ({ turn = [0, 0, 0], offset: [x, y, z] = [0, 0, 0] }: Pose = {}): Projection =>
  pinholeProjection({ focalPx: 1900, centre: { x: 960, y: 540 }, turn, offset: [x, y, 1200 + z] })

const maps: BenchMaps = { lens, tableToCamera: cameraAt(), tableToProjector: projectorAt() }
const reach: ReachedBench = {
  table: { w: 1000, h: 600 },
  camera: { width: 1280, height: 720 },
  projector: { width: 1920, height: 1080 },
  frame: { kind: 'corners', corners: [] },
}

const seenIn = (bench: BenchMaps, at: Point): Point =>
  distort(bench.lens, applyHomography(planeAtHeight(bench.tableToCamera, 0), at))
const litBy = (bench: BenchMaps, shown: Point): Point =>
  applyHomography(invertHomography(planeAtHeight(bench.tableToProjector, 0)), shown)

const squareAt = ({ x, y }: Point): Point[] => [
  { x: x - 30, y: y - 30 },
  { x: x + 30, y: y - 30 },
  { x: x + 30, y: y + 30 },
  { x: x - 30, y: y + 30 },
]
const tagAt = (bench: BenchMaps, id: number, centre: Point): SeenTag => ({
  id,
  sides: [],
  corners: squareAt(centre).map((at) => seenIn(bench, at)),
  contrast: 5,
})
const stickers = new Map([
  [20, { x: -400, y: -200 }],
  [21, { x: 400, y: -200 }],
  [22, { x: -400, y: 200 }],
  [23, { x: 400, y: 200 }],
])
const shown: readonly Point[] = [
  { x: 300, y: 200 },
  { x: 960, y: 200 },
  { x: 1620, y: 200 },
  { x: 1620, y: 540 },
  { x: 1620, y: 880 },
  { x: 960, y: 880 },
  { x: 300, y: 880 },
  { x: 300, y: 540 },
]

type Scene = {
  readonly camera?: Pose
  readonly projector?: Pose
  /** Stickers pushed by so many mm. */
  readonly pushed?: Readonly<Record<number, Point>>
  readonly visible?: readonly number[]
  readonly lit?: number
}
const still: Point = { x: 0, y: 0 }

/** What a camera sees of the bench when this has happened to it. */
function sighting({ camera, projector, pushed = {}, visible = [20, 21, 22, 23], lit = 8 }: Scene = {}): DriftSighting {
  const bench: BenchMaps = { lens, tableToCamera: cameraAt(camera), tableToProjector: projectorAt(projector) }
  return {
    tags: visible.map((id) => {
      const at = stickers.get(id) ?? still
      const push = pushed[id] ?? still
      return tagAt(bench, id, { x: at.x + push.x, y: at.y + push.y })
    }),
    marks: shown.slice(0, lit).map((mark) => ({ shown: mark, seen: seenIn(bench, litBy(bench, mark)) })),
  }
}
/** The bench as it was just after calibration. */
const landmarksAtRest = () => landmarksIn(maps, sighting())
const judge = (scene: Scene): DriftResult => judgeDrift(maps, landmarksAtRest(), sighting(scene))
function movedIn(scene: Scene) {
  const result = judge(scene)
  if (result.kind !== 'moved') throw new Error(`Judged ${result.kind}.`)
  return result
}
const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
const places: readonly Point[] = [-350, 0, 350].flatMap((x) => [-200, 0, 200].map((y) => ({ x, y })))
/** How far, in mm, the corrected matrices are wrong anywhere on the table. */
const cameraErrorMm = (repaired: BenchMaps, pose: Pose): number => {
  const real = { ...maps, tableToCamera: cameraAt(pose) }
  // A millimetre is 1000 / 1200 px.
  return Math.max(...places.map((at) => apart(seenIn(repaired, at), seenIn(real, at)))) * 1.2
}
const projectorErrorMm = (repaired: BenchMaps, pose: Pose): number => {
  const real = { ...maps, tableToProjector: projectorAt(pose) }
  return Math.max(...shown.map((mark) => apart(litBy(repaired, mark), litBy(real, mark))))
}

describe('the landmarks of a bench just calibrated', () => {
  it('are the corners of the permanent stickers in table mm, without the tags of the sheets', () => {
    const { tags, marks } = sighting()
    const { stays } = landmarksIn(maps, { tags: [tagAt(maps, 3, still), ...tags, tagAt(maps, 19, still)], marks })
    expect(stays.map(({ id }) => id)).toEqual([20, 21, 22, 23])
    for (const { id, corners } of stays)
      for (const [i, at] of squareAt(stickers.get(id) ?? still).entries())
        expect(apart(corners[i] ?? still, at)).toBeLessThan(1e-6)
  })

  it('are the marks where they seem to come from: a small bias is kept, a large one leaves the mark out', () => {
    const { tags, marks } = sighting()
    // A projector px is 1200 / 1900 mm on the table.
    const biased = marks.map(({ shown: mark }, i) => {
      const by = i === 0 ? 2 : i === 1 ? 3 : 0
      return { shown: mark, seen: seenIn(maps, litBy(maps, { x: mark.x + by, y: mark.y })) }
    })
    const kept = landmarksIn(maps, { tags, marks: biased }).marks
    expect(kept.map((mark) => mark.shown)).toEqual([shown[0], ...shown.slice(2)])
    expect(kept[0]?.seems.x).toBeCloseTo(302, 6)
    expect(kept[0]?.seems.y).toBeCloseTo(200, 6)
    expect(kept[1]?.seems.x).toBeCloseTo(1620, 6)
  })
})

describe('judging a bench', () => {
  it('finds nothing where nothing moved, nor in shifts of a millimetre', () => {
    expect(judge({})).toEqual({ kind: 'still' })
    expect(judge({ camera: { offset: [0.8, 0.6, 0] } })).toEqual({ kind: 'still' })
    expect(judge({ projector: { offset: [-0.6, 0.8, 0] } })).toEqual({ kind: 'still' })
    expect(judge({ pushed: { 20: { x: 0.8, y: -0.6 } } })).toEqual({ kind: 'still' })
  })

  it('says that the camera moved, how far, and where it is now', () => {
    const result = movedIn({ camera: { offset: [3, -4, 0] } })
    expect(result.what).toBe('camera')
    expect(result.mm).toBeCloseTo(5, 6)
    expect(result.asks).toBe(false)
    expect(cameraErrorMm(result.repaired, { offset: [3, -4, 0] })).toBeLessThan(0.1)
    expect(result.repaired.tableToProjector).toEqual(maps.tableToProjector)
    expect(result.repaired.lens).toEqual(lens)
  })

  it('says that the projector moved, how far, and where it is now', () => {
    const result = movedIn({ projector: { offset: [-4, 3, 0] } })
    expect(result.what).toBe('projector')
    expect(result.mm).toBeCloseTo(5, 6)
    expect(projectorErrorMm(result.repaired, { offset: [-4, 3, 0] })).toBeLessThan(0.1)
    expect(result.repaired.tableToCamera).toEqual(maps.tableToCamera)
  })

  it('tells when both moved, by the larger of the two shifts, and corrects both', () => {
    const scene = { camera: { offset: [2, 0, 0] }, projector: { offset: [0, 6, 0] } } as const
    const result = movedIn(scene)
    expect(result.what).toBe('both')
    expect(result.mm).toBeCloseTo(6, 1)
    expect(cameraErrorMm(result.repaired, scene.camera)).toBeLessThan(0.1)
    expect(projectorErrorMm(result.repaired, scene.projector)).toBeLessThan(0.2)
    expect(movedIn({ camera: { offset: [0, 7, 0] }, projector: { offset: [3, 0, 0] } }).mm).toBeCloseTo(7, 6)
  })

  it.each([
    // About its own centre, 1200 mm from the table: what it sees moves by 0.006 · 1200 = 7.2 mm.
    ['tipped', { turn: [0.006, 0, 0], offset: [0, -7.2, 0] }],
    ['tipped sideways', { turn: [0, -0.006, 0], offset: [-7.2, 0, 0] }],
    ['turned about its axis', { turn: [0, 0, 0.01] }],
    ['lowered', { offset: [0, 0, -12] }],
    ['knocked in every way', { turn: [0.004, -0.003, 0.005], offset: [4, -3, 6] }],
  ] as const)('corrects for a camera and for a projector that was %s', (_, pose) => {
    const byCamera = movedIn({ camera: pose })
    expect(byCamera.what).toBe('camera')
    expect(cameraErrorMm(byCamera.repaired, pose)).toBeLessThan(0.3)
    const byProjector = movedIn({ projector: pose })
    expect(byProjector.what).toBe('projector')
    expect(projectorErrorMm(byProjector.repaired, pose)).toBeLessThan(0.3)
    expect(byProjector.mm).toBeGreaterThan(1.2)
  })

  it('asks a person about shifts of more than a centimetre', () => {
    expect(movedIn({ camera: { offset: [9.9, 0, 0] } }).asks).toBe(false)
    expect(movedIn({ camera: { offset: [10.1, 0, 0] } }).asks).toBe(true)
    expect(movedIn({ projector: { offset: [0, 9.9, 0] } }).asks).toBe(false)
    expect(movedIn({ projector: { offset: [0, 10.1, 0] } }).asks).toBe(true)
  })

  it('names the one sticker that was pushed, and leaves the calibration alone', () => {
    for (const id of [20, 23])
      expect(judge({ pushed: { [id]: { x: 5, y: 8 } } })).toEqual({ kind: 'object', ids: [id] })
  })

  it('does not take a sticker turned in its place for one that was pushed', () => {
    const { tags, marks } = sighting()
    const turned = tags.map((tag) =>
      tag.id === 21 ? { ...tag, corners: [...tag.corners.slice(1), ...tag.corners.slice(0, 1)] } : tag,
    )
    expect(judgeDrift(maps, landmarksAtRest(), { tags: turned, marks })).toEqual({ kind: 'still' })
  })

  it('sees the camera move though a sticker was pushed as well', () => {
    const result = movedIn({ camera: { offset: [4, 0, 0] }, pushed: { 22: { x: 0, y: 9 } } })
    expect(result.what).toBe('camera')
    // The pushed sticker's pull is bounded: a plain mean over four would be off by 9 / 4 mm.
    expect(cameraErrorMm(result.repaired, { offset: [4, 0, 0] })).toBeLessThan(9 / 4)
  })

  it('decides nothing when stickers went different ways', () => {
    expect(judge({ pushed: { 20: { x: 12, y: 0 }, 23: { x: 0, y: 15 }, 21: { x: -14, y: 9 } } })).toEqual({
      kind: 'unseen',
    })
  })

  it('takes a camera that turned about a sticker for moved: the marks moved with the other', () => {
    const angle = 0.01
    const pivot = { x: -400, y: -200 }
    const turned: Pose = {
      turn: [0, 0, angle],
      offset: [
        pivot.x - Math.cos(angle) * pivot.x + Math.sin(angle) * pivot.y,
        pivot.y - Math.sin(angle) * pivot.x - Math.cos(angle) * pivot.y,
        0,
      ],
    }
    const result = movedIn({ camera: turned, visible: [20, 23] })
    expect(result.what).toBe('camera')
    expect(result.mm).toBeCloseTo(Math.hypot(800, 400) * 2 * Math.sin(angle / 2), 3)
  })

  it('takes no single mark for the projector, but two', () => {
    const { tags, marks } = sighting()
    const shifted = (count: number): DriftSighting => ({
      tags,
      marks: marks.map((mark, i) => {
        const at = litBy(maps, mark.shown)
        return i < count ? { ...mark, seen: seenIn(maps, { x: at.x + 3, y: at.y }) } : mark
      }),
    })
    expect(judgeDrift(maps, landmarksAtRest(), shifted(1))).toEqual({ kind: 'still' })
    const result = judgeDrift(maps, landmarksAtRest(), shifted(2))
    expect(result).toMatchObject({ kind: 'moved', what: 'projector' })
  })

  it('needs two stickers and four marks', () => {
    const camera = { offset: [5, 0, 0] } as const
    expect(judge({ camera, visible: [21] })).toEqual({ kind: 'unseen' })
    expect(judge({ camera, lit: 3 })).toEqual({ kind: 'unseen' })
    expect(judge({ camera, visible: [21, 22], lit: 4 })).toMatchObject({ kind: 'moved', what: 'camera' })
    expect(judge({ visible: [21, 22], lit: 4 })).toEqual({ kind: 'still' })
  })

  it('ignores tags and marks that are no landmarks', () => {
    const { tags, marks } = sighting()
    const more: DriftSighting = {
      tags: [tagAt(maps, 4, { x: 100, y: 100 }), ...tags],
      marks: [{ shown: { x: 300, y: 201 }, seen: still }, { shown: { x: 301, y: 200 }, seen: still }, ...marks],
    }
    expect(judgeDrift(maps, landmarksAtRest(), more)).toEqual({ kind: 'still' })
    expect(judgeDrift(maps, landmarksAtRest(), { tags: more.tags.slice(0, 2), marks })).toEqual({ kind: 'unseen' })
  })
})

describe('the shift of the camera by the stickers alone', () => {
  const shiftIn = (scene: Scene) => cameraShiftMm(maps, landmarksAtRest(), sighting(scene).tags)

  it('is how far all of them moved, in mm', () => {
    expect(shiftIn({ camera: { offset: [3, 4, 0] } })).toBeCloseTo(5, 6)
    expect(shiftIn({})).toBeCloseTo(0, 6)
  })

  it('is nothing when one was pushed', () => {
    expect(shiftIn({ pushed: { 21: { x: 30, y: 0 } } })).toBeCloseTo(0, 6)
    expect(shiftIn({ pushed: { 23: { x: 30, y: 0 } }, visible: [22, 23] })).toBeCloseTo(0, 6)
  })

  it('is unknown with fewer than two visible', () => {
    expect(shiftIn({ visible: [20] })).toBeNull()
    expect(shiftIn({ visible: [] })).toBeNull()
  })

  it('counts above 1.2 mm', () => {
    expect([1.1, 1.2, 1.3].map(isShift)).toEqual([false, false, true])
  })
})

describe('where the marks are projected', () => {
  const lit = (bench: Partial<ReachedBench> = {}, of = maps) =>
    driftMarks(of, { ...reach, ...bench }).map((mark) => litBy(of, mark))

  it('is eight places: near the corners of the table and between them', () => {
    // The projector covers 1213 × 682 mm, the table is 1000 × 600: the marks' grid is 48.5 × 27.3 mm.
    const at = lit()
    expect(at).toHaveLength(8)
    for (const [right, near] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
    ] as const) {
      const nearest = Math.min(
        ...at.map(({ x, y }) => Math.max(Math.abs(x - right * 440) - 48.5, Math.abs(y - near * 260) - 27.3)),
      )
      expect(nearest, `${right}, ${near}`).toBeLessThan(1)
    }
  })

  it('keeps to what projector, camera and table all reach', () => {
    const inside = ({ x, y }: Point, w: number, h: number): boolean => x > 0 && y > 0 && x < w && y < h
    const beside: BenchMaps = { ...maps, tableToProjector: projectorAt({ offset: [-250, 100, 0] }) }
    for (const mark of driftMarks(beside, { ...reach, table: { w: 1400, h: 900 } })) {
      expect(inside(mark, 1920, 1080)).toBe(true)
      expect(inside(seenIn(beside, litBy(beside, mark)), 1280, 720)).toBe(true)
    }
    for (const { x, y } of lit({ table: { w: 500, h: 300 } })) {
      expect(Math.abs(x)).toBeLessThan(250)
      expect(Math.abs(y)).toBeLessThan(150)
    }
    const narrow = { width: 800, height: 720 }
    for (const at of lit({ camera: narrow })) expect(seenIn(maps, at).x).toBeLessThan(800)
  })

  it('is nowhere when the light misses the table', () => {
    expect(lit({}, { ...maps, tableToProjector: projectorAt({ offset: [3000, 0, 0] }) })).toEqual([])
  })

  it('keeps 55 mm from bins', () => {
    const bin = { x: -500, y: -300, w: 200, h: 600 }
    const at = lit({ taken: [bin] })
    expect(at).toHaveLength(8)
    for (const { x } of at) expect(x).toBeGreaterThanOrEqual(-300 + 55)
    expect(Math.min(...at.map(({ x }) => x))).toBeLessThan(-300 + 55 + 48.5)
  })

  it('keeps 30 mm from the permanent stickers, but not from the sheets, which are taken away', () => {
    const far = { x: -436, y: -246 }
    const awayFrom = (id: number): number => {
      const marks = lit({ frame: { kind: 'sheets', paper: 'A4', tags: [tagAt(maps, id, far)] } })
      return Math.min(
        ...marks.map(({ x, y }) =>
          Math.hypot(Math.max(0, Math.abs(x - far.x) - 30), Math.max(0, Math.abs(y - far.y) - 30)),
        ),
      )
    }
    expect(awayFrom(0)).toBe(0)
    expect(awayFrom(20)).toBeGreaterThanOrEqual(30)
    expect(awayFrom(20)).toBeLessThan(90)
  })
})
