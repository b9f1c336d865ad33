// The words for registering light and camera to the table, and for noticing that they moved. Part of the staff's words.
import type { CalibrationFailure } from '../../../src-domain/calibration/calibrationFailure.ts'
import type { SheetWords } from '../../../src-domain/calibration/sheetPdf.ts'

export type Advice = { readonly sentence: string; readonly remedy: string }
type Cause = CalibrationFailure['cause']

export type CalibrationWords = {
  readonly title: string
  readonly name: string
  readonly about: string
  readonly prepare: readonly string[]
  readonly virtual: string
  readonly onTable: string
  readonly frame: string
  readonly frames: Readonly<Record<'A4' | 'A3' | 'corners', string>>
  readonly sheets: (paper: string) => string
  readonly picture: string
  readonly pictures: Readonly<Record<'turned' | 'mirrored', string>>
  readonly begin: string
  readonly again: string
  readonly back: string
  readonly toTable: string
  readonly looking: Readonly<Record<'opening' | 'delay' | 'light' | 'box' | 'rest', string>>
  readonly handsAway: string
  readonly accepted: string
  readonly seen: {
    readonly camera: string
    readonly lock: Readonly<Record<'locked' | 'notOffered' | 'refused', string>>
    readonly locks: Readonly<Record<'focus' | 'exposure' | 'whiteBalance', string>>
    readonly delay: string
    readonly dots: string
    readonly of: (seen: string, all: string) => string
    readonly checked: string
    readonly mean: string
    readonly most: string
    readonly contrast: string
    readonly whiteness: string
    readonly heights: string
    readonly height: Readonly<Record<'measured' | 'assumed', string>>
  }
  /** Said when light is hard to tell from the room's. */
  readonly tooFaint: string
  readonly darkTable: string
  readonly map: string
  readonly mapAbout: string
  readonly box: string
  readonly boxHeight: string
  readonly lookAtBox: string
  readonly clear: string
  readonly finish: string
  readonly kept: string
  readonly failed: string
  readonly corners: {
    readonly title: string
    readonly about: string
    readonly names: readonly [string, string, string, string]
    readonly done: string
  }
  readonly advice: Readonly<Record<Cause, Advice>>
  readonly state: {
    readonly never: string
    readonly holds: (date: string, mm: string) => string
    readonly lost: Readonly<Record<'table' | 'projector' | 'camera', string>>
  }
  readonly drift: {
    readonly moved: (mm: string) => string
    readonly unseen: string
    readonly check: string
    readonly checking: string
    readonly repaired: (mm: string) => string
    readonly still: string
    readonly bump: string
  }
  readonly display: {
    readonly title: string
    readonly about: string
    readonly choose: string
    readonly second: {
      readonly title: string
      readonly about: string
      readonly choose: string
      readonly calibrate: string
    }
  }
  readonly onPaper: SheetWords
}

/** What to say about a failure: its sentence with the numbers and names that every language writes alike. */
export function adviceOn({ advice }: CalibrationWords, failure: CalibrationFailure): Advice {
  const { sentence, remedy } = advice[failure.cause]
  return { remedy, sentence: sentence.replace(/\.$/, `${detailOf(failure)}.`) }
}

function detailOf(failure: CalibrationFailure): string {
  switch (failure.cause) {
    case 'tagsHidden':
      return ` (${failure.sheets.join(', ')})`
    case 'sheetMisplaced':
      return ` (${failure.sheet})`
    case 'printScaleWrong':
      return ` (${Math.round(failure.scale * 100)} %)`
    case 'uneven':
      return Number.isFinite(failure.maxMm) ? ` (${failure.maxMm.toFixed(1)} mm)` : ''
    default:
      return ''
  }
}
