// A solid with its material kind, from which all parts are built.
import type { BufferGeometry } from 'three'

/** The kind of material, which decides gloss and reflection. */
export type Substance = 'plastic' | 'metal' | 'matte'
export type PartSolid = { readonly substance: Substance; readonly geometry: BufferGeometry }
