// The inputs and outputs of calibration: a bench that can project and capture, and the projection matrices of camera and
// projector.
import type { Projection } from '../geometry/homography.ts'
import type { Lens } from '../geometry/lens.ts'
import type { GreyPicture } from './greyPicture.ts'
import type { PictureSize, ProjectedPattern } from './patterns.ts'

/** The bench as calibration uses it: projects a pattern and returns a still camera picture of it, with lens distortion. */
export type CalibrationBench = {
  readonly projector: PictureSize
  readonly look: (pattern: ProjectedPattern) => Promise<GreyPicture>
}

/** The matrices of a calibrated bench. */
export type BenchMaps = {
  readonly lens: Lens
  /** From table mm (x, y, z) to undistorted camera px, and to projector px. */
  readonly tableToCamera: Projection
  readonly tableToProjector: Projection
}
