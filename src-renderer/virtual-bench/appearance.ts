// The appearance of one virtual bench: the worker's skin, clothing, the table's material and the ambient light.
import type { Ambience } from './light/benchLight.ts'

/** Skin albedo from very light to very dark, as sRGB: even the darkest reflects a tenth of the red light. */
export const skinTones = [
  '#f3dccb',
  '#ecc9ae',
  '#dfb08d',
  '#cd9570',
  '#b58059',
  '#996748',
  '#80543a',
  '#6b4632',
  '#5a3a2b',
] as const

export type Sleeve = {
  /** An sRGB colour. */
  readonly color: string
  /** Where the cuff sits, in mm from the wrist towards the elbow; null is a bare arm. */
  readonly cuffMm: number
} | null

export type Appearance = {
  /** An sRGB colour, usually one of `skinTones`. */
  readonly skin: string
  readonly sleeve: Sleeve
  readonly glove: 'none' | 'blueNitrile' | 'black' | 'grey'
  readonly table: 'lightWood' | 'greySteel' | 'darkLaminate'
  readonly ambience: Ambience
}

export const defaultAppearance: Appearance = {
  skin: skinTones[2],
  sleeve: { color: '#5d7180', cuffMm: 70 },
  glove: 'none',
  table: 'lightWood',
  ambience: { level: 1, window: 0.42, warmth: 0.5 },
}
