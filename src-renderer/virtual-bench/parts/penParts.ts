// The pieces of a ball pen.
import { joined, rod, roundedRect, slab, tinted, turned } from '../solids.ts'
import type { PartSolid } from './partSolid.ts'

/** The barrel: a coloured tube with a pale grip and an open end. */
export function penBarrel(color = '#2c6fae'): readonly PartSolid[] {
  const tube = turned([
    [-46, 2.2],
    [-46, 4.6],
    [-45, 5.2],
    [22, 5.4],
    [24, 5],
  ])
  const grip = turned([
    [24, 5],
    [25, 5.5],
    [40, 5],
    [47, 2.6],
    [48, 1.4],
    [48, 0],
  ])
  const rings = [27, 30, 33].map((x) =>
    tinted(
      turned([
        [x, 5.2],
        [x + 0.6, 5.9],
        [x + 1.2, 5.2],
      ]),
      '#d9dde0',
    ),
  )
  return [
    {
      substance: 'plastic',
      geometry: joined([tinted(tube, color), tinted(grip, '#e8ebee'), ...rings]).translate(0, 0, 5.5),
    },
  ]
}

/** The refill: a thin tube that shows its ink, with a brass point. */
export function penRefill(color = '#27408f'): readonly PartSolid[] {
  return [
    {
      substance: 'plastic',
      geometry: joined([
        tinted(rod(66, 1.9).translate(-8, 0, 0), color),
        tinted(rod(20, 2).translate(-51, 0, 0), '#e9eef2'),
      ]).translate(3, 0, 2),
    },
    {
      substance: 'metal',
      geometry: tinted(
        turned(
          [
            [25, 1.6],
            [26, 2.3],
            [38, 2],
            [46, 1],
            [51, 0.5],
            [51.6, 0],
          ],
          8,
        ),
        '#d8b35a',
      ).translate(3, 0, 2),
    },
  ]
}

/** The cap with its clip. */
export function penCap(color = '#2c6fae'): readonly PartSolid[] {
  const shell = turned([
    [-29, 6.2],
    [20, 6.2],
    [26, 5],
    [28, 3],
    [28.5, 0],
  ])
  const inside = turned([
    [-12, 0],
    [-29, 5],
    [-29, 6.2],
  ])
  const clip = slab(roundedRect(44, 4.6, 2), 1.8).translate(2, 0, 7.2)
  const foot = slab(roundedRect(6, 4.4, 1), 3).translate(21, 0, 5)
  return [
    {
      substance: 'plastic',
      geometry: joined([
        tinted(shell, color),
        tinted(inside, color, () => 0.3),
        tinted(clip, color),
        tinted(foot, color),
      ]).translate(0, 0, 6.2),
    },
  ]
}
