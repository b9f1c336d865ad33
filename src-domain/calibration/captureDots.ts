// Projects a grid of discs and its binary code, and finds where the camera sees each disc.
import type { Point } from '../geometry/rect.ts'
import { upperMedian } from '../median.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { CalibrationBench } from './benchMaps.ts'
import type { CalibrationFailure } from './calibrationFailure.ts'
import { findDots, type LitArea, litArea, readDots } from './findDots.ts'
import { findTags, meanOf, type SeenTag } from './findTags.ts'
import { difference, type GreyPicture, levelAt, quantile } from './greyPicture.ts'
import { allBlack, allWhite, bright, codePairs, type DotGrid, dark, type PictureSize } from './patterns.ts'
import { stillness } from './stillness.ts'
import { type CornerSheetName, cornerSheets, tagsASheet } from './tagSheet.ts'

const leastLightToNoise = 4
const burnt = 0.985
const burntShareAtMost = 0.12

/** A disc's centre in projector px, and where the camera saw it, in camera px. */
export type DotSighting = { readonly shown: Point; readonly seen: Point }

export type DotCapture = {
  readonly dots: DotSighting[]
  readonly tags: SeenTag[]
  readonly camera: PictureSize
  readonly light: TableReflectance
}

/** How the table reflects the projector's light. */
export type TableReflectance = {
  /** Lit over unlit brightness, as the median over the lit area: ambient light and the projector's black level reduce it. */
  readonly contrast: number
  /** Reflectance relative to white paper; null where no sheet lies on the table. */
  readonly whiteness: number | null
}

/** Pictures that `captureDots` captures when nothing fails. */
export const picturesToCapture = (grid: DotGrid): number => 7 + 2 * codePairs(grid).length

/**
 * Projects a grid and its code and returns the sightings; fails when ambient light changed, a hand was in the picture, or too
 * little was seen.
 */
export async function captureDots(
  bench: CalibrationBench,
  grid: DotGrid,
): Promise<Result<DotCapture, CalibrationFailure>> {
  const black = await bench.look(allBlack)
  const white = await bench.look(allWhite)
  const blackAgain = await bench.look(allBlack)
  const noise = noiseOf(black, blackAgain)
  const lit = litArea(white, black, noise)
  const light = quantile(lit.contrast.levels, 0.9)
  if (light < 2 * noise || light < 0.004) return fail({ cause: 'noLight' })
  if (light < leastLightToNoise * noise) return fail({ cause: 'tooBright', lightToNoise: light / noise })
  if (burntShare(white, lit) > burntShareAtMost) return fail({ cause: 'overexposed' })
  const discs = await bench.look(bright(grid))
  const inverse = await bench.look(dark(grid))
  const found = findDots(discs, inverse, lit)
  const pairs: [GreyPicture, GreyPicture][] = []
  for (const [shown, others] of codePairs(grid)) pairs.push([await bench.look(shown), await bench.look(others)])
  const dots = readDots(found, pairs, lit, grid)
  const tags = tagsIn(black, white)
  const blackAtEnd = await bench.look(allBlack)
  const whiteAtEnd = await bench.look(allWhite)
  const cause =
    stillness({ before: black, after: blackAtEnd, noise }) ?? stillness({ before: white, after: whiteAtEnd, noise })
  if (cause !== null) return fail({ cause })
  const px = movedPx(tags, tagsIn(blackAtEnd, whiteAtEnd))
  if (px > 0.7) return fail({ cause: 'cameraMoved', px })
  return succeed({
    camera: { width: black.width, height: black.height },
    light: { contrast: contrastOf(white, black, lit), whiteness: whitenessOf(black, tags) },
    tags,
    dots: dots.flatMap(({ index, at }) => {
      const shown = grid.discs[index]
      return shown ? [{ shown, seen: at }] : []
    }),
  })
}

/** The tags found in the unlit and in the lit picture; each from the one with the higher contrast. */
function tagsIn(black: GreyPicture, white: GreyPicture): SeenTag[] {
  const best = new Map<number, SeenTag>()
  for (const tag of [...findTags(white), ...findTags(black)]) {
    const known = best.get(tag.id)
    if (!known || tag.contrast > 1.3 * known.contrast) best.set(tag.id, tag)
  }
  return [...best.values()]
}

/** How far the tags moved between two pictures, as the median over their corners, in px; 0 without tags. */
function movedPx(before: readonly SeenTag[], after: readonly SeenTag[]): number {
  const moves = before.flatMap((tag) => {
    const again = after.find(({ id }) => id === tag.id)
    if (!again) return []
    return tag.corners.map(({ x, y }, i) => Math.hypot((again.corners[i]?.x ?? x) - x, (again.corners[i]?.y ?? y) - y))
  })
  return upperMedian(moves) ?? 0
}

/** A camera's black level is never zero: a higher contrast cannot be measured. */
const mostContrast = 50

/** The median contrast over the area that the projector lights. */
function contrastOf(white: GreyPicture, black: GreyPicture, { contrast, floor }: LitArea): number {
  const ratios = white.levels
    .map((level, i) => level / Math.max(level / mostContrast, black.levels[i] as number))
    .filter((_, i) => (contrast.levels[i] as number) >= floor)
  return quantile(ratios, 0.5)
}

/**
 * Along the line from a tag's centre through its corner lie white paper and then the table, at these multiples of the distance to
 * the corner.
 */
const paperAt = 1.12
const tableAt = 2

/** Paper darker than this under ambient light gives no usable measurement; white is 1. */
const leastPaper = 0.01

/**
 * Table over paper brightness beside it, at the corner of each sheet that points to the centre of all sheets. Measured under
 * ambient light, because projected light saturates the paper first.
 */
function whitenessOf(black: GreyPicture, tags: readonly SeenTag[]): number | null {
  const middle = meanOf(tags.flatMap(({ corners }) => corners))
  const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
  const inmost = new Map<CornerSheetName, SeenTag>()
  for (const tag of tags) {
    const sheet = cornerSheets[Math.floor(tag.id / tagsASheet)]
    const other = sheet && inmost.get(sheet)
    if (sheet && (!other || distance(meanOf(tag.corners), middle) < distance(meanOf(other.corners), middle)))
      inmost.set(sheet, tag)
  }
  const shares = [...inmost.values()].flatMap(({ corners }) => {
    const from = meanOf(corners)
    const [corner] = corners.toSorted((a, b) => distance(a, middle) - distance(b, middle))
    if (!corner) return []
    const light = (share: number): number =>
      levelAt(black, { x: from.x + share * (corner.x - from.x), y: from.y + share * (corner.y - from.y) })
    const paper = light(paperAt)
    return paper < leastPaper ? [] : [light(tableAt) / paper]
  })
  return upperMedian(shares) ?? null
}

/** Robust standard deviation of the difference of two pictures of the same view, insensitive to what moved. */
function noiseOf(first: GreyPicture, second: GreyPicture): number {
  return (1.48 * quantile(difference(first, second).levels.map(Math.abs), 0.5)) / Math.SQRT2
}

function burntShare(white: GreyPicture, { contrast, floor }: LitArea): number {
  let [lit, over] = [0, 0]
  for (let pixel = 0; pixel < white.levels.length; pixel++) {
    if ((contrast.levels[pixel] as number) < floor) continue
    lit += 1
    if ((white.levels[pixel] as number) > burnt) over += 1
  }
  return lit === 0 ? 0 : over / lit
}
