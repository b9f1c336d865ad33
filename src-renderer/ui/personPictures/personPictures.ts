// The drawn pictures that people choose from. Photographs of people are never stored.
import type { ComponentType } from 'react'
import { Bird, Cat, Fish, Owl } from './animals.tsx'
import { Balloon, Bicycle, Boat, House, Kite } from './outdoors.tsx'
import { paint } from './paint.ts'
import { Apple, Mushroom, Sunflower, Tree } from './plants.tsx'
import { Cup, Drum, Key, OpenDoor, Star, Umbrella } from './things.tsx'

type Drawn = { readonly ground: string; readonly Drawing: ComponentType }

const warm = '#ffe7c2'
const mint = '#d9ecdc'
const rose = '#fadfd3'

/** The pictures by the name that is stored with a person. */
export const personPictures = {
  sunflower: { ground: paint.sky, Drawing: Sunflower },
  boat: { ground: paint.sky, Drawing: Boat },
  kite: { ground: mint, Drawing: Kite },
  owl: { ground: warm, Drawing: Owl },
  key: { ground: mint, Drawing: Key },
  bicycle: { ground: warm, Drawing: Bicycle },
  tree: { ground: warm, Drawing: Tree },
  cat: { ground: paint.sky, Drawing: Cat },
  drum: { ground: mint, Drawing: Drum },
  star: { ground: rose, Drawing: Star },
  apple: { ground: mint, Drawing: Apple },
  fish: { ground: rose, Drawing: Fish },
  house: { ground: paint.sky, Drawing: House },
  bird: { ground: warm, Drawing: Bird },
  cup: { ground: rose, Drawing: Cup },
  balloon: { ground: paint.sky, Drawing: Balloon },
  umbrella: { ground: mint, Drawing: Umbrella },
  mushroom: { ground: warm, Drawing: Mushroom },
} as const satisfies Record<string, Drawn>

export type PictureName = keyof typeof personPictures
export const pictureNames = Object.keys(personPictures) as readonly PictureName[]

const guest: Drawn = { ground: rose, Drawing: OpenDoor }

/** The picture with a name; the open door for guests and for names that this version does not know. */
export const pictureNamed = (name: string): Drawn =>
  Object.hasOwn(personPictures, name) ? personPictures[name as PictureName] : guest
