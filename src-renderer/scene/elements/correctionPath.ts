// The path from a wrong place to the right one: arrowheads on an arc, along which a bright spot slowly moves.
import { Object3D } from 'three'
import type { Point, Rect } from '../../../src-domain/geometry/rect.ts'
import { createDrawing, type Pen } from '../drawing/drawing.ts'
import { createFade } from '../drawing/motion.ts'
import { colours } from '../drawing/palette.ts'
import type { TableView } from '../view/tableView.ts'
import { type Element, whenChanged } from './element.ts'

const most = 16
const spacingMm = 42
const headMm = 38
/** The distance in mm from the edges of both places at which the path begins and ends. */
const clearMm = 34
const swing = { share: 0.28, least: 56, most: 80 }
const travelMs = 2000

/** A point of the path and its direction in radians: 0 to the right, positive towards the worker. */
export type Waypoint = Point & { readonly angle: number }

/**
 * Evenly spaced points on an arc from the edge of one place to the edge of another, on the worker's side of both, in
 * table mm.
 */
export function waypoints(from: Rect, to: Rect): readonly Waypoint[] {
  const a = beforeOf(from)
  const d = beforeOf(to)
  const depth = Math.min(swing.most, Math.max(swing.least, swing.share * Math.hypot(d.x - a.x, d.y - a.y)))
  const bends = [a, { x: a.x, y: a.y + depth }, { x: d.x, y: d.y + depth }, d] as const
  const fine = Array.from({ length: 201 }, (_, index) => onCurve(bends, index / 200))
  const lengths = fine.map((point, index) => {
    const last = fine[index - 1] ?? point
    return Math.hypot(point.x - last.x, point.y - last.y)
  })
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  const count = Math.max(2, Math.min(most, Math.round(whole / spacingMm)))
  const points: Waypoint[] = []
  let passed = 0
  for (const [index, point] of fine.entries()) {
    passed += lengths[index] ?? 0
    if (passed >= (points.length / (count - 1)) * whole - 1e-6 && points.length < count) points.push(point)
  }
  return points
}

const beforeOf = ({ x, y, w, h }: Rect): Point => ({ x: x + w / 2, y: y + h + clearMm })

function onCurve([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Waypoint {
  const s = 1 - t
  const at = (p: number, q: number, r: number, u: number): number =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u
  const slope = (p: number, q: number, r: number, u: number): number =>
    s * s * (q - p) + 2 * s * t * (r - q) + t * t * (u - r)
  return {
    x: at(a.x, b.x, c.x, d.x),
    y: at(a.y, b.y, c.y, d.y),
    angle: Math.atan2(slope(a.y, b.y, c.y, d.y), slope(a.x, b.x, c.x, d.x)),
  }
}

export function createCorrectionPath(pixelsPerMm: number): Element<NonNullable<TableView['correctionPath']>> {
  const object = new Object3D()
  const fade = createFade()
  const heads = Array.from({ length: most }, () => createDrawing(pixelsPerMm))
  for (const head of heads) object.add(head.mesh)
  let count = 0

  const show = whenChanged<NonNullable<TableView['correctionPath']>>(fade, ({ from, to }) => {
    const points = waypoints(from.rect, to.rect)
    count = points.length
    for (const [index, point] of points.entries()) {
      const head = heads[index]
      if (!head) continue
      const along = (index + 1) / count
      head.paint({ x: -headMm / 2, y: -headMm / 2, w: headMm, h: headMm }, 0, (pen) => paintHead(pen, along))
      head.mesh.position.set(point.x, point.y, from.heightMm + (to.heightMm - from.heightMm) * along)
      head.mesh.rotation.z = point.angle
    }
  })

  return {
    object,
    show,
    update: (timeMs) => {
      const light = fade.at(timeMs)
      const front = (timeMs % travelMs) / travelMs
      for (let index = 0; index < most; index++) {
        const behind = (front - (index + 0.5) / count + 2) % 1
        heads[index]?.setLook(index < count ? light * (0.45 + 0.55 * (1 - behind) ** 2) : 0)
      }
    },
    dispose: () => {
      for (const head of heads) head.dispose()
    },
  }
}

/** Blends from amber at the wrong place to green at the right one. */
function paintHead(pen: Pen, along: number): void {
  pen.lineWidth = 10
  const head = new Path2D('M-6 -12 L6 0 L-6 12')
  pen.strokeStyle = colours.wrong
  pen.stroke(head)
  pen.globalAlpha = along
  pen.strokeStyle = colours.here
  pen.stroke(head)
}
