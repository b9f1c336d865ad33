// Checks between pieces of work whether projector or camera moved since calibration (drift). Corrects small shifts
// automatically and asks a person about larger ones.
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
  /** `see` takes one picture in the current light, without projecting anything. */
  readonly bench: CalibrationBench & { readonly see: () => Promise<GreyPicture> }
  readonly maps: BenchMaps
  readonly landmarks: Landmarks
  readonly nowMs: () => number
  readonly onState: (state: RegistrationState) => void
  readonly onRealigned: (realigned: Realigned) => void
  /** Runs a check while no other projector's light is measured. Runs it at once when absent. */
  readonly inTurn?: (look: () => Promise<void>) => Promise<void>
  /** Called with true before calibration marks replace the table's picture, and with false after. */
  readonly onLooking?: (isLooking: boolean) => void
}

export type DriftWatch = {
  /** To call while nobody works: checks projected marks and stickers, at most every `everyMs`. */
  readonly atRest: () => Promise<void>
  /**
   * To call when a step has begun and no hand is over the table: checks the stickers alone, without projecting marks.
   */
  readonly betweenSteps: () => Promise<void>
  /**
   * To call in a short break in the work: checks projected marks too when the projector has warmed up further since the
   * last check, because warming moves its picture.
   */
  readonly inBreak: () => Promise<void>
  /** To call when a person asks for a check or agrees to a repair. */
  readonly check: () => Promise<void>
}

/** The least time between two checks that nobody asked for. */
const everyMs = 30_000
/**
 * Times after the start of the watch at which a projector that warms up is checked again: most of its drift is in the
 * first minutes.
 */
const warmUpMs = [5, 15, 30].map((minutes) => 60_000 * minutes)

/**
 * Makes the watch. Only one check runs at a time; calls during a check are ignored.
 * @param setup `nowMs` is the clock in ms by which checks are spaced.
 */
export function createDriftWatch(setup: DriftWatchSetup): DriftWatch {
  const { bench, landmarks, nowMs, onState, onRealigned, onLooking } = setup
  const inTurn = setup.inTurn ?? ((look: () => Promise<void>) => look())
  let { maps } = setup
  const beganMs = nowMs()
  let lookedMs = Number.NEGATIVE_INFINITY
  let lightLookedMs = Number.NEGATIVE_INFINITY
  let isLooking = false
  /**
   * Consecutive checks that found a problem. One check can be wrong, so an unrequested result is reported only when a
   * second check confirms it.
   */
  let suspicions = 0

  const alone = async (look: () => Promise<void>): Promise<void> => {
    if (isLooking) return
    isLooking = true
    // A failing camera is reported elsewhere, and the next break checks again.
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
