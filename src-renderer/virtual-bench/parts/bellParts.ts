// The pieces of a bicycle bell.
import { SphereGeometry } from 'three'
import { joined, post, roundedRect, slab, tinted, walls } from '../solids.ts'
import type { PartSolid } from './partSolid.ts'

/** The chromed dome. */
export function bellDome(color = '#d9dde0'): readonly PartSolid[] {
  const dome = new SphereGeometry(27, 18, 5, 0, 2 * Math.PI, 0, Math.PI / 2).rotateX(Math.PI / 2).scale(1, 1, 0.62)
  return [
    {
      substance: 'metal',
      geometry: joined([
        tinted(dome, color),
        tinted(post(2, 27.6, 18, 27), color),
        tinted(post(2.4, 3.4, 10).translate(0, 0, 16), '#8f9498'),
      ]),
    },
  ]
}

/** The lever that the thumb moves. */
export function bellLever(color = '#2f3338'): readonly PartSolid[] {
  const arm = slab(roundedRect(34, 7, 3), 3).translate(-3, 0, 0)
  const pad = slab(roundedRect(15, 13, 5), 6, 1, 3).translate(15, 0, 0)
  return [
    {
      substance: 'plastic',
      geometry: joined([tinted(arm, color), tinted(pad, color), tinted(post(6, 4.5, 12).translate(-16, 0, 0), color)]),
    },
    { substance: 'metal', geometry: tinted(post(7, 1.8, 8).translate(-16, 0, 0), '#c3c7cb') },
  ]
}

/** The base with the clamp for the handlebar. */
export function bellBase(color = '#3a3e44'): readonly PartSolid[] {
  const plate = post(4, 23, 16)
  const rim = walls(46, 46, 8, 2.4, 23)
  const clamp = walls(20, 26, 12, 3, 8).translate(0, 0, 4)
  return [
    {
      substance: 'plastic',
      geometry: joined([tinted(plate, color, () => 0.7), tinted(rim, color), tinted(clamp, color)]),
    },
    { substance: 'metal', geometry: tinted(post(14, 2.2, 8).translate(15, 0, 3), '#c3c7cb') },
  ]
}
