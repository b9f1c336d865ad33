// Why a calibration was refused. The texts with the remedies are in the user interface.
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
  | { readonly cause: 'boxUneven' }
