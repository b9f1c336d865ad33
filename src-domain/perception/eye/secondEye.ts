// The eye that does not know what a hand looks like: it knows the bench, and sees what comes from the worker's edge and what it leaves changed.
import { type Arms, createArmFinder } from './armMap.ts'
import type { GroundPlan } from './groundPlan.ts'
import { type GroundLight, learnGround } from './openGround.ts'
import { type Cover, type SettledRegion, watchPatch } from './patchWatch.ts'
import type { SmallPicture } from './smallPicture.ts'

/** What the eye says about one picture. */
export type EyeReport = {
  readonly atMs: number
  readonly covers: readonly Cover[]
  readonly settled: readonly SettledRegion[]
  readonly light: GroundLight
  /** The share of the picture that arms cover. */
  readonly armShare: number
}

export type SecondEye = {
  /** Looks at one picture; pictures must come in their order. */
  readonly look: (picture: SmallPicture, atMs: number) => EyeReport
  /** The arms of the picture looked at last, for drawing. */
  readonly arms: Arms
}

/** Opens the eye on one bench, seen by one camera. What it has learnt is its own; the same pictures give the same reports. */
export function openSecondEye(plan: GroundPlan): SecondEye {
  const count = plan.width * plan.height
  const ground = learnGround(plan)
  const findArms = createArmFinder(plan)
  const watches = plan.patches.map((patch) => watchPatch(patch))
  const foreground = new Uint8Array(count)
  const arms: Arms = new Uint16Array(count)
  return {
    arms,
    look(picture, atMs) {
      if (picture.width !== plan.width || picture.height !== plan.height)
        throw new Error(`The eye was opened for pictures of ${plan.width} × ${plan.height} px.`)
      foreground.fill(0)
      const light = ground.look(picture, atMs, arms, foreground)
      for (const watch of watches) watch.mark(picture, light.gain, light.tolerance, foreground)
      findArms(foreground, arms)
      const followed = watches.map((watch) => watch.follow(arms, atMs))
      return {
        atMs,
        covers: followed.map(({ cover }) => cover),
        settled: followed.flatMap(({ settled }) => settled ?? []),
        light,
        armShare: arms.reduce((sum, step) => sum + (step > 0 ? 1 : 0), 0) / count,
      }
    },
  }
}
