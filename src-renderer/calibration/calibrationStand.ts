// Where a calibration takes place: a real projector and camera, or the virtual bench. The procedure knows only this.
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
  /** What could be locked of the camera's picture; null where nothing adjusts itself, or not known yet. */
  readonly lock: () => PictureLock | null
  /** The virtual bench lays what is asked for; at a real one a person does. */
  readonly lay: (what: 'sheets' | 'box' | 'nothing') => void
  /** Shows the error on the table itself. */
  readonly showMap: (calibrated: Calibrated) => void
  readonly context: (picture: PictureSize) => CalibrationContext
  readonly close: () => void
}

/** This window stands on the projector: `light` fills it. */
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
