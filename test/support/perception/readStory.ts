// Runs the perception domain on scripted hands, and abbreviates the interactions.
import { benchTargets, type TargetLayout } from '../../../src-domain/perception/benchTargets.ts'
import { projectHand } from '../../../src-domain/perception/hands/handOnTable.ts'
import { beginReading, type ReadResult, readHands } from '../../../src-domain/perception/hands/readHands.ts'
import type { Interaction } from '../../../src-domain/perception/interaction.schema.ts'
import type { TableMapping } from '../../../src-domain/perception/tableMapping.ts'
import { defaultThresholds, type Thresholds } from '../../../src-domain/perception/thresholds.ts'
import type { TrackedHand } from '../../../src-domain/perception/trackedHand.ts'

/** The scripts' coordinates: 1 px is 1 mm, and the picture's corner is the table's centre. */
export const flatMapping: TableMapping = {
  toTable: ([x, y]) => ({ x, y }),
  toCamera: (point) => point,
  pxPerMm: () => 1,
}

/** Size of the picture, large enough for every hand to be inside. */
const worldMm = 5000

type Frames = readonly { readonly atMs: number; readonly hands: readonly TrackedHand[] }[]

/** Runs all frames; one result for each. */
export function readFrames(
  frames: Frames,
  layout: TargetLayout,
  { mapping = flatMapping, limits = defaultThresholds }: { mapping?: TableMapping; limits?: Thresholds } = {},
): ReadResult[] {
  const bench = benchTargets(layout)
  let reading = beginReading
  return frames.map(({ atMs, hands }) => {
    const onTable = hands.map((hand) => ({
      ...projectHand(hand, mapping, bench.heightsMm, { width: worldMm, height: worldMm }),
      seenShare: 1,
    }))
    const result = readHands(reading, { atMs, hands: onTable }, bench, limits)
    reading = result.reading
    return result
  })
}

/** All interactions of a script. */
export const interactionsIn = (...story: Parameters<typeof readFrames>): Interaction[] =>
  readFrames(...story).flatMap(({ interactions }) => interactions)

/** Interactions as short texts: `pick A`. */
export const inShort = (interactions: readonly Interaction[]): string[] =>
  interactions.map(({ kind, target }) => (target === null ? kind : `${kind} ${target}`))

/** A small bench: three bins in a row at the far edge, a fixture, a tray, a place for no hands, two buttons. */
export const smallBench: TargetLayout = {
  bins: ['A', 'B', 'C'].map((id, index) => ({
    id,
    rect: { x: -255 + 170 * index, y: -335, w: 150, h: 120 },
    rimMm: 0,
  })),
  zones: [
    { id: 'fixture', rect: { x: -190, y: -20, w: 170, h: 150 }, heightMm: 0, use: 'fixture' },
    { id: 'tray', rect: { x: 30, y: -20, w: 170, h: 150 }, heightMm: 0, use: 'tray' },
    { id: 'press', rect: { x: 420, y: -300, w: 150, h: 150 }, heightMm: 0, use: 'forbidden' },
  ],
  buttons: [
    { id: 'done', rect: { x: 310, y: 80, w: 110, h: 90 } },
    { id: 'help', rect: { x: -420, y: 80, w: 110, h: 90 } },
  ],
}

type Spot = 'A' | 'B' | 'C' | 'fixture' | 'tray' | 'home'
/** The centres of the small bench's bins and zones, and where hands come from. */
export const at: Readonly<Record<Spot, readonly [x: number, y: number]>> = {
  A: [-180, -275],
  B: [-10, -275],
  C: [160, -275],
  fixture: [-105, 55],
  tray: [115, 55],
  home: [0, 300],
}
