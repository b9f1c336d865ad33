// What a calibration shows and what can be asked of it: plain data, so that another window may show it and ask as well.
import type { CalibrationFailure } from '../../src-domain/calibration/calibrationFailure.ts'
import type { TableReflectance } from '../../src-domain/calibration/captureDots.ts'
import type { GreyPicture } from '../../src-domain/calibration/greyPicture.ts'
import type { PictureSize } from '../../src-domain/calibration/patterns.ts'
import type { PaperName } from '../../src-domain/calibration/tagSheet.ts'
import type { Verification } from '../../src-domain/calibration/verification.ts'
import type { Point } from '../../src-domain/geometry/rect.ts'
import type { PictureLock } from '../perception/pictureLock.ts'

/** Where the table is known from: sheets on this paper, or its corners clicked in the picture. */
export type FrameChoice = PaperName | 'corners'

/** What was seen and measured on the way to a calibration that may be accepted. */
export type CalibrationReport = {
  readonly frame: FrameChoice
  readonly table: { readonly w: number; readonly h: number }
  readonly camera: PictureSize
  readonly lock: PictureLock | null
  readonly delayMs: number
  readonly dots: { readonly seen: number; readonly shown: number }
  readonly verification: Verification
  readonly light: TableReflectance
  readonly heights: 'measured' | 'assumed'
}

export type CalibrationStep =
  | { readonly kind: 'prepare' }
  | { readonly kind: 'looking'; readonly at: 'opening' | 'delay' | 'light' | 'box' | 'rest'; readonly share: number }
  | { readonly kind: 'corners'; readonly picture: GreyPicture }
  /** `goesBack` is true when something accepted stands behind it: only a box was refused. */
  | { readonly kind: 'refused'; readonly failure: CalibrationFailure; readonly goesBack: boolean }
  | { readonly kind: 'accepted'; readonly report: CalibrationReport }
  | { readonly kind: 'kept' }
  /** The camera gave no pictures, or the service did not answer. */
  | { readonly kind: 'failed' }

export type CalibrationAct =
  | { readonly kind: 'begin'; readonly frame: FrameChoice }
  /** Far left first, then clockwise, in px of the picture. */
  | { readonly kind: 'corners'; readonly corners: readonly Point[] }
  | { readonly kind: 'box'; readonly heightMm: number }
  /** With sheets and box gone: remembers how the bench looks at rest, and keeps the calibration. */
  | { readonly kind: 'finish' }
  | { readonly kind: 'back' }
