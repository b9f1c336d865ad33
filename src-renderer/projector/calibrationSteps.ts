// The states of a calibration and the commands it accepts: plain data, so that another window can show and control it.
import type { CalibrationFailure } from '../../src-domain/calibration/calibrationFailure.ts'
import type { TableReflectance } from '../../src-domain/calibration/captureDots.ts'
import type { GreyPicture } from '../../src-domain/calibration/greyPicture.ts'
import type { PictureSize } from '../../src-domain/calibration/patterns.ts'
import type { PaperName } from '../../src-domain/calibration/tagSheet.ts'
import type { Verification } from '../../src-domain/calibration/verification.ts'
import type { Point } from '../../src-domain/geometry/rect.ts'
import type { PictureLock } from '../perception/pictureLock.ts'

/** How the table's frame of reference is found: printed sheets on this paper, or corners clicked in the picture. */
export type FrameChoice = PaperName | 'corners'

/** Detections and errors of a calibration that can be accepted. */
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
  /** `goesBack` is true when an earlier accepted result exists: only the check with a box failed. */
  | { readonly kind: 'refused'; readonly failure: CalibrationFailure; readonly goesBack: boolean }
  | { readonly kind: 'accepted'; readonly report: CalibrationReport }
  | { readonly kind: 'kept' }
  /** The camera delivered no pictures, or the service did not answer. */
  | { readonly kind: 'failed' }

export type CalibrationAct =
  | { readonly kind: 'begin'; readonly frame: FrameChoice }
  /** The table's corners in px of the picture: far left first, then clockwise. */
  | { readonly kind: 'corners'; readonly corners: readonly Point[] }
  | { readonly kind: 'box'; readonly heightMm: number }
  /** After sheets and box were removed: records the landmarks of the drift check and stores the calibration. */
  | { readonly kind: 'finish' }
  | { readonly kind: 'back' }
