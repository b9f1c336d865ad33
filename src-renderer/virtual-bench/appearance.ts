// How one bench looks: who works at it, what they wear, what the table is made of, what light there is.
import type { Ambience } from './light/benchLight.ts'

/** Skin tones from very light to very dark, as the share of light that skin scatters: even the darkest scatters a tenth of the red. */
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
