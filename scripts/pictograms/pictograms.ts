// All pictograms of the sample tasks, by task and file name.
import { bellPictures } from './bell.ts'
import { type Drawing, file } from './ink.ts'
import { penPictures } from './pen.ts'
import { plugPictures } from './plug.ts'
import { screwBagPictures } from './screwBag.ts'

const drawings: Readonly<Record<string, Readonly<Record<string, Drawing>>>> = {
  pen: penPictures,
  'screw-bag': screwBagPictures,
  plug: plugPictures,
  bell: bellPictures,
}

/** A generated file: its path below `instructions/samples`, and its text. */
export type Pictogram = { readonly path: string; readonly svg: string }

/** Generates all pictograms. */
export const drawPictograms = (): readonly Pictogram[] =>
  Object.entries(drawings).flatMap(([task, pictures]) =>
    Object.entries(pictures).map(([name, drawing]) => ({
      path: `${task}/pictograms/${name}.svg`,
      svg: file(drawing),
    })),
  )
