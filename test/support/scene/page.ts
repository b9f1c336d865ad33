// The test page that renders and measures the table scene, controlled through `window.tableScenePage`.
import { WebGLRenderer, WebGLRenderTarget } from 'three'
import type { TableReflectance } from '../../../src-domain/calibration/captureDots.ts'
import type { Rect } from '../../../src-domain/geometry/rect.ts'
import { windowClock } from '../../../src-renderer/clock.ts'
import type { HandOverTable } from '../../../src-renderer/scene/elements/handShadow.ts'
import { createTableScene, type TableScene } from '../../../src-renderer/scene/tableScene.ts'
import { type AwaitedMedia, awaitedMedia, nextFrame } from './awaitedMedia.ts'
import { bench } from './bench.ts'
import { brightest, fieldLight, flashesPerSecond, type Pixels, redOrBlueShare } from './pixelFacts.ts'
import { states } from './states.ts'
import { paintWoodenTable } from './woodenTable.ts'

export type PictureOf = {
  readonly state: string
  readonly atMs: number
  readonly hands?: readonly HandOverTable[]
  readonly press?: { readonly button: 'done' | 'help' | 'pause'; readonly progress: number }
  readonly dark?: boolean
  /** Reflectance of the table; unmeasured when omitted. */
  readonly tableLight?: TableReflectance
}

const [width, height] = [1280, 800]
const canvas = document.createElement('canvas')
document.body.append(canvas)
const renderer = new WebGLRenderer({ canvas, antialias: false, preserveDrawingBuffer: true })
renderer.setSize(width, height, false)
/** Keeps the table's aspect ratio: 1200 × 800 mm in the middle of 1280 × 800 px. */
const mapping = [2 / 1280, 0, 0, 0, -2 / 800, 0, 0, 0, 1]

async function sceneOf(
  name: string,
  { tableLight = null, loaded = awaitedMedia() }: { tableLight?: TableReflectance | null; loaded?: AwaitedMedia } = {},
): Promise<TableScene> {
  const state = states[name]
  if (!state) throw new Error(`There is no state "${name}".`)
  const scene = createTableScene({ layout: bench, media: loaded.media, wallMs: windowClock.wallMs })
  scene.setMapping(mapping)
  scene.setTableLight(tableLight)
  scene.setState({ ...state, feedback: null })
  await loaded.painted()
  scene.setState(state)
  await loaded.painted()
  return scene
}

/** A scene advanced to the time of the picture. */
async function sceneAt(picture: PictureOf, loaded = awaitedMedia()): Promise<TableScene> {
  const table = await sceneOf(picture.state, { tableLight: picture.tableLight ?? null, loaded })
  table.setHands(picture.hands ?? [])
  table.setPressProgress(picture.press?.button ?? null, picture.press?.progress ?? 0)
  table.setDarkWindows(picture.dark ? bench.zones.map(({ rect, heightMm }) => ({ rect, heightMm })) : [])
  for (let timeMs = 0; timeMs <= picture.atMs; timeMs += 1000 / 60) table.update(timeMs)
  return table
}

/** Renders one picture, on black and as light on a wooden table, both as PNG data URLs. */
async function pictureOf(picture: PictureOf): Promise<{ black: string; wood: string }> {
  const table = await sceneAt(picture)
  renderer.setSize(width, height, false)
  renderer.render(table.scene, table.camera)
  const black = canvas.toDataURL()
  const wood = onWood().toDataURL()
  table.dispose()
  return { black, wood }
}

/** Light on wood: the table under ambient light, plus the projector's light times the wood's reflectance. */
function onWood(): HTMLCanvasElement {
  const wood = paintWoodenTable(bench, 1200)
  const lit = document.createElement('canvas')
  const result = document.createElement('canvas')
  for (const each of [lit, result]) {
    each.width = width
    each.height = height
  }
  const litPen = lit.getContext('2d')
  const pen = result.getContext('2d')
  if (!litPen || !pen) throw new Error('No 2D context.')
  litPen.fillStyle = '#a08a70'
  litPen.fillRect(0, 0, width, height)
  litPen.drawImage(wood, 40, 0)
  pen.drawImage(lit, 0, 0)
  pen.fillStyle = 'rgba(0, 0, 0, 0.55)'
  pen.fillRect(0, 0, width, height)
  litPen.globalCompositeOperation = 'multiply'
  litPen.drawImage(canvas, 0, 0)
  pen.globalCompositeOperation = 'lighter'
  pen.drawImage(lit, 0, 0)
  return result
}

/** Reads a render target of the virtual bench, flipped to rows from the top. */
function pixelsOf(table: TableScene, target: WebGLRenderTarget): Pixels {
  renderer.setRenderTarget(target)
  renderer.render(table.scene, table.camera)
  const upsideDown = new Uint8Array(4 * target.width * target.height)
  renderer.readRenderTargetPixels(target, 0, 0, target.width, target.height, upsideDown)
  renderer.setRenderTarget(null)
  const data = new Uint8Array(upsideDown.length)
  const row = 4 * target.width
  for (let y = 0; y < target.height; y++) {
    data.set(upsideDown.subarray(y * row, (y + 1) * row), (target.height - 1 - y) * row)
  }
  return { data, width: target.width, height: target.height, pixelsPerMm: target.width / width }
}

/** Measures a picture: the brightest light in each rectangle, and the share of red and blue. */
async function factsOf(picture: PictureOf, rects: readonly Rect[]) {
  const table = await sceneAt(picture)
  const target = new WebGLRenderTarget(width, height)
  const pixels = pixelsOf(table, target)
  renderer.setSize(width, height, false)
  renderer.render(table.scene, table.camera)
  const copy = document.createElement('canvas')
  copy.width = width
  copy.height = height
  const pen = copy.getContext('2d')
  pen?.drawImage(canvas, 0, 0)
  const onCanvas = pen?.getImageData(0, 0, width, height).data
  let differs = 0
  for (const [at, value] of pixels.data.entries()) differs = Math.max(differs, Math.abs(value - (onCanvas?.[at] ?? 0)))
  target.dispose()
  table.dispose()
  return {
    brightest: rects.map((rect) => brightest(pixels, rect)),
    redOrBlueShare: redOrBlueShare(pixels),
    /** The largest difference of any value between the canvas and the render target. */
    canvasDiffersBy: differs,
  }
}

/** The most flashes in one second that any field of the picture has within the first `seconds` of a state. */
async function flashesOf(state: string, seconds: number): Promise<number> {
  const table = await sceneOf(state)
  const target = new WebGLRenderTarget(width / 8, height / 8)
  const framesPerSecond = 30
  const frames: number[][] = []
  for (let frame = 0; frame < seconds * framesPerSecond; frame++) {
    table.update((frame * 1000) / framesPerSecond)
    frames.push(fieldLight(pixelsOf(table, target)))
  }
  target.dispose()
  table.dispose()
  const fields = (frames[0] ?? []).map((_, field) => frames.map((lights) => lights[field] ?? 0))
  return Math.max(...fields.map((light) => flashesPerSecond(light, framesPerSecond)))
}

/**
 * For two pictures, the shares of values that change while the video of the first plays for `filmS` seconds, with the scenes' own
 * time stopped.
 */
async function movingSharesWhile(filmS: number, film: PictureOf, other: PictureOf): Promise<[number, number]> {
  const loaded = awaitedMedia()
  const scenes = [await sceneAt(film, loaded), await sceneAt(other)] as const
  const target = new WebGLRenderTarget(width / 2, height / 2)
  const before = scenes.map((table) => pixelsOf(table, target).data)
  for (let [shownS, lastS] = [0, 0]; shownS < filmS; ) {
    await nextFrame()
    // A film that was replaced while it loaded stands at 0, whichever of them arrived last.
    const nowS = Math.max(0, ...loaded.films.map(({ currentTime }) => currentTime))
    shownS += Math.max(0, nowS - lastS)
    lastS = nowS
  }
  scenes[0].update(film.atMs)
  scenes[1].update(other.atMs)
  const [ofFilm = 0, ofOther = 0] = scenes.map((table, index) => {
    const { data } = pixelsOf(table, target)
    return data.filter((value, at) => Math.abs(value - (before[index]?.[at] ?? 0)) > 8).length / data.length
  })
  target.dispose()
  for (const table of scenes) table.dispose()
  return [ofFilm, ofOther]
}

let measured: TableScene | null = null
let frame = 0
const handsThere: HandOverTable[] = [
  {
    points: [
      { x: 0, y: 300 },
      { x: 10, y: 350 },
    ],
    heightMm: 40,
    speedMmPerS: 300,
  },
]

/** Prepares a scene for measuring. The picture is small, because CPU time of the main thread is measured, not rasterisation. */
async function prepareMeasure(name: string): Promise<void> {
  measured?.dispose()
  measured = await sceneOf(name)
  renderer.setSize(256, 160, false)
  frame = 0
}

/** One frame with a hand over the table and a finger on a button, at 60 frames per second of the scene's time. */
function updateFrame(table: TableScene): void {
  table.setHands(handsThere)
  table.setPressProgress('done', (frame % 60) / 60)
  table.update((frame * 1000) / 60)
  frame++
}

/** Runs frames without timing. */
function runFrames(count: number, isDrawn: boolean): void {
  if (!measured) throw new Error('Prepare a scene first.')
  for (let index = 0; index < count; index++) {
    updateFrame(measured)
    if (isDrawn) renderer.render(measured.scene, measured.camera)
  }
}

/** Runs frames and returns the time of each on this thread, in ms. */
function timeFrames(count: number) {
  if (!measured) throw new Error('Prepare a scene first.')
  const updateMs = new Float64Array(count)
  const renderMs = new Float64Array(count)
  for (let index = 0; index < count; index++) {
    const start = performance.now()
    updateFrame(measured)
    const updated = performance.now()
    renderer.render(measured.scene, measured.camera)
    updateMs[index] = updated - start
    renderMs[index] = performance.now() - updated
  }
  return { updateMs: summary(updateMs), renderMs: summary(renderMs) }
}

function summary(times: Float64Array): { mean: number; p99: number } {
  const sorted = times.toSorted()
  const round = (ms: number): number => Math.round(ms * 1000) / 1000
  const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length
  return { mean: round(mean), p99: round(sorted[Math.floor(0.99 * times.length)] ?? 0) }
}

export type TableScenePage = {
  readonly pictureOf: typeof pictureOf
  readonly factsOf: typeof factsOf
  readonly flashesOf: typeof flashesOf
  readonly movingSharesWhile: typeof movingSharesWhile
  readonly prepareMeasure: typeof prepareMeasure
  readonly runFrames: typeof runFrames
  readonly timeFrames: typeof timeFrames
}
declare global {
  interface Window {
    tableScenePage: TableScenePage
  }
}
window.tableScenePage = { pictureOf, factsOf, flashesOf, movingSharesWhile, prepareMeasure, runFrames, timeFrames }
