// A real table in this window: the scene fills the projector's picture, and a camera of this computer or a recorded clip looks.
import { LinearSRGBColorSpace, WebGLRenderer } from 'three'
import type { Calibration, Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { PictureSize } from '../../src-domain/calibration/patterns.ts'
import { type Clock, untilShown } from '../clock.ts'
import { rememberCamera, rememberedCamera } from '../perception/cameraChoice.ts'
import type { CameraSource } from '../perception/cameraSource.ts'
import { openClip } from '../perception/clipCamera.ts'
import { startHandTracker } from '../perception/handTracker.ts'
import { liveCamera } from '../perception/liveCamera.ts'
import { contextHere } from '../projector/calibrationContext.ts'
import { openProjectorBench } from '../projector/projectorBench.ts'
import { inTurn } from '../projector/surfaces.ts'
import type { TableSource } from '../projector/tableSource.ts'
import type { TableScene } from '../scene/tableScene.ts'
import { service } from '../service.ts'
import { followProjectionShare } from './projectionShare.ts'
import type { Running, RunSetup } from './running.ts'
import { runProjector } from './runProjector.ts'
import { createSightPicture } from './sightPicture.ts'
import type { MarksOfLight } from './watchRegistration.ts'

export type ProjectorStart = {
  readonly clock: Clock
  readonly canvas: HTMLCanvasElement
  readonly source: RealSource
  readonly surface: Surface
  readonly calibration: Calibration | null
}

type RealSource = Exclude<TableSource, { kind: 'virtual' }>

export function startProjector(
  run: RunSetup,
  { clock, canvas, source, surface, calibration }: ProjectorStart,
): Running {
  const { table, setup } = run
  const stopDrawing = drawOn(clock, canvas, table)
  const running = runProjector(run, {
    clock,
    surface,
    kept: calibration,
    recorded: source.kind === 'clip' ? source.bench : null,
    openCamera: () => openSource(clock, source, run.onSight),
    contextNow: (picture) =>
      contextHere(surface, setup.layout, { label: rememberedCamera(localStorage)?.label ?? '' }, picture),
    share: followProjectionShare(surface, table, setup.layout),
    marksOf: (projector) => marksOver(clock, canvas, projector),
    startTracker: () => startHandTracker({ clock }),
    picture: createSightPicture(clock, 0),
    inTurn,
    realign: (kept) => void service.table.realign(kept),
  })
  return {
    ...running,
    close: () => {
      running.close()
      stopDrawing()
    },
  }
}

/** Draws the scene in every frame until the function that it returns is called. */
function drawOn(clock: Clock, canvas: HTMLCanvasElement, table: TableScene): () => void {
  const renderer = new WebGLRenderer({ canvas, antialias: true })
  renderer.outputColorSpace = LinearSRGBColorSpace
  renderer.setPixelRatio(devicePixelRatio)
  const draw = (nowMs: number) => {
    cancel = clock.onNextFrame(draw)
    const { clientWidth, clientHeight } = canvas
    if (renderer.domElement.width !== Math.round(clientWidth * devicePixelRatio))
      renderer.setSize(clientWidth, clientHeight, false)
    // Two projectors' windows draw parts of one picture: at the same time, whenever each was opened.
    table.update(clock.originMs + nowMs)
    renderer.render(table.scene, table.camera)
  }
  let cancel = clock.onNextFrame(draw)
  return () => {
    cancel()
    renderer.dispose()
  }
}

async function openSource(
  clock: Clock,
  source: RealSource,
  onSight: RunSetup['onSight'],
): Promise<CameraSource | null> {
  if (source.kind === 'camera') {
    const chosen = source.choice ?? rememberedCamera(localStorage)
    return liveCamera({
      devices: navigator.mediaDevices,
      clock,
      chosen,
      onOpened: (choice) => rememberCamera(localStorage, choice),
    })
  }
  const clip = await openClip(source.film)
  if (clip.ok) return clip.value.playing(clock, { loop: true })
  onSight('noCamera', clip.failure.sentence)
  return null
}

/** A sheet of the projector's own pixels over the table's picture, shown while marks of light are looked at. */
function marksOver(clock: Clock, over: HTMLCanvasElement, { width, height }: PictureSize): MarksOfLight {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' })
  return {
    open: (how) => openProjectorBench({ ...how, light: canvas, shown: () => untilShown(clock) }),
    cover: (isOn) => {
      if (isOn) over.after(canvas)
      else canvas.remove()
    },
  }
}
