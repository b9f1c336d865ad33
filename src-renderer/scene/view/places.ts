// The positions of panel, sign, dots and captions on one bench. They stay the same during a task, so that workers learn
// where to look.
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { type Point, type Rect, rectCentre } from '../../../src-domain/geometry/rect.ts'
import { freePlace } from './freePlace.ts'

export type Places = {
  /** Pictogram, words and counts; null on a table without room, where the side screen alone shows them. */
  readonly panel: Rect | null
  /** The large sign while nobody works: welcome, greeting, pause. */
  readonly sign: Rect
  /** The centre of the row of progress dots, and its greatest length. */
  readonly dots: { readonly centre: Point; readonly lengthMm: number }
  /** Small signs: the camera does not see; help was called. */
  readonly cannotSee: Rect | null
  readonly calling: Rect | null
  /** Captions of the buttons, by the button's id. */
  readonly captions: Readonly<Record<string, Rect>>
  /** The work that the celebration surrounds. */
  readonly work: { readonly centre: Point; readonly radiusMm: number }
}

const captionMm = { w: 30, h: 16, gap: 20 }
const panelSizes = [
  { w: 280, h: 320 },
  { w: 250, h: 280 },
  { w: 400, h: 190 },
  { w: 220, h: 250 },
  { w: 300, h: 150 },
  { w: 160, h: 220 },
  { w: 200, h: 110 },
]
const smallSign = [{ w: 50, h: 50 }]
const signSizes = [
  { w: 560, h: 220 },
  { w: 420, h: 180 },
  { w: 300, h: 150 },
]

/** The places on this bench in table mm. Pure: the same layout gives the same places. */
export function placesOn(layout: BenchLayout): Places {
  const { table, zones, buttons } = layout
  const captions = Object.fromEntries(buttons.map(({ id, rect }) => [id, captionOf(rect, table.h)]))
  const dots = { centre: { x: 0, y: table.h / 2 - 30 }, lengthMm: Math.min(table.w * 0.5, 640) }
  const row = { x: -dots.lengthMm / 2, y: dots.centre.y - 12, w: dots.lengthMm, h: 24 }
  const taken = [...Object.values(captions), row]
  const middle = workCentre(layout)
  const panel = freePlace(layout, { sizes: panelSizes, near: middle, taken, whileWorking: true })
  const besides = panel ? [...taken, panel] : taken
  const small = { sizes: smallSign, whileWorking: true }
  const cannotSee = freePlace(layout, { ...small, near: centreOfButton(layout, 'done') ?? middle, taken: besides })
  const calling = freePlace(layout, {
    ...small,
    near: centreOfButton(layout, 'help') ?? middle,
    taken: cannotSee ? [...besides, cannotSee] : besides,
  })
  const workZone = zones.find(({ use }) => use === 'fixture') ?? zones.find(({ use }) => use !== 'forbidden')
  return {
    panel,
    sign: freePlace(layout, { sizes: signSizes, near: { x: 0, y: 0 }, taken, whileWorking: false }) ?? {
      x: -210,
      y: -90,
      w: 420,
      h: 180,
    },
    dots,
    cannotSee,
    calling,
    captions,
    work: workZone
      ? { centre: rectCentre(workZone.rect), radiusMm: Math.hypot(workZone.rect.w, workZone.rect.h) / 2 }
      : { centre: middle, radiusMm: 120 },
  }
}

/** Below its button, or above it where the table ends. */
function captionOf(button: Rect, tableHeightMm: number): Rect {
  const below = button.y + button.h + captionMm.gap
  const fits = below + captionMm.h <= tableHeightMm / 2
  const y = fits ? below : button.y - captionMm.gap - captionMm.h
  return { x: button.x - captionMm.w / 2, y, w: button.w + captionMm.w, h: captionMm.h }
}

const centreOfButton = ({ buttons }: BenchLayout, id: string): Point | undefined => {
  const button = buttons.find((other) => other.id === id)
  return button && rectCentre(button.rect)
}

function workCentre({ zones }: BenchLayout): Point {
  const centres = zones.filter(({ use }) => use !== 'forbidden').map(({ rect }) => rectCentre(rect))
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return { x: mean(centres.map(({ x }) => x)), y: mean(centres.map(({ y }) => y)) }
}
