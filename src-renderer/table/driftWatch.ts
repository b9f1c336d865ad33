// Notices, at quiet moments, that light or camera moved; puts small shifts right by itself and asks about larger ones.
import type { BenchMaps, CalibrationBench } from '../../src-domain/calibration/benchMaps.ts'
import {
  cameraShiftMm,
  checkDrift,
  type DriftResult,
  isShift,
  type Landmarks,
} from '../../src-domain/calibration/drift.ts'
import { findTags } from '../../src-domain/calibration/findTags.ts'
import type { GreyPicture } from '../../src-domain/calibration/greyPicture.ts'
import type { RegistrationState } from '../projector/registrationChannel.ts'

export type Realigned = {
  readonly maps: BenchMaps
  readonly moved: Extract<DriftResult, { kind: 'moved' }>['what']
  readonly mm: number
  readonly asked: boolean
}

export type DriftWatchSetup = {
  /** `see` is one picture in whatever light there is. */
  readonly bench: CalibrationBench & { readonly see: () => Promise<GreyPicture> }
  readonly maps: BenchMaps
  readonly landmarks: Landmarks
  readonly nowMs: () => number
  readonly onState: (state: RegistrationState) => void
  readonly onRealigned: (realigned: Realigned) => void
  /** Waits until no other light is looked at; at once unless told otherwise. */
  readonly inTurn?: (look: () => Promise<void>) => Promise<void>
  /** Told before marks of light take the place of the table's picture, and after. */
  readonly onLooking?: (isLooking: boolean) => void
}

export type DriftWatch = {
  /** Nobody works: light and stickers are looked at, unless they were a short while ago. */
  readonly atRest: () => Promise<void>
  /** A step began and no hand is over the table: the stickers alone are looked at, without any light. */
  readonly betweenSteps: () => Promise<void>
  /** Work stands still for a moment: light is looked at too when the projector has just warmed up further, which moves it. */
  readonly inBreak: () => Promise<void>
  /** A person asks, or agrees to a repair. */
  readonly check: () => Promise<void>
}

/** The least time between two looks that nobody asked for. */
const everyMs = 30_000
/** When a projector that warms up has moved, after the watch began with it; most of it in the first minutes. */
const warmUpMs = [5, 15, 30].map((minutes) => 60_000 * minutes)

export function createDriftWatch(setup: DriftWatchSetup): DriftWatch {
  const { bench, landmarks, nowMs, onState, onRealigned, onLooking } = setup
  const inTurn = setup.inTurn ?? ((look: () => Promise<void>) => look())
  let { maps } = setup
  const beganMs = nowMs()
  let lookedMs = Number.NEGATIVE_INFINITY
  let lightLookedMs = Number.NEGATIVE_INFINITY
  let isLooking = false
  /** One look can err: what nobody asked for is said when a second one finds the same. */
  let suspicions = 0

  const alone = async (look: () => Promise<void>): Promise<void> => {
    if (isLooking) return
    isLooking = true
    // A camera that fails says so elsewhere; the next quiet moment looks again.
    const hasLooked = await inTurn(look).then(
      () => true,
      () => false,
    )
    if (hasLooked) lookedMs = nowMs()
    isLooking = false
  }
  const isDue = () => nowMs() - lookedMs >= everyMs
  const hasWarmedUp = () =>
    warmUpMs.some((afterMs) => nowMs() >= beganMs + afterMs && lightLookedMs < beganMs + afterMs)

  const answer = (verdict: DriftResult, asked: boolean): void => {
    if (verdict.kind === 'moved' && (asked || !verdict.asks)) {
      const { repaired, what, mm } = verdict
      maps = repaired
      suspicions = 0
      onRealigned({ maps, moved: what, mm, asked })
      onState({ kind: 'repaired', mm })
    } else if (verdict.kind === 'moved') {
      onState({ kind: 'moved', mm: verdict.mm })
    } else if (verdict.kind === 'unseen') {
      suspicions += 1
      if (asked || suspicions > 1) onState({ kind: 'unseen' })
    } else {
      suspicions = 0
      onState({ kind: asked ? 'still' : 'holds' })
    }
  }
  const lookAtLight = (asked: boolean) =>
    alone(async () => {
      onLooking?.(true)
      try {
        answer(await checkDrift(bench, maps, landmarks), asked)
        lightLookedMs = nowMs()
      } finally {
        onLooking?.(false)
      }
    })

  const lookAtStickers = () =>
    alone(async () => {
      const mm = cameraShiftMm(maps, landmarks, findTags(await bench.see()))
      if (mm === null) return
      suspicions = isShift(mm) ? suspicions + 1 : 0
      if (suspicions > 1) onState({ kind: 'moved', mm })
    })

  return {
    atRest: async () => {
      if (isDue()) await lookAtLight(false)
    },
    betweenSteps: async () => {
      if (isDue()) await lookAtStickers()
    },
    inBreak: async () => {
      if (hasWarmedUp()) await lookAtLight(false)
      else if (isDue()) await lookAtStickers()
    },
    check: async () => {
      onState({ kind: 'checking' })
      await lookAtLight(true)
    },
  }
}
