// The printed objects of a calibration on the virtual table: the sheets in its corners, the permanent stickers, and a
// box with sheet E on it.
import { Group, Mesh, type Object3D, PlaneGeometry } from 'three'
import {
  cornerSheets,
  isWhite,
  papers,
  placeOf,
  type SheetName,
  type SheetTag,
  staySideMm,
  stayTags,
  tagModules,
  tagsOf,
} from '../../../src-domain/calibration/tagSheet.ts'
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { growRect, type Point, rectContains } from '../../../src-domain/geometry/rect.ts'
import { boxHeightMm } from '../boxHeight.ts'
import { casterLayer } from '../light/benchLight.ts'
import type { MakeMaterial } from '../light/benchMaterial.ts'
import { joined, roundedRect, slab, tinted } from '../solids.ts'

const paper = 'A4'
const white = '#f3f1ea'
const black = '#1a1a1c'
/** Offsets that put paper above the surface below it, and ink above paper, in mm, to avoid z-fighting. */
const paperMm = 0.3
const inkMm = 0.55
/** The distance of a sticker's centre from the table's edge, mm. */
const edgeMm = 48
const stickerMm = staySideMm * (1 + 2 / tagModules)

export type PrintedSheets = {
  readonly object: Object3D
  /** Sets what lies on the table in addition to the stickers. */
  readonly lay: (what: 'sheets' | 'box' | 'nothing') => void
}

/** Builds the stickers, visible from the start, and the sheets and box, visible when they are laid. */
export function buildPrintedSheets(layout: BenchLayout, makeMaterial: MakeMaterial): PrintedSheets {
  const print = (bodies: readonly ReturnType<typeof tinted>[]) =>
    new Mesh(joined(bodies), makeMaterial({ vertexColors: true }))
  const stickers = print(stickerPlaces(layout).flatMap((at, i) => sticker(stayTags[i] ?? 0, at)))
  const sheets = print(cornerSheets.flatMap((name) => sheet(name, placeOf(name, paper, layout.table), 0)))
  const { w, h } = papers[paper]
  const box = new Group().add(print(sheet('E', { x: 0, y: 0 }, boxHeightMm)))
  const body = new Mesh(
    tinted(slab(roundedRect(w + 8, h + 8, 3), boxHeightMm), '#b99b6b'),
    makeMaterial({ vertexColors: true }),
  )
  body.layers.enable(casterLayer)
  box.add(body)
  const lay: PrintedSheets['lay'] = (what) => {
    sheets.visible = what === 'sheets'
    box.visible = what === 'box'
  }
  lay('nothing')
  return { object: new Group().add(stickers, sheets, box), lay }
}

/**
 * Four places along the table's edges, far from one another and clear of bins, zones, buttons and corner sheets, in mm.
 */
export function stickerPlaces({ table, bins, zones, buttons }: BenchLayout): Point[] {
  const { w, h } = papers[paper]
  const sheetRects = cornerSheets.map((name) => {
    const { x, y } = placeOf(name, paper, table)
    return { x: x - w / 2, y: y - h / 2, w, h }
  })
  const things = [...bins, ...zones, ...buttons].map(({ rect }) => rect)
  const taken = [...things, ...sheetRects].map((rect) => growRect(rect, stickerMm * 0.55))
  const edge = { x: table.w / 2 - edgeMm, y: table.h / 2 - edgeMm }
  const free = Array.from({ length: 41 }, (_, i) => i / 20 - 1)
    .flatMap((along) =>
      [-1, 1].flatMap((side) => [
        { x: along * edge.x, y: side * edge.y },
        { x: side * edge.x, y: along * edge.y },
      ]),
    )
    .filter((at) => !taken.some((rect) => rectContains(rect, at)))
  const chosen: Point[] = []
  while (chosen.length < stayTags.length && free.length > 0) {
    const room = (at: Point): number =>
      chosen.length === 0 ? -at.x - at.y : Math.min(...chosen.map(({ x, y }) => Math.hypot(x - at.x, y - at.y)))
    chosen.push(free.reduce((best, at) => (room(at) > room(best) ? at : best)))
  }
  return chosen
}

const sheet = (name: SheetName, at: Point, heightMm: number) => [
  plate(papers[paper].w, papers[paper].h, at, heightMm + paperMm, white),
  ...tagsOf(name, paper).flatMap((tag) => inkOf(tag, at, heightMm + inkMm)),
]

const sticker = (id: number, at: Point) => [
  plate(stickerMm, stickerMm, at, paperMm, white),
  ...inkOf({ id, centre: { x: 0, y: 0 }, sideMm: staySideMm }, at, inkMm),
]

/** The black modules of a tag: one rectangle per horizontal run. */
function inkOf({ id, centre, sideMm }: SheetTag, at: Point, heightMm: number) {
  const module = sideMm / tagModules
  const runs: ReturnType<typeof tinted>[] = []
  for (let row = 0; row < tagModules; row++) {
    for (let column = 0; column < tagModules; ) {
      let end = column
      while (end < tagModules && !isWhite(id, row - 1, end - 1)) end += 1
      const middle = { x: (column + end - tagModules) / 2, y: row + 0.5 - tagModules / 2 }
      const place = { x: at.x + centre.x + middle.x * module, y: at.y + centre.y + middle.y * module }
      if (end > column) runs.push(plate((end - column) * module, module, place, heightMm, black))
      column = Math.max(end, column + 1)
    }
  }
  return runs
}

const plate = (w: number, h: number, at: Point, heightMm: number, color: string) =>
  tinted(new PlaneGeometry(w, h).translate(at.x, -at.y, heightMm), color)
