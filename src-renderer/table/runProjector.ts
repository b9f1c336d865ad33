// Runs a real table: the scene fills the projector's picture, and a camera or a recorded clip is perceived. With two
// projectors, the first one's window perceives; the second one's window uses the camera only to check its own
// registration.
import type { BenchMaps } from '../../src-domain/calibration/benchMaps.ts'
import { calibratedMapping } from '../../src-domain/calibration/calibratedMapping.ts'
import {
  type Calibration,
  type CalibrationContext,
  changedSince,
  type Surface,
} from '../../src-domain/calibration/calibration.schema.ts'
import type { PictureSize } from '../../src-domain/calibration/patterns.ts'
import { type RecordedBench, recordedLayout } from '../../src-domain/perception/recordedBench.schema.ts'
import { tableMapping } from '../../src-domain/perception/tableMapping.ts'
import type { Clock } from '../clock.ts'
import type { CameraFrame, CameraSource } from '../perception/cameraSource.ts'
import type { SeenBench } from '../perception/perceiver.ts'
import { pictureSize } from '../perception/readSmall.ts'
import { tableFillsPicture } from '../scene/mapping.ts'
import { projectorToNdc } from '../scene/projectorPicture.ts'
import type { ProjectionShare } from './projectionShare.ts'
import { provisionalMapping } from './provisionalMapping.ts'
import type { Running, RunSetup } from './running.ts'
import { limitsFor, type Seeing, type SeeingSetup, seeTable } from './seeTable.ts'
import {
  type MarksOfLight,
  type RegistrationWatch,
  type WatchedProjection,
  watchRegistration,
} from './watchRegistration.ts'

export type ProjectorPorts = Pick<SeeingSetup, 'startTracker' | 'picture'> &
  Pick<WatchedProjection, 'inTurn' | 'realign'> & {
    readonly clock: Clock
    readonly surface: Surface
    /** The calibration that is kept, whether or not it still holds. */
    readonly kept: Calibration | null
    /** Where a recorded clip was filmed; null for a camera over this table. */
    readonly recorded: RecordedBench | null
    /** Null when there is nothing to look through, which was said. */
    readonly openCamera: () => Promise<CameraSource | null>
    /** What a calibration of this window, with a camera's picture of this size, would hold for. */
    readonly contextNow: (picture: PictureSize) => CalibrationContext
    readonly share: ProjectionShare
    readonly marksOf: (projector: PictureSize) => MarksOfLight
  }

const guessedPicture = { width: 1280, height: 720 }

export function runProjector(run: RunSetup, ports: ProjectorPorts): Running {
  const { table, setup, state, onLight } = run
  const { surface, kept, recorded, share } = ports
  let seeing: Seeing | null = null
  let isClosed = false
  let light: RegistrationWatch | null = null
  let followSize: (frame: CameraFrame) => void = () => undefined
  let stopWatching: () => void = () => undefined

  /**
   * The calibration if the context it was made in is unchanged; otherwise reports the lost registration and returns
   * null.
   */
  const holdingCalibration = (picture: PictureSize): Calibration | null => {
    const because = kept && changedSince(kept.context, ports.contextNow(picture))
    if (because) onLight({ kind: 'lost', because })
    if (!kept) onLight({ kind: 'never' })
    return because ? null : kept
  }

  const onFrame = (frame: CameraFrame) => {
    followSize(frame)
    light?.onFrame(frame)
  }
  const lend = (frame: CameraFrame) => {
    onFrame(frame)
    frame.image.close()
  }
  const look = (camera: CameraSource, bench: SeenBench) => {
    seeing = seeTable({
      ...run,
      ...ports,
      camera,
      bench,
      onFrame,
      onHands: share.showHands,
      isPaused: () => share.isOtherAlone() || (light?.isLooking() ?? false),
    })
    seeing.setLimits(limitsFor(state()))
  }
  const seenBy = (maps: Pick<BenchMaps, 'lens' | 'tableToCamera'>): SeenBench => ({
    layout: setup.layout,
    mapping: calibratedMapping(maps),
  })
  /** Applies the calibration to scene and perception, and watches it for drift. */
  const workBy = (calibration: Calibration): SeenBench => {
    const { projector } = calibration.context
    const lightBy = ({ tableToProjector }: Pick<BenchMaps, 'tableToProjector'>) => {
      table.setMapping(projectorToNdc(tableToProjector, projector))
      share.lightBy({ tableToProjector, projector })
    }
    lightBy(calibration)
    table.setTableLight(calibration.light ?? null)
    const marks = ports.marksOf(projector)
    light = watchRegistration({
      ...ports,
      calibration,
      maps: calibration,
      marks: {
        ...marks,
        cover: (isOn) => {
          share.takeAlone(isOn)
          marks.cover(isOn)
        },
      },
      onState: onLight,
      onMaps: (maps) => {
        lightBy(maps)
        seeing?.setBench(seenBy(maps))
      },
      forKeeping: (maps) => maps,
    })
    const now = state()
    if (now) light.onState(now)
    return seenBy(calibration)
  }
  const seenAt = (picture: PictureSize): SeenBench => {
    light?.close()
    light = null
    const calibration = holdingCalibration(picture)
    if (calibration) return workBy(calibration)
    share.lightBy(null)
    table.setTableLight(null)
    table.setMapping(tableFillsPicture(setup.layout.table))
    return { layout: setup.layout, mapping: provisionalMapping(setup.layout.table, picture) }
  }
  void ports.openCamera().then((camera) => {
    if (isClosed || !camera) return
    if (recorded) {
      look(camera, {
        layout: recordedLayout(recorded),
        mapping: tableMapping({ tableToCamera: recorded.tableToCamera }),
      })
      return
    }
    // Until the first frame tells, the camera's picture is taken to be what it was.
    let size: PictureSize = kept?.context.camera ?? guessedPicture
    followSize = ({ image }) => {
      const now = pictureSize(image)
      if (now.width === size.width && now.height === size.height) return
      size = now
      seeing?.setBench(seenAt(size))
    }
    const first = seenAt(size)
    if (surface === 1) look(camera, first)
    else stopWatching = camera.open({ onFrame: lend, onState: () => undefined })
  })

  return {
    onState: (now) => {
      seeing?.setLimits(limitsFor(now))
      light?.onState(now)
    },
    check: () => light?.check(),
    close: () => {
      isClosed = true
      light?.close()
      share.close()
      stopWatching()
      seeing?.close()
    },
  }
}
