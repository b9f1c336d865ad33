// Parts without a model in the library: an outline extruded to a thickness, and a plastic bag.
import { Shape } from 'three'
import { joined, roundedRect, slab, tinted } from '../solids.ts'
import type { PartSolid } from './partSolid.ts'

/** A part known only by its outline (mm, around its own centre, y towards the worker) and colour. */
export function genericPart(
  contour: readonly (readonly [number, number])[],
  thicknessMm: number,
  color: string,
): readonly PartSolid[] {
  const shape = new Shape()
  for (const [i, [x, y]] of contour.entries()) {
    if (i === 0) shape.moveTo(x, -y)
    else shape.lineTo(x, -y)
  }
  shape.closePath()
  return [{ substance: 'plastic', geometry: tinted(slab(shape, thicknessMm, Math.min(1, thicknessMm / 4)), color) }]
}

/** A flat bag of clear film with a coloured closing strip. */
export function plasticBag(color = '#7fa3b8'): readonly PartSolid[] {
  const film = slab(roundedRect(84, 62, 4), 1.6)
  const strip = slab(roundedRect(5, 62, 1), 2.4).translate(38, 0, 0)
  const fold = slab(roundedRect(76, 1.2, 0.5), 2)
    .rotateZ(0.35)
    .translate(-4, 0, 0.2)
  return [
    {
      substance: 'plastic',
      geometry: joined([tinted(film, '#dfe6e8'), tinted(strip, color), tinted(fold, '#f4f7f8')]),
    },
  ]
}
