// The pieces of a mains plug.
import { CatmullRomCurve3, TubeGeometry, Vector3 } from 'three'
import { joined, post, rod, roundedRect, slab, tinted, turned, walls } from '../solids.ts'
import type { PartSolid } from './partSolid.ts'

/** One half of the housing: a shell with screw posts and a mouth for the cable. */
export function plugHousing(color = '#e6e3da'): readonly PartSolid[] {
  const inside = (_x: number, _y: number, z: number, _nx: number, _ny: number, nz: number): number =>
    nz > 0.5 && z < 10 ? 0.55 : 1
  const shell = walls(46, 40, 17, 3, 12)
  const floor = slab(roundedRect(45, 39, 11), 3)
  const posts = [-11, 11].map((y) => tinted(post(13, 3.4, 10).translate(-6, y, 0), color))
  const mouth = turned(
    [
      [22, 4],
      [22, 7],
      [31, 6],
      [31, 4],
    ],
    12,
  ).translate(0, 0, 8)
  return [
    {
      substance: 'plastic',
      geometry: joined([tinted(shell, color, inside), tinted(floor, color, inside), tinted(mouth, color), ...posts]),
    },
  ]
}

/** A contact pin with its terminal. */
export function plugPin(color = '#d9b566'): readonly PartSolid[] {
  const pin = turned([
    [-3, 2.4],
    [15, 2.4],
    [17.5, 1.4],
    [17.8, 0],
  ])
  const terminal = slab(roundedRect(13, 8, 1.5), 7).translate(-9, 0, -3.5)
  return [
    {
      substance: 'metal',
      geometry: joined([
        tinted(pin, color),
        tinted(terminal, color),
        tinted(post(2, 2.4, 8).translate(-9, 0, 3), '#8f9498'),
      ]).translate(0, 0, 3.6),
    },
  ]
}

/** A short cable, coiled, with bared ends. */
export function cableCoil(color = '#33363a'): readonly PartSolid[] {
  const points = Array.from({ length: 31 }, (_, i) => {
    const angle = (i / 12) * 2 * Math.PI - 1.2
    const radius = 27 + 2 * Math.sin(i * 1.7)
    return new Vector3(radius * Math.cos(angle), radius * Math.sin(angle) * 0.86, 3.4 + (i / 30) * 7)
  })
  const last = points.at(-1) ?? new Vector3()
  const end = last.clone().add(new Vector3(16, 13, -3))
  const jacket = new TubeGeometry(new CatmullRomCurve3([...points, end]), 40, 3.2, 5)
  const cores = (['#7a4b2a', '#3c78b8', '#c9b53c'] as const).map((core, i) =>
    tinted(
      rod(11, 1, 6)
        .rotateZ(0.6 + 0.25 * (i - 1))
        .translate(end.x + 4, end.y + 3 + (i - 1) * 1.6, end.z),
      core,
    ),
  )
  return [{ substance: 'plastic', geometry: joined([tinted(jacket, color), ...cores]) }]
}
