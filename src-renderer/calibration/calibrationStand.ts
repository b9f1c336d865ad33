// What the calibration procedure needs of its surroundings: implemented by a real projector and camera, and by the
// virtual bench.
import type { Calibrated } from '../../src-domain/calibration/calibrate.ts'
import type { CalibrationContext, Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { PictureSize } from '../../src-domain/calibration/patterns.ts'
import type { BenchLayout } from '../../src-domain/geometry/benchLayout.schema.ts'
import { type Clock, untilShown } from '../clock.ts'
import { rememberCamera, rememberedCamera } from '../perception/cameraChoice.ts'
import { lentFrames } from '../perception/cameraSource.ts'
import { liveCamera } from '../perception/liveCamera.ts'
import type { PictureLock } from '../perception/pictureLock.ts'
import { contextHere } from '../projector/calibrationContext.ts'
import { openProjectorBench, type ProjectorBench } from '../projector/projectorBench.ts'
import { drawErrorMap } from './drawErrorMap.ts'

export type CalibrationStand = {
  readonly bench: ProjectorBench
  /** The camera settings that could be locked; null where nothing adjusts itself, or not known yet. */
  readonly lock: () => PictureLock | null
  /** Lays the sheets or the box on the virtual bench's table; on a real bench a person does that. */
  readonly lay: (what: 'sheets' | 'box' | 'nothing') => void
  /** Projects the remaining errors on the table. */
  readonly showMap: (calibrated: Calibrated) => void
  readonly context: (picture: PictureSize) => CalibrationContext
  readonly close: () => void
}

/** The stand of this window on the projector: `light` fills the window. */
export function openRealStand(
  clock: Clock,
  light: HTMLCanvasElement,
  layout: BenchLayout,
  surface: Surface,
): CalibrationStand {
  light.width = Math.round(innerWidth * devicePixelRatio)
  light.height = Math.round(innerHeight * devicePixelRatio)
  let lock: PictureLock | null = null
  const camera = liveCamera({
    devices: navigator.mediaDevices,
    clock,
    chosen: rememberedCamera(localStorage),
    onOpened: (choice) => rememberCamera(localStorage, choice),
    onLocked: (locked) => {
      lock = locked
    },
  })
  const bench = openProjectorBench({
    light,
    frames: lentFrames(camera),
    clock,
    shown: () => untilShown(clock),
    framesPerPicture: 4,
  })
  return {
    bench,
    lock: () => lock,
    lay: () => undefined,
    showMap: (calibrated) => drawErrorMap(light, calibrated),
    context: (picture) => contextHere(surface, layout, { label: rememberedCamera(localStorage)?.label ?? '' }, picture),
    close: bench.close,
  }
}
