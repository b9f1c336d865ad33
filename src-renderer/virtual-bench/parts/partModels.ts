// The library of part models: small recognisable parts, each lying on z = 0 with its long side along x.
import { bellBase, bellDome, bellLever } from './bellParts.ts'
import { genericPart, plasticBag } from './genericParts.ts'
import { nut, screw, springCoil, wallPlug, washer } from './hardwareParts.ts'
import type { PartSolid } from './partSolid.ts'
import { penBarrel, penCap, penRefill } from './penParts.ts'
import { cableCoil, plugHousing, plugPin } from './plugParts.ts'

export const partKinds = [
  'penBarrel',
  'penRefill',
  'penCap',
  'spring',
  'screw',
  'washer',
  'nut',
  'wallPlug',
  'plugHousing',
  'plugPin',
  'cable',
  'bellDome',
  'bellLever',
  'bellBase',
  'bag',
] as const
export type PartKind = (typeof partKinds)[number]

/** What a part looks like: one of the library, or any outline (mm, seen from above) extruded to a thickness. */
export type PartLook =
  | { readonly kind: PartKind; readonly color?: string }
  | {
      readonly kind: 'generic'
      readonly contour: readonly (readonly [number, number])[]
      readonly thicknessMm: number
      readonly color: string
    }

const builders: Readonly<Record<PartKind, (color?: string) => readonly PartSolid[]>> = {
  penBarrel,
  penRefill,
  penCap,
  spring: springCoil,
  screw,
  washer,
  nut,
  wallPlug,
  plugHousing,
  plugPin,
  cable: cableCoil,
  bellDome,
  bellLever,
  bellBase,
  bag: plasticBag,
}

/** A part's meshes and its dimensions in mm. */
export type PartModel = {
  readonly solids: readonly PartSolid[]
  readonly lengthMm: number
  readonly widthMm: number
  readonly thicknessMm: number
}

/** Builds the model of a part. The caller has to dispose of its geometries. */
export function buildPart(look: PartLook): PartModel {
  const solids =
    look.kind === 'generic' ? genericPart(look.contour, look.thicknessMm, look.color) : builders[look.kind](look.color)
  const size = { x: 0, y: 0, z: 0 }
  for (const { geometry } of solids) {
    geometry.computeBoundingBox()
    const box = geometry.boundingBox
    if (!box) continue
    size.x = Math.max(size.x, 2 * box.max.x, -2 * box.min.x)
    size.y = Math.max(size.y, 2 * box.max.y, -2 * box.min.y)
    size.z = Math.max(size.z, box.max.z)
  }
  return { solids, lengthMm: size.x, widthMm: size.y, thicknessMm: size.z }
}
