// Watches one target's pixels: its appearance without hands, its occlusion by arms, and what has changed once it is uncovered.
import type { Point } from '../../geometry/rect.ts'
import type { Target } from '../benchTargets.ts'
import type { Arms, FoundArms } from '../picture/armMap.ts'
import type { Patch } from '../picture/pixelMap.ts'
import { isInShadow } from '../picture/shadow.ts'
import type { SmallPicture } from '../picture/smallPicture.ts'
import { type AddedIllumination, fitIllumination, noAddedIllumination, type PatchPixels } from './illumination.ts'
import { compareRegion, hidden } from './regionChange.ts'

/** The occlusion of a target in one picture. */
export type Cover = {
  readonly target: Target
  /** Share of the target that an arm covers, 0 to 1, and the same in mm². */
  readonly share: number
  readonly coveredMm2: number
  /** True when an arm is over the target or just beside it. */
  readonly isTouched: boolean
  /** Where an arm ends in the target, in table mm on the target's plane; null when none ends there: it may continue beyond. */
  readonly tip: Point | null
  /** True when the arm that ends in the target belongs to a hand that landmarks see, there or elsewhere. */
  readonly isOfHand: boolean
}

/** What had changed in a target when it, or its visible part, was uncovered again. */
export type SettledRegion = {
  readonly target: Target
  /** When it was covered first and last, in ms. */
  readonly coveredMs: number
  readonly freeMs: number
  /** The area that shows something new, and the area that has lost something. */
  readonly appearedMm2: number
  readonly vanishedMm2: number
  /** The largest share covered, 0 to 1, and the same in mm². */
  readonly mostCovered: number
  readonly coveredMm2: number
}

export type PatchWatch = {
  readonly target: Target
  /** The target's pixels without hands, at present; null before the first picture. */
  readonly picture: () => PatchPixels | null
  /** Marks the pixels that illumination does not explain in `foreground`. Call before the arms are searched for. */
  readonly mark: (
    picture: SmallPicture,
    gain: readonly [number, number, number],
    tolerance: number,
    foreground: Uint8Array,
  ) => void
  /** Updates the target's occlusion state. Call after the arms were found. */
  readonly follow: (arms: Arms, found: FoundArms, atMs: number) => Followed
}

type Followed = {
  readonly cover: Cover
  readonly settled: SettledRegion | null
  /**
   * What has changed beside an arm that has drawn back and lingers; for bins only, since something new in a zone may be a part
   * carried across. The same change is reported again with each picture, and as settled when the hand has gone.
   */
  readonly glimpsed: SettledRegion | null
}

type Disturbance = { coveredMs: number; lastMs: number; mostCovered: number }

/**
 * An arm that continues within this distance beyond the target does not end there, in mm: projected outlines, in which no arm is
 * visible, are narrower.
 */
const goesOnWithinMm = 50

/** A target with a smaller share unexplained is uncovered, 0 to 1. */
const freeShare = 0.015
/** Share by which the stored appearance follows each new picture. */
const followShare = 0.3
/** This many pictures without a hand must agree before they count. */
const settlePictures = 2
/**
 * Glossy parts reflect more of a light change than the rest, and some pixels saturate: what illumination does not explain and
 * then stays still for this many pictures is learnt anew. A target that only became darker without a change of light while an arm
 * is in the picture is excluded: a waiting hand casts a still shadow.
 */
const relearnPictures = 3
const relearnShare = 0.6
/** A smaller change of illumination is within noise, in levels 0 to 255. */
const lightFrom = 4
/** An arm that covers at most this share of its largest coverage has drawn back. */
const drawnBackShare = 0.6
/** An arm's edge jitters: a pixel counts as uncovered after this many pictures without it. */
const clearPictures = 3

/** Creates the watch of one target. It keeps its own state; pictures must come in order of time. */
export function watchPatch({ target, inner, places, around, beside, neighbours, mm2PerPx, width }: Patch): PatchWatch {
  const count = inner.length
  const goesOnWithinPx = Math.ceil(goesOnWithinMm / Math.sqrt(Math.max(1, mm2PerPx)))
  const now: PatchPixels = new Float32Array(3 * count)
  const last: PatchPixels = new Float32Array(3 * count)
  const unexplained = new Uint8Array(count)
  const moving = new Uint8Array(count)
  const hiddenFor = new Uint8Array(count)
  let first: PatchPixels | null = null
  let reference: PatchPixels | null = null
  let added: AddedIllumination = noAddedIllumination
  let explainedShare = 1
  let stillWithin = 0
  let calm = 0
  let disturbance: Disturbance | null = null

  /** Number of pixels around the target whose foreground state equals that of the inner pixel beside them. */
  const agreesWith = (foreground: Uint8Array) => (marks: Uint8Array) => {
    let agreeing = 0
    for (let at = 0; at < around.length; at++) if (foreground[around[at] ?? 0] === marks[beside[at] ?? 0]) agreeing++
    return agreeing / Math.max(1, around.length)
  }

  const read = ({ rgba }: SmallPicture, gain: readonly [number, number, number]) => {
    last.set(now)
    const perRed = 1 / gain[0]
    const perGreen = 1 / gain[1]
    const perBlue = 1 / gain[2]
    for (let pixel = 0, to = 0; pixel < count; pixel++, to += 3) {
      const from = 4 * (inner[pixel] ?? 0)
      now[to] = inLearntLight(rgba[from] ?? 0, perRed)
      now[to + 1] = inLearntLight(rgba[from + 1] ?? 0, perGreen)
      now[to + 2] = inLearntLight(rgba[from + 2] ?? 0, perBlue)
    }
  }

  return {
    target,
    picture: () => reference?.slice() ?? null,

    mark(picture, gain, tolerance, foreground) {
      read(picture, gain)
      first ??= now.slice()
      reference ??= now.slice()
      stillWithin = tolerance
      ;({ added, explainedShare } = fitIllumination(
        reference,
        now,
        added,
        tolerance + 3,
        unexplained,
        agreesWith(foreground),
      ))
      for (let pixel = 0; pixel < count; pixel++) foreground[inner[pixel] ?? 0] = unexplained[pixel] ?? 0
    },

    follow(arms, found, atMs) {
      const cover = coverOf(arms, found)
      const isArmIn = found.tip !== null
      if (cover.isTouched) {
        disturbance ??= { coveredMs: atMs, lastMs: atMs, mostCovered: 0 }
        disturbance.lastMs = atMs
        disturbance.mostCovered = Math.max(disturbance.mostCovered, cover.share)
        calm = 0
        return { cover, settled: null, glimpsed: target.use === 'bin' ? glimpse(disturbance, cover, arms) : null }
      }
      // Nothing to settle or relearn: most pictures of most targets end here.
      if (disturbance === null && 1 - explainedShare <= freeShare) {
        calm = 0
        learn(followShare)
        return { cover, settled: null, glimpsed: null }
      }
      const still = fitIllumination(last, now, noAddedIllumination, stillWithin, moving)
      calm = still.explainedShare >= 1 - freeShare ? calm + 1 : 0
      const settled = calm >= settlePictures && disturbance !== null ? settle(disturbance, isArmIn) : null
      const isLight = explainedShare >= relearnShare && !(isArmIn && isShadow())
      if (disturbance === null && calm >= relearnPictures && isLight) learn(1)
      return { cover, settled, glimpsed: null }
    },
  }

  /** Whether the illumination is unchanged and the unexplained pixels are darker on average. */
  function isShadow(): boolean {
    if (added.some((level) => Math.abs(level) >= lightFrom)) return false
    let brighter = 0
    for (let pixel = 0, green = 1; pixel < count; pixel++, green += 3) {
      if (unexplained[pixel] === 1) brighter += (now[green] ?? 0) - (reference?.[green] ?? 0) - added[1]
    }
    return brighter < 0
  }

  /** What has changed; null as long as an arm's shadow may explain it. */
  function settle(past: Disturbance, isArmIn: boolean): SettledRegion | null {
    const { settled, change } = changeSince(past, now, isArmIn)
    if (change.shadedPx > 0 && change.changed.size === 0) return null
    disturbance = null
    if (isArmIn) keepOutShadow(change.changed)
    learn(1)
    return settled
  }

  /** An arm's shadow is not learnt: where it lies, the appearance from before is kept. */
  function keepOutShadow(changed: ReadonlySet<number>) {
    const before = reference ?? now
    for (let pixel = 0; pixel < count; pixel++) {
      const isShadow = unexplained[pixel] === 1 && !changed.has(pixel) && isInShadow(before, now, pixel)
      if (isShadow) now.set(before.subarray(3 * pixel, 3 * pixel + 3), 3 * pixel)
    }
  }

  function glimpse(past: Disturbance, { share }: Cover, arms: Arms): SettledRegion | null {
    let odd = 0
    for (let pixel = 0; pixel < count; pixel++) {
      const isHidden = (arms[inner[pixel] ?? 0] ?? 0) > 0 || isMoving(pixel)
      const left = isHidden ? clearPictures : Math.max(0, (hiddenFor[pixel] ?? 0) - 1)
      hiddenFor[pixel] = left
      if (left === 0 && unexplained[pixel] === 1) odd++
    }
    if (odd === 0 || share > drawnBackShare * past.mostCovered) return null
    const seen = now.map((value, at) => (hiddenFor[Math.floor(at / 3)] === 0 ? value : hidden))
    const change = changeSince(past, seen, true).settled
    return change.appearedMm2 + change.vanishedMm2 > 0 ? change : null
  }

  function isMoving(pixel: number): boolean {
    for (let at = 3 * pixel; at < 3 * pixel + 3; at++) {
      if (Math.abs((now[at] ?? 0) - (last[at] ?? 0)) > stillWithin) return true
    }
    return false
  }

  function changeSince({ coveredMs, lastMs: freeMs, mostCovered }: Disturbance, seen: PatchPixels, isArmIn: boolean) {
    const change = compareRegion(reference ?? seen, seen, first ?? seen, neighbours, isArmIn)
    const [appearedMm2, vanishedMm2] = [change.appearedPx * mm2PerPx, change.vanishedPx * mm2PerPx]
    const coveredMm2 = mostCovered * count * mm2PerPx
    const settled: SettledRegion = { target, coveredMs, freeMs, appearedMm2, vanishedMm2, mostCovered, coveredMm2 }
    return { settled, change }
  }

  function learn(share: number) {
    if (reference === null) return
    for (let at = 0; at < now.length; at++)
      reference[at] = (reference[at] ?? 0) + share * ((now[at] ?? 0) - (reference[at] ?? 0))
    added = noAddedIllumination
  }

  function coverOf(arms: Arms, { isOfHand }: FoundArms): Cover {
    let [covered, deepest, tip] = [0, 0, -1]
    for (let pixel = 0; pixel < count; pixel++) {
      const step = arms[inner[pixel] ?? 0] ?? 0
      if (step === 0) continue
      covered++
      if (step > deepest) [deepest, tip] = [step, pixel]
    }
    const isTouched = covered > 0 || around.some((pixel) => (arms[pixel] ?? 0) > 0)
    const ends = tip >= 0 && !goesOn(arms, inner[tip] ?? 0, deepest)
    const share = covered / Math.max(1, count)
    return {
      target,
      share,
      coveredMm2: covered * mm2PerPx,
      isTouched,
      tip: ends ? (places[tip] ?? null) : null,
      isOfHand: ends && isOfHand(inner[tip] ?? 0),
    }
  }

  function goesOn(arms: Arms, tip: number, deepest: number): boolean {
    const column = tip % width
    const left = Math.max(0, column - goesOnWithinPx)
    const right = Math.min(width - 1, column + goesOnWithinPx)
    for (let down = -goesOnWithinPx; down <= goesOnWithinPx; down++) {
      const row = tip - column + down * width
      for (let pixel = row + left; pixel <= row + right; pixel++) if ((arms[pixel] ?? 0) > deepest) return true
    }
    return false
  }
}

/** A channel under the learnt illumination; a saturated one stays saturated. */
const inLearntLight = (value: number, perGain: number): number => (value >= 249 ? 255 : value * perGain)
