// A real table: the scene fills the projector's picture, and a camera or a recorded clip looks.
import { LinearSRGBColorSpace, WebGLRenderer } from 'three'
import { calibratedMapping } from '../../src-domain/calibration/calibratedMapping.ts'
import { type Calibration, changedSince } from '../../src-domain/calibration/calibration.schema.ts'
import type { SightState } from '../../src-domain/perception/interaction.schema.ts'
import { recordedLayout } from '../../src-domain/perception/recordedBench.schema.ts'
import { tableMapping } from '../../src-domain/perception/tableMapping.ts'
import { contextHere } from '../calibration/calibrationContext.ts'
import { rememberCamera, rememberedCamera } from '../perception/cameraChoice.ts'
import type { CameraFrame, CameraSource } from '../perception/cameraSource.ts'
import { openClip } from '../perception/clipCamera.ts'
import { windowClock } from '../perception/frameClock.ts'
import { liveCamera } from '../perception/liveCamera.ts'
import type { SeenBench } from '../perception/perceiver.ts'
import { tableFillsPicture } from '../scene/mapping.ts'
import { service } from '../service.ts'
import { projectorToNdc } from './projectorPicture.ts'
import { provisionalMapping } from './provisionalMapping.ts'
import type { Running, RunSetup } from './running.ts'
import { limitsFor, type Seeing, seeTable } from './seeTable.ts'
import type { TableSource } from './tableSource.ts'

type RealSource = Exclude<TableSource, { kind: 'virtual' }>

const guessedPicture = { width: 1280, height: 720 }
const lostBecause = {
  table: 'The table’s layout changed since the calibration: calibrate again.',
  projector: 'The projector’s picture changed since the calibration: calibrate again.',
  camera: 'The camera changed since the calibration: calibrate again.',
} as const

export function runProjector(run: RunSetup, source: TableSource): Running {
  const { canvas, table, setup, state, onSight } = run
  if (source.kind === 'virtual') throw new Error('The virtual bench has a picture of its own.')
  const renderer = new WebGLRenderer({ canvas, antialias: true })
  renderer.outputColorSpace = LinearSRGBColorSpace
  renderer.setPixelRatio(devicePixelRatio)
  let seeing: Seeing | null = null
  let isClosed = false
  let kept: Calibration | null = null
  let stopFollowingSize: (frame: CameraFrame) => void = () => undefined

  /** The calibration while nothing that it rests on has changed; its loss is said. */
  const holdingCalibration = (picture: { width: number; height: number }): Calibration | null => {
    if (!kept) return null
    const camera = { label: rememberedCamera(localStorage)?.label ?? '' }
    const changed = changedSince(kept.context, contextHere(setup.layout, camera, picture))
    if (changed !== null) onSight('seeing', lostBecause[changed])
    return changed === null ? kept : null
  }

  const look = (camera: CameraSource, bench: SeenBench) => {
    seeing = seeTable({ ...run, camera, bench, onFrame: (frame) => stopFollowingSize(frame) })
    seeing.setLimits(limitsFor(state()))
  }
  void Promise.all([openSource(source, onSight), service.table.calibration({ bench: 'real' })]).then(
    ([camera, calibration]) => {
      if (isClosed || !camera) return
      kept = calibration
      const recorded = source.kind === 'clip' ? source.bench : null
      if (recorded) {
        look(camera, {
          layout: recordedLayout(recorded),
          mapping: tableMapping({ tableToCamera: recorded.tableToCamera }),
        })
        return
      }
      const seenAt = (picture: { width: number; height: number }): SeenBench => {
        const calibration = holdingCalibration(picture)
        if (calibration) table.setMapping(projectorToNdc(calibration.tableToProjector, calibration.context.projector))
        else table.setMapping(tableFillsPicture(setup.layout.table))
        return {
          layout: setup.layout,
          mapping: calibration ? calibratedMapping(calibration) : provisionalMapping(setup.layout.table, picture),
        }
      }
      let size = guessedPicture
      stopFollowingSize = ({ image }) => {
        const now = 'displayWidth' in image ? { width: image.displayWidth, height: image.displayHeight } : image
        if (now.width === size.width && now.height === size.height) return
        size = { width: now.width, height: now.height }
        seeing?.setBench(seenAt(size))
      }
      look(camera, seenAt(size))
    },
  )

  let frame = 0
  const draw = (nowMs: number) => {
    frame = requestAnimationFrame(draw)
    const { clientWidth, clientHeight } = canvas
    if (renderer.domElement.width !== Math.round(clientWidth * devicePixelRatio))
      renderer.setSize(clientWidth, clientHeight, false)
    table.update(nowMs)
    renderer.render(table.scene, table.camera)
  }
  frame = requestAnimationFrame(draw)

  return {
    onState: (now) => seeing?.setLimits(limitsFor(now)),
    close: () => {
      isClosed = true
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
