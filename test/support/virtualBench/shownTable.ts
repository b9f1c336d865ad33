// Renders the table's own light on a virtual bench with any table top, as a person sees it, and measures its texts' contrast in
// the camera's picture.
import type { WebGLRenderer } from 'three'
import type { TableSetup } from '../../../src-domain/contract/table.contract.ts'
import type { Rect } from '../../../src-domain/geometry/rect.ts'
import type { Language } from '../../../src-domain/instruction/language.ts'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import type { BenchState } from '../../../src-domain/session/benchState.schema.ts'
import { windowClock } from '../../../src-renderer/clock.ts'
import { createTableScene, type TableScene } from '../../../src-renderer/scene/tableScene.ts'
import { type Appearance, defaultAppearance } from '../../../src-renderer/virtual-bench/appearance.ts'
import { type BenchRenderer, createBenchRenderer } from '../../../src-renderer/virtual-bench/benchRenderer.ts'
import type { HandModel } from '../../../src-renderer/virtual-bench/hand/handModel.ts'
import { atWidth, defaultRig, type Rig } from '../../../src-renderer/virtual-bench/rig.ts'
import { awaitedMedia } from '../scene/awaitedMedia.ts'
import { bench } from '../scene/bench.ts'
import { states } from '../scene/states.ts'

export type Shown = {
  /** A name of `states`. */
  readonly state: string
  readonly atMs: number
  readonly table: Appearance['table']
  readonly language: Language
  /** The projector's white over the ambient light; by default the rig's own ratio. */
  readonly whiteToAmbient?: number
}

const parts = ['barrel', 'cap', 'spring', 'screw', 'washer', 'wall-plug']
const setup: TableSetup = {
  layout: bench,
  stock: bench.bins.map(({ id }, i) => ({
    binId: id,
    partId: parts[i] ?? 'screw',
    contour: [],
    picture: { url: '', type: 'image/svg+xml', alt: {} },
  })),
}
const quality = { cameraPx: 1280, projectedPx: 1280, samples: 4 }
/** Exposures without saturation of projected white, as the camera locks them. */
const exposures = { lightWood: 0.3, greySteel: 0.35, darkLaminate: 0.9 } as const

const whitenesses = { lightWood: 0.5, greySteel: 0.4, darkLaminate: 0.1 } as const

type Studio = { readonly table: TableScene; readonly benchRenderer: BenchRenderer }

async function openStudio(
  renderer: WebGLRenderer,
  hands: Readonly<Record<Hand, HandModel>>,
  { state: name, atMs, table: top, language, whiteToAmbient }: Shown,
): Promise<Studio> {
  const state = states[name]
  if (!state) throw new Error(`There is no state "${name}".`)
  const { media, painted } = awaitedMedia()
  const table = createTableScene({ layout: bench, media, wallMs: windowClock.wallMs })
  table.setTableLight({ contrast: 10, whiteness: whitenesses[top] })
  const rig: Rig = {
    camera: { ...atWidth(defaultRig.camera, quality.cameraPx), exposure: exposures[top] },
    projector: { ...defaultRig.projector, ...(whiteToAmbient !== undefined && { whiteToAmbient }) },
  }
  const benchRenderer = createBenchRenderer({
    renderer,
    table,
    setup,
    taskId: null,
    hands,
    look: { ...defaultAppearance, table: top },
    seed: 1,
    quality,
    rig,
  })
  benchRenderer.bench.step(20)
  const now = speaking(state, language)
  table.setState({ ...now, feedback: null })
  await painted()
  table.setState(now)
  await painted()
  for (let timeMs = 0; timeMs < atMs; timeMs += 1000 / 60) table.update(timeMs)
  benchRenderer.renderProjection(atMs)
  return { table, benchRenderer }
}

function close({ table, benchRenderer }: Studio): void {
  benchRenderer.dispose()
  table.dispose()
}

const speaking = (state: BenchState, language: Language): BenchState => ({
  ...state,
  worker: state.worker && { ...state.worker, preferences: { ...state.worker.preferences, language } },
})

/** The bench as a person sees it, as a WebP data URL. */
export async function viewOf(
  renderer: WebGLRenderer,
  hands: Readonly<Record<Hand, HandModel>>,
  shown: Shown,
): Promise<string> {
  const studio = await openStudio(renderer, hands, shown)
  studio.benchRenderer.bench.renderView()
  const url = renderer.domElement.toDataURL('image/webp', 0.86)
  close(studio)
  return url
}

/**
 * The contrast of the text in each rectangle (table mm): brightness of its strokes over that of the background between them, each
 * relative to the same pixels without the projector, which cancels the table's texture.
 */
export async function contrastOf(
  renderer: WebGLRenderer,
  hands: Readonly<Record<Hand, HandModel>>,
  shown: Shown,
  rects: readonly Rect[],
): Promise<number[]> {
  const studio = await openStudio(renderer, hands, shown)
  const { benchRenderer } = studio
  const lit = await lightOf(benchRenderer)
  benchRenderer.bench.setProjectedPicture(null)
  const unlit = await lightOf(benchRenderer)
  const { mapping } = benchRenderer.seen()
  close(studio)
  return rects.map(({ x, y, w, h }) => {
    const gains: number[] = []
    for (let across = 0.5; across < w; across += 0.8)
      for (let down = 0.5; down < h; down += 0.8) {
        const pixel = mapping.toCamera({ x: x + across, y: y + down })
        const at = Math.round(pixel.y - 0.5) * lit.width + Math.round(pixel.x - 0.5)
        gains.push((lit.levels[at] ?? 0) / Math.max(1e-3, unlit.levels[at] ?? 0))
      }
    gains.sort((a, b) => a - b)
    const share = (of: number) => gains[Math.floor(of * (gains.length - 1))] ?? 0
    return share(0.995) / share(0.2)
  })
}

const framesPerPicture = 4

/** Linear light in the camera's picture, the mean of a few frames. */
async function lightOf({ bench: { captureFrame, rig } }: BenchRenderer) {
  const { width, height } = rig.camera
  const levels = new Float32Array(width * height)
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('The page cannot draw the camera.')
  for (let frame = 0; frame < framesPerPicture; frame++) {
    const image = await captureFrame()
    pen.drawImage(image, 0, 0)
    image.close()
    const { data } = pen.getImageData(0, 0, width, height)
    for (let i = 0; i < levels.length; i++)
      levels[i] = (levels[i] ?? 0) + ((data[4 * i + 1] ?? 0) / 255) ** 2.2 / framesPerPicture
  }
  return { width, levels }
}
