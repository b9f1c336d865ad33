// What every part is built from.
import type { BufferGeometry } from 'three'

/** What a solid is made of decides how it shines. */
export type Substance = 'plastic' | 'metal' | 'matte'
export type PartSolid = { readonly substance: Substance; readonly geometry: BufferGeometry }
