// The eye that does not know what a hand looks like: it knows the bench, and sees what comes from the worker's edge and what it leaves changed.
// Where the other eye sees a hand, this one need not find it.
import { type Arms, createArmFinder } from './picture/armMap.ts'
import { learnBackground } from './picture/backgroundModel.ts'
import { brightnessOf, isTooBright, isTooDark, type PictureBrightness } from './picture/brightness.ts'
import { type CameraFacts, watchCamera } from './picture/cameraWatch.ts'
import { type HandInPicture, markHand } from './picture/handPixels.ts'
import type { PixelMap } from './picture/pixelMap.ts'
import type { SmallPicture } from './picture/smallPicture.ts'
import { type Cover, type SettledRegion, watchPatch } from './regions/patchWatch.ts'
import type { RegionPicture } from './regions/referencePicture.ts'

/** What the eye says about one picture. */
export type ChangeReport = {
  readonly atMs: number
  readonly covers: readonly Cover[]
  readonly settled: readonly SettledRegion[]
  /** What has changed in the part of a target beside which an arm lingers; seen again in each picture. */
  readonly glimpsed: readonly SettledRegion[]
  /** Where the longest arm ends, 0 to 1 across and down the picture; null without an arm. */
  readonly tip: { readonly across: number; readonly down: number } | null
  readonly picture: PictureFacts
}

/** What a picture says about how well the camera sees. */
export type PictureFacts = PictureBrightness &
  CameraFacts & {
    /** Share of the open table that does not look as it did, 0 to 1. */
    readonly coveredShare: number
  }

export type ChangeDetector = {
  /** Looks at one picture, in which landmarks see these hands; pictures must come in their order. */
  readonly look: (picture: SmallPicture, atMs: number, hands: readonly HandInPicture[]) => ChangeReport
  /** A target's picture without hands, to keep as a reference or to hold against one; null before there was one. */
  readonly pictureOf: (target: string) => RegionPicture | null
  /** The arms of the picture looked at last, for drawing. */
  readonly arms: Arms
}

/** Opens the eye on one bench, seen by one camera. What it has learnt is its own; the same pictures give the same reports. */
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

/** A picture in which nothing can be seen: nothing is learnt from it, and nothing said. */
const blind = (atMs: number, light: PictureBrightness): ChangeReport => ({
  atMs,
  covers: [],
  settled: [],
  glimpsed: [],
  tip: null,
  picture: { ...light, shiftPx: null, foundShare: 1, sharpness: 1, coveredShare: 0 },
})
