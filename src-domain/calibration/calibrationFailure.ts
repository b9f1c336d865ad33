// Why a calibration was refused, and what to do about it, in words a supervisor can act on.
import type { CornerSheetName } from './tagSheet.ts'

export type CalibrationFailure =
  | { readonly cause: 'noLight' }
  | { readonly cause: 'tooBright'; readonly lightToNoise: number }
  | { readonly cause: 'overexposed' }
  | { readonly cause: 'lightChanged' }
  | { readonly cause: 'handInPicture' }
  | { readonly cause: 'cameraMoved'; readonly px: number }
  | { readonly cause: 'mirrored' }
  | { readonly cause: 'fewDots'; readonly seen: number; readonly of: number }
  | { readonly cause: 'tagsHidden'; readonly sheets: readonly CornerSheetName[] }
  | { readonly cause: 'sheetMisplaced'; readonly sheet: CornerSheetName; readonly mm: number }
  | { readonly cause: 'printScaleWrong'; readonly scale: number }
  | { readonly cause: 'tableSizeWrong' }
  | { readonly cause: 'uneven'; readonly rmsMm: number; readonly maxMm: number }
  | { readonly cause: 'boxHidden' }
  | { readonly cause: 'boxUneven'; readonly rmsMm: number }

export type Advice = { readonly sentence: string; readonly remedy: string }

/** What to say about a failure, in English; other languages are made from the cause. */
export function adviceFor(failure: CalibrationFailure): Advice {
  switch (failure.cause) {
    case 'noLight':
      return {
        sentence: 'The camera does not see the projector’s light.',
        remedy:
          'Check that the projector is on, that the right display is chosen, and that the camera looks at the table.',
      }
    case 'tooBright':
      return {
        sentence: 'The room is too bright for the projector.',
        remedy: 'Dim the lamps above the table or close the blinds, then try again.',
      }
    case 'overexposed':
      return {
        sentence: 'Parts of the picture are burnt out.',
        remedy: 'Lower the camera’s exposure, cover shiny metal with a cloth or paper, then try again.',
      }
    case 'lightChanged':
      return {
        sentence: 'The light in the room changed while the camera looked.',
        remedy: 'Leave the lamps as they are for a minute and try again.',
      }
    case 'handInPicture':
      return {
        sentence: 'Something moved on the table.',
        remedy: 'Keep hands off the table for ten seconds and try again.',
      }
    case 'cameraMoved':
      return {
        sentence: 'The camera moved or focused anew.',
        remedy: 'Fasten the camera, switch its autofocus off, then try again.',
      }
    case 'mirrored':
      return {
        sentence: 'The projector’s picture is mirrored.',
        remedy: 'Set the projector’s mounting (front, ceiling) so that text reads the right way round.',
      }
    case 'fewDots':
      return {
        sentence: 'The camera sees too little of the projector’s picture.',
        remedy: 'Clear the table, aim camera and projector at the same place, and switch keystone correction off.',
      }
    case 'tagsHidden':
      return {
        sentence: `The camera does not see the printed sheet ${failure.sheets.join(', ')}.`,
        remedy: 'Lay each sheet flat, printed side up, into its corner, where the camera sees all of it.',
      }
    case 'sheetMisplaced':
      return {
        sentence: `Sheet ${failure.sheet} does not lie in its corner.`,
        remedy: 'Push it flush against both edges of the table, its letter readable from the worker’s side.',
      }
    case 'printScaleWrong':
      return {
        sentence: `The sheets are printed at ${Math.round(failure.scale * 100)} % of their size.`,
        remedy: 'Print them again at 100 % (“actual size”) and check the square with a ruler: 50 mm each way.',
      }
    case 'tableSizeWrong':
      return {
        sentence: 'The table does not have the size that the layout says.',
        remedy: 'Measure the table and correct its width and depth in the layout.',
      }
    case 'uneven':
      return {
        sentence: `The light misses its places by up to ${failure.maxMm.toFixed(1)} mm.`,
        remedy:
          'Switch the projector’s keystone and sharpening off, use its native resolution, and lay the sheets flat.',
      }
    case 'boxHidden':
      return {
        sentence: 'The camera does not see sheet E on the box.',
        remedy: 'Lay sheet E on a flat box of known height, in the projector’s light.',
      }
    case 'boxUneven':
      return {
        sentence: 'The light on the box does not fit its height.',
        remedy: 'Measure the box’s height again and lay sheet E flat on it.',
      }
  }
}
