// What a calibration works on and what it yields: a bench that can show and look, and the maps between table, camera and projector.
import type { Projection } from '../geometry/homography.ts'
import type { Lens } from '../geometry/lens.ts'
import type { GreyPicture } from './greyPicture.ts'
import type { PictureSize, ProjectedPattern } from './patterns.ts'

/** The bench as calibration sees it: shows a picture and says what the camera then sees, steady, without the lens taken out. */
export type CalibrationBench = {
  readonly projector: PictureSize
  readonly look: (pattern: ProjectedPattern) => Promise<GreyPicture>
}

/** The maps of a calibrated bench. */
export type BenchMaps = {
  readonly lens: Lens
  /** Table mm (x, y, z) → undistorted camera px, and → projector px. */
  readonly tableToCamera: Projection
  readonly tableToProjector: Projection
}
