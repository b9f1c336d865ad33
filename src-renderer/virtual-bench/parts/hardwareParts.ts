// Screws, nuts, washers, plugs and springs.
import { CatmullRomCurve3, Path, Shape, TubeGeometry, Vector3 } from 'three'
import { joined, post, rod, slab, tinted, turned } from '../solids.ts'
import type { PartSolid } from './partSolid.ts'

/** A machine screw with a pan head and a cross slot. */
export function screw(color = '#c3c7cb'): readonly PartSolid[] {
  const thread = turned(
    [
      [-3, 2],
      ...Array.from({ length: 12 }, (_, i): readonly [number, number] => [-2 + i * 1.5, i % 2 === 0 ? 2 : 1.65]),
      [16, 1.2],
      [16.4, 0],
    ],
    8,
  )
  const head = turned(
    [
      [-6.4, 0],
      [-6.2, 2.4],
      [-5.4, 3.6],
      [-4, 4],
      [-3, 4],
      [-3, 2],
    ],
    14,
  )
  const slot = [0, 1].map((k) =>
    tinted(
      slab(cross(), 0.5)
        .rotateX((k * Math.PI) / 2)
        .rotateY(-Math.PI / 2),
      '#3a3d40',
    ),
  )
  return [
    {
      substance: 'metal',
      geometry: joined([
        tinted(thread, color),
        tinted(head, color),
        ...slot.map((s) => s.translate(-6.1, 0, 0)),
      ]).translate(-5, 0, 4),
    },
  ]
}

const cross = (): Shape => {
  const shape = new Shape()
  shape.moveTo(-1.8, -0.4).lineTo(1.8, -0.4).lineTo(1.8, 0.4).lineTo(-1.8, 0.4).closePath()
  return shape
}

const ring = (outer: number, inner: number, corners = 0): Shape => {
  const shape = new Shape()
  if (corners > 0) {
    for (let i = 0; i < corners; i++) {
      const angle = (i / corners) * 2 * Math.PI
      const [x, y] = [outer * Math.cos(angle), outer * Math.sin(angle)]
      if (i === 0) shape.moveTo(x, y)
      else shape.lineTo(x, y)
    }
    shape.closePath()
  } else shape.absarc(0, 0, outer, 0, 2 * Math.PI)
  const hole = new Path()
  hole.absarc(0, 0, inner, 0, 2 * Math.PI, true)
  shape.holes.push(hole)
  return shape
}

/** A flat washer. */
export const washer = (color = '#d3d6d9'): readonly PartSolid[] => [
  { substance: 'metal', geometry: tinted(slab(ring(8, 4.2), 1.6, 0, 8), color) },
]

/** A hexagon nut. */
export const nut = (color = '#b9bdc2'): readonly PartSolid[] => [
  {
    substance: 'metal',
    geometry: joined([tinted(slab(ring(7.6, 3.4, 6), 5.4, 0, 6), color), tinted(post(0.4, 3.4), '#1d1f21')]),
  },
]

/** An expanding wall plug with ribs, a slit and a collar. */
export function wallPlug(color = '#c9473c'): readonly PartSolid[] {
  const ribs = Array.from({ length: 7 }, (_, i): readonly (readonly [number, number])[] => [
    [-12 + i * 4, 3.9],
    [-10 + i * 4, 3],
  ]).flat()
  const body = turned([[-20, 2], [-20, 5.4], [-18, 5.4], [-18, 4], [-13, 4], ...ribs, [17, 3.2], [20, 1.8], [20, 0]], 8)
  const slit = slab(cross(), 8.2).scale(8, 0.9, 1).translate(3, 0, -4.1)
  return [
    { substance: 'plastic', geometry: joined([tinted(body, color), tinted(slit, '#5c1f1a')]).translate(0, 0, 4.2) },
    { substance: 'matte', geometry: tinted(rod(0.6, 2.6).translate(-20, 0, 4.2), '#3b1512') },
  ]
}

/** A small compression spring. */
export function springCoil(color = '#c9cdd1'): readonly PartSolid[] {
  const turns = 6
  const points = Array.from({ length: turns * 6 + 1 }, (_, i) => {
    const angle = (i / 6) * 2 * Math.PI
    return new Vector3(-13 + (26 * i) / (turns * 6), 3.4 * Math.cos(angle), 3.4 * Math.sin(angle))
  })
  const wire = new TubeGeometry(new CatmullRomCurve3(points), turns * 7, 0.65, 3)
  return [{ substance: 'metal', geometry: tinted(wire, color).translate(0, 0, 4) }]
}
