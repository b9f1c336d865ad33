// Runs a real table: the scene fills the projector's picture, and a camera or a recorded clip is perceived. With two
// projectors, the first one's window perceives; the second one's window uses the camera only to check its own
// registration.
import { LinearSRGBColorSpace, WebGLRenderer } from 'three'
import type { BenchMaps } from '../../src-domain/calibration/benchMaps.ts'
import { calibratedMapping } from '../../src-domain/calibration/calibratedMapping.ts'
import { type Calibration, changedSince, type Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { PictureSize } from '../../src-domain/calibration/patterns.ts'
import type { SightState } from '../../src-domain/perception/interaction.schema.ts'
import { recordedLayout } from '../../src-domain/perception/recordedBench.schema.ts'
import { tableMapping } from '../../src-domain/perception/tableMapping.ts'
import { rememberCamera, rememberedCamera } from '../perception/cameraChoice.ts'
import type { CameraFrame, CameraSource } from '../perception/cameraSource.ts'
import { openClip } from '../perception/clipCamera.ts'
import { windowClock } from '../perception/frameClock.ts'
import { liveCamera } from '../perception/liveCamera.ts'
import type { SeenBench } from '../perception/perceiver.ts'
import { contextHere } from '../projector/calibrationContext.ts'
import type { TableSource } from '../projector/tableSource.ts'
import { tableFillsPicture } from '../scene/mapping.ts'
import { projectorToNdc } from '../scene/projectorPicture.ts'
import { followProjectionShare } from './projectionShare.ts'
import { provisionalMapping } from './provisionalMapping.ts'
import type { Running, RunSetup } from './running.ts'
import { limitsFor, type Seeing, seeTable } from './seeTable.ts'
import { type RegistrationWatch, watchRegistration } from './watchRegistration.ts'

type RealSource = Exclude<TableSource, { kind: 'virtual' }>

const guessedPicture = { width: 1280, height: 720 }

/**
 * Starts drawing and perceiving.
 * @param kept the stored calibration for this projector, or null.
 * @throws for the virtual bench, which runs with `runVirtualBench`.
 */
export function runProjector(run: RunSetup, source: TableSource, surface: Surface, kept: Calibration | null): Running {
  const { canvas, table, setup, state, onSight, onLight } = run
  if (source.kind === 'virtual') throw new Error('The virtual bench has a picture of its own.')
  const renderer = new WebGLRenderer({ canvas, antialias: true })
  renderer.outputColorSpace = LinearSRGBColorSpace
  renderer.setPixelRatio(devicePixelRatio)
  let seeing: Seeing | null = null
  let isClosed = false
  let light: RegistrationWatch | null = null
  const share = followProjectionShare(surface, table, setup.layout)
  let followSize: (frame: CameraFrame) => void = () => undefined
  let stopWatching: () => void = () => undefined

  /**
   * The calibration if the context it was made in is unchanged; otherwise reports the lost registration and returns
   * null.
   */
  const holdingCalibration = (picture: PictureSize): Calibration | null => {
    const camera = { label: rememberedCamera(localStorage)?.label ?? '' }
    const because = kept && changedSince(kept.context, contextHere(surface, setup.layout, camera, picture))
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
    const cover = coverOf(canvas, projector)
    light = watchRegistration({
      calibration,
      maps: calibration,
      light: cover.canvas,
      shown: () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
      cover: (isOn) => {
        share.takeAlone(isOn)
        cover.show(isOn)
      },
      clock: windowClock,
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
  void openSource(source, onSight).then((camera) => {
    if (isClosed || !camera) return
    const recorded = source.kind === 'clip' ? source.bench : null
    if (recorded) {
      look(camera, {
        layout: recordedLayout(recorded),
        mapping: tableMapping({ tableToCamera: recorded.tableToCamera }),
      })
      return
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
    // Until the first frame arrives, the camera's picture is assumed to have the calibrated size.
    let size: PictureSize = kept?.context.camera ?? guessedPicture
    followSize = ({ image }) => {
      const now = 'displayWidth' in image ? { width: image.displayWidth, height: image.displayHeight } : image
      if (now.width === size.width && now.height === size.height) return
      size = { width: now.width, height: now.height }
      seeing?.setBench(seenAt(size))
    }
    const first = seenAt(size)
    if (surface === 1) look(camera, first)
    else stopWatching = camera.open({ onFrame: lend, onState: () => undefined })
  })

  let frame = 0
  const draw = (nowMs: number) => {
    frame = requestAnimationFrame(draw)
    const { clientWidth, clientHeight } = canvas
    if (renderer.domElement.width !== Math.round(clientWidth * devicePixelRatio))
      renderer.setSize(clientWidth, clientHeight, false)
    // Wall-clock time, so that the animations of two projectors' windows are in phase although they opened at different
    // times.
    table.update(performance.timeOrigin + nowMs)
    renderer.render(table.scene, table.camera)
  }
  frame = requestAnimationFrame(draw)

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
      cancelAnimationFrame(frame)
      seeing?.close()
      renderer.dispose()
    },
  }
}

async function openSource(
  source: RealSource,
  onSight: (state: SightState, sentence: string | null) => void,
): Promise<CameraSource | null> {
  if (source.kind === 'camera') {
    const chosen = source.choice ?? rememberedCamera(localStorage)
    return liveCamera({
      devices: navigator.mediaDevices,
      clock: windowClock,
      chosen,
      onOpened: (choice) => rememberCamera(localStorage, choice),
    })
  }
  const clip = await openClip(source.film)
  if (clip.ok) return clip.value.playing(windowClock, { loop: true })
  onSight('noCamera', clip.failure.sentence)
  return null
}

/** A canvas with one pixel per projector pixel over the table's picture, shown while calibration marks are measured. */
function coverOf(over: HTMLCanvasElement, { width, height }: PictureSize) {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' })
  const show = (isOn: boolean) => {
    if (isOn) over.after(canvas)
    else canvas.remove()
  }
  return { canvas, show }
}
