// Detects hands without a hand model: background subtraction finds arms that enter from the worker's edge, and compares what each
// target shows before and after an arm covered it. It is independent of the landmarks, so that it also works for gloves and
// sleeves.
import { type Arms, createArmFinder } from './picture/armMap.ts'
import { learnBackground } from './picture/backgroundModel.ts'
import { brightnessOf, isTooBright, isTooDark, type PictureBrightness } from './picture/brightness.ts'
import { type CameraFacts, watchCamera } from './picture/cameraWatch.ts'
import { type HandInPicture, markHand } from './picture/handPixels.ts'
import type { PixelMap } from './picture/pixelMap.ts'
import type { SmallPicture } from './picture/smallPicture.ts'
import { type Cover, type SettledRegion, watchPatch } from './regions/patchWatch.ts'
import type { RegionPicture } from './regions/referencePicture.ts'

/** The result for one picture. */
export type ChangeReport = {
  readonly atMs: number
  readonly covers: readonly Cover[]
  readonly settled: readonly SettledRegion[]
  /** Changes in the uncovered part of a target beside which an arm lingers; reported again with each picture. */
  readonly glimpsed: readonly SettledRegion[]
  /** Where the longest arm ends, as shares of the picture's width and height, 0 to 1; null without an arm. */
  readonly tip: { readonly across: number; readonly down: number } | null
  readonly picture: PictureFacts
}

/** What a picture says about viewing conditions. */
export type PictureFacts = PictureBrightness &
  CameraFacts & {
    /** Share of the open table that is foreground, 0 to 1. */
    readonly coveredShare: number
  }

export type ChangeDetector = {
  /** Processes one picture with the hands that the tracker found in it; pictures must come in order of time. */
  readonly look: (picture: SmallPicture, atMs: number, hands: readonly HandInPicture[]) => ChangeReport
  /** A target's pixels without hands, to store as a reference or to compare with one; null before the first picture. */
  readonly pictureOf: (target: string) => RegionPicture | null
  /** The arm map of the last picture, for drawing. */
  readonly arms: Arms
}

/**
 * Creates a change detector for one bench and camera. It keeps its own state; the same pictures give the same reports. Throws on
 * a picture whose size differs from the pixel map's.
 */
export function createChangeDetector(plan: PixelMap): ChangeDetector {
  const count = plan.width * plan.height
  const background = learnBackground(plan)
  const findArms = createArmFinder(plan)
  const camera = watchCamera(plan)
  const watches = plan.patches.map((patch) => watchPatch(patch))
  const foreground = new Uint8Array(count)
  const arms: Arms = new Uint16Array(count)
  return {
    arms,
    pictureOf: (id) => watches.find(({ target }) => target.id === id)?.picture() ?? null,
    look(picture, atMs, hands) {
      if (picture.width !== plan.width || picture.height !== plan.height)
        throw new Error(`The eye was opened for pictures of ${plan.width} × ${plan.height} px.`)
      const pictureLight = brightnessOf(picture)
      if (isTooDark(pictureLight) || isTooBright(pictureLight)) return blind(atMs, pictureLight)
      foreground.fill(0)
      const light = background.look(picture, atMs, arms, foreground)
      for (const watch of watches) watch.mark(picture, light.gain, light.tolerance, foreground)
      const wrists = hands.map((hand) => markHand(hand, plan, foreground)).filter((pixel) => pixel >= 0)
      const found = findArms(foreground, arms, wrists)
      const followed = watches.map((watch) => watch.follow(arms, found, atMs))
      return {
        atMs,
        covers: followed.map(({ cover }) => cover),
        settled: followed.flatMap(({ settled }) => settled ?? []),
        glimpsed: followed.flatMap(({ glimpsed }) => glimpsed ?? []),
        tip: found.tip === null ? null : placeOf(found.tip, plan),
        picture: { ...pictureLight, ...camera(picture, arms), coveredShare: light.coveredShare },
      }
    },
  }
}

const placeOf = (pixel: number, { width, height }: PixelMap) => ({
  across: ((pixel % width) + 0.5) / width,
  down: (Math.floor(pixel / width) + 0.5) / height,
})

/** The result for a picture too dark or too bright to use: nothing is learnt from it and nothing reported. */
const blind = (atMs: number, light: PictureBrightness): ChangeReport => ({
  atMs,
  covers: [],
  settled: [],
  glimpsed: [],
  tip: null,
  picture: { ...light, shiftPx: null, foundShare: 1, sharpness: 1, coveredShare: 0 },
})
