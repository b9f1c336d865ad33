// Renders simple pictures of the small bench, with arms, parts, illumination and noise, for testing the change detector.
import type { Rect } from '../../../src-domain/geometry/rect.ts'
import type { SmallPicture } from '../../../src-domain/perception/picture/smallPicture.ts'
import type { TableMapping } from '../../../src-domain/perception/tableMapping.ts'
import { smallBench } from './readStory.ts'

type Colour = readonly [number, number, number]
type Spot = readonly [x: number, y: number]

const mmPerPx = 4
export const paintedSize = { width: 256, height: 192 } as const
/** The camera of the painted pictures: straight above the table's centre. */
export const paintedMapping: TableMapping = {
  toTable: ([x, y]) => ({ x: mmPerPx * (x - paintedSize.width / 2), y: mmPerPx * (y - paintedSize.height / 2) }),
  toCamera: ({ x, y }) => ({ x: x / mmPerPx + paintedSize.width / 2, y: y / mmPerPx + paintedSize.height / 2 }),
  pxPerMm: () => 1 / mmPerPx,
}

/** The visible state of the bench at one moment. */
export type PaintedScene = {
  /** Where arms from the worker's edge end, in mm, one point per arm. */
  readonly arms?: readonly Spot[]
  readonly arm?: Colour
  /** Half an arm's width at its end, in mm: a hand, or a single finger. */
  readonly armHalfMm?: number
  /** Positions of parts, besides those that fill the bins. */
  readonly parts?: readonly Spot[]
  /** Parts taken from the bins: their indices within the bin, by bin. */
  readonly taken?: Readonly<Record<string, readonly number[]>>
  /** The target that is lit, with an outline, and its brightness, 0 to 1. */
  readonly lit?: { readonly target: string; readonly level: number } | null
  /** The area in shadow, in mm. */
  readonly shadow?: Rect
  /** Brightness factor of the whole picture. */
  readonly gain?: number
  /** How far the camera has been moved to the side, in mm. */
  readonly pushedMm?: number
  /** Noise in every pixel, in levels; the same seed gives the same noise. */
  readonly noise?: { readonly levels: number; readonly seed: number }
  /** A sheet of this colour that covers everything. */
  readonly sheet?: Colour | null
}

export const skin: Colour = [205, 160, 140]
export const blackGlove: Colour = [28, 28, 30]
export const greyGlove: Colour = [150, 150, 150]
const table: Colour = [183, 177, 169]
const binWall: Colour = [60, 100, 140]
const binFloor: Colour = [38, 60, 84]
const partColours: readonly Colour[] = [
  [220, 60, 60],
  [60, 120, 220],
  [60, 180, 80],
]
const glow: Colour = [38, 120, 30]
const shadowGain = 0.72
/** Half of the noise generator's range. */
const halfRange = 2 ** 31
const partHalfMm = 9
const outlineMm = 4

const targets = [...smallBench.bins, ...smallBench.zones.slice(0, 2), ...smallBench.buttons]
const isIn = ({ x, y, w, h }: Rect, px: number, py: number, grow = 0) =>
  px >= x - grow && px <= x + w + grow && py >= y - grow && py <= y + h + grow

/** The positions of a bin's parts: three rows of four. */
const partsIn = ({ x, y, w, h }: Rect): Spot[] =>
  Array.from({ length: 12 }, (_, index) => [
    x + (w * ((index % 4) + 0.7)) / 4.4,
    y + (h * (Math.floor(index / 4) + 0.7)) / 3.4,
  ])

/** Renders the picture of a scene. */
export function paint(scene: PaintedScene): SmallPicture {
  const { width, height } = paintedSize
  const values = withoutNoise(scene)
  const { levels, seed } = scene.noise ?? { levels: 0, seed: 0 }
  const rgba = new Uint8ClampedArray(4 * width * height)
  // A small linear congruential generator is random enough for noise. Written out per channel: this runs a million times a test.
  let state = seed | 0
  for (let from = 0, to = 0; from < values.length; from += 3, to += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    rgba[to] = (values[from] as number) + levels * noiseAt(state)
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    rgba[to + 1] = (values[from + 1] as number) + levels * noiseAt(state)
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    rgba[to + 2] = (values[from + 2] as number) + levels * noiseAt(state)
    rgba[to + 3] = 255
  }
  return { width, height, rgba }
}

/** The state of the noise generator, as an unsigned number, on a scale from -1 to 1. */
const noiseAt = (state: number): number => (state >>> 0) / halfRange - 1

/** The last scene rendered and its values: scenes last several pictures, which differ only in noise. */
let last: { readonly key: string; readonly values: Float64Array } | null = null

/** Red, green and blue of every pixel, not yet rounded; the same array for the same scene. */
function withoutNoise({ noise: _, ...scene }: PaintedScene): Float64Array {
  const key = JSON.stringify(scene)
  if (last?.key !== key) last = { key, values: render(scene) }
  return last.values
}

function render(scene: PaintedScene): Float64Array {
  const { width, height } = paintedSize
  const { arms = [], armHalfMm = 34, arm = skin, gain = 1, pushedMm = 0, shadow } = scene
  const colours = scene.sheet
    ? new Float32Array(3 * width * height).map((_, at) => scene.sheet?.[at % 3] ?? 0)
    : bare(pushedMm)
  for (const [bin, { id, rect }] of smallBench.bins.entries()) {
    const rest = partsIn(rect).filter((_, index) => scene.taken?.[id]?.includes(index) !== true)
    for (const at of rest) stampPart(colours, at, partColours[bin % 3] ?? table, pushedMm)
  }
  for (const at of scene.parts ?? []) stampPart(colours, at, partColours[0] ?? table, pushedMm)
  const lit = targets.find(({ id }) => id === scene.lit?.target)?.rect
  const level = scene.lit?.level ?? 0
  const values = new Float64Array(colours)
  for (let at = 0; at < values.length; at++) values[at] = gain * (values[at] as number)
  for (let row = 0; row < height; row++) {
    const y = mmPerPx * (row + 0.5 - height / 2)
    /** Calls `change` with the index of the first channel of each pixel in this row between two positions, in mm. */
    const between = (left: number, right: number, change: (at: number) => void) => {
      const first = Math.max(0, Math.ceil((left - pushedMm) / mmPerPx + width / 2 - 0.5))
      const end = Math.min(width - 1, Math.floor((right - pushedMm) / mmPerPx + width / 2 - 0.5))
      for (let column = first; column <= end; column++) change(3 * (row * width + column))
    }
    if (shadow && y >= shadow.y && y <= shadow.y + shadow.h)
      between(shadow.x, shadow.x + shadow.w, (at) => {
        for (let i = at; i < at + 3; i++) values[i] = shadowGain * gain * (colours[i] as number)
      })
    for (const tip of arms) {
      const span = armSpan(y, tip, armHalfMm)
      if (span)
        between(span.left, span.right, (at) => {
          for (const channel of [0, 1, 2] as const) values[at + channel] = gain * arm[channel]
        })
    }
    if (lit && y >= lit.y - outlineMm && y <= lit.y + lit.h + outlineMm) {
      between(lit.x - outlineMm, lit.x + lit.w + outlineMm, (at) => {
        const x = mmPerPx * (((at / 3) % width) + 0.5 - width / 2) + pushedMm
        const isInside = isIn(lit, x, y, -outlineMm)
        for (const channel of [0, 1, 2] as const)
          values[at + channel] = isInside ? (values[at + channel] as number) + level * glow[channel] : 255
      })
    }
  }
  return values
}

const bareByPush = new Map<number, Float32Array>()

/** The table and empty bins. */
function bare(pushedMm: number): Float32Array {
  const known = bareByPush.get(pushedMm)
  if (known) return known.slice()
  const { width, height } = paintedSize
  const colours = new Float32Array(3 * width * height)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const x = mmPerPx * ((pixel % width) + 0.5 - width / 2) + pushedMm
    const y = mmPerPx * (Math.floor(pixel / width) + 0.5 - height / 2)
    colours.set(bareColour(x, y), 3 * pixel)
  }
  bareByPush.set(pushedMm, colours)
  return colours.slice()
}

function bareColour(x: number, y: number): Colour {
  const bin = smallBench.bins.find(({ rect }) => isIn(rect, x, y))
  if (bin) return isIn(bin.rect, x, y, -8) ? binFloor : binWall
  // A wood texture, so that the camera monitor finds patches with contrast.
  const wood = 6 * Math.sin(y / 9 + Math.sin(x / 70))
  return [table[0] + wood, table[1] + wood, table[2] + wood]
}

function stampPart(colours: Float32Array, [x, y]: Spot, colour: Colour, pushedMm: number): void {
  const { width } = paintedSize
  const centre = paintedMapping.toCamera({ x: x - pushedMm, y })
  const reach = Math.ceil(partHalfMm / mmPerPx)
  for (let row = Math.floor(centre.y) - reach; row <= centre.y + reach; row++) {
    for (let column = Math.floor(centre.x) - reach; column <= centre.x + reach; column++) {
      const away = mmPerPx * Math.hypot(column + 0.5 - centre.x, row + 0.5 - centre.y)
      if (away <= partHalfMm && column >= 0 && column < width && row >= 0)
        colours.set(colour, 3 * (row * width + column))
    }
  }
}

/** Where an arm crosses a row, in mm: a band from the worker's edge to its end, slightly oblique, as elbows are beside the body. */
function armSpan(y: number, [tipX, tipY]: Spot, halfMm: number): { left: number; right: number } | null {
  if (y < tipY - halfMm / 2) return null
  const away = Math.max(0, y - tipY)
  const middle = tipX + 0.15 * away
  const half = Math.min(34, halfMm + away / 3)
  return { left: middle - half, right: middle + half }
}
