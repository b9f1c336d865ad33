// The page for the virtual bench's browser tests: builds and renders benches, and runs the real hand tracker on them.

import leftHandUrl from '@webxr-input-profiles/assets/dist/profiles/generic-hand/left.glb?url'
import rightHandUrl from '@webxr-input-profiles/assets/dist/profiles/generic-hand/right.glb?url'
import { CanvasTexture, LinearFilter, WebGLRenderer } from 'three'
import type { Rect } from '../../../src-domain/geometry/rect.ts'
import { randomBench, type Variety } from '../../../src-renderer/virtual-bench/clip/randomBench.ts'
import { recordClip } from '../../../src-renderer/virtual-bench/clip/recordClip.ts'
import { createAutopilot } from '../../../src-renderer/virtual-bench/drivers/autopilot.ts'
import { loadHandModel } from '../../../src-renderer/virtual-bench/hand/handModel.ts'
import type { HandPose } from '../../../src-renderer/virtual-bench/hand/handPose.ts'
import {
  type BenchSetup,
  createVirtualBench,
  type VirtualBench,
} from '../../../src-renderer/virtual-bench/virtualBench.ts'
import { createHandFinder, type FoundHand, type Square } from './handFinder.ts'
import { contrastOf, type Shown, viewOf } from './shownTable.ts'

type PageBench = Omit<BenchSetup, 'renderer' | 'hands'>
type Hand = 'left' | 'right'

function canvasOf(selector: string): HTMLCanvasElement {
  const found = document.querySelector<HTMLCanvasElement>(selector)
  if (!found) throw new Error(`The test page lacks its canvas ${selector}.`)
  return found
}

const canvas = canvasOf('#view')
const picture = canvasOf('#camera')
const renderer = new WebGLRenderer({
  canvas,
  antialias: new URLSearchParams(location.search).has('fine'),
  preserveDrawingBuffer: true,
})
renderer.setSize(1280, 800, false)
const hands = { left: await loadHandModel('left', leftHandUrl), right: await loadHandModel('right', rightHandUrl) }
let bench: VirtualBench | null = null
let finder: ReturnType<typeof createHandFinder> | null = null
const opened = (): VirtualBench => {
  if (!bench) throw new Error('Open a bench first.')
  return bench
}

let filmMs = 0
/** A square around a known hand, with sides of four palm lengths, within the picture's height. */
function around(landmarks: FoundHand['landmarks'], limit: number): Square {
  const [wrist, knuckle] = [landmarks[0], landmarks[9]]
  if (!wrist || !knuckle) return { x: 0, y: 0, side: limit }
  const side = Math.min(limit, 6.5 * Math.hypot(knuckle[0] - wrist[0], knuckle[1] - wrist[1]))
  return { x: knuckle[0] - side / 2, y: knuckle[1] - side / 2, side }
}

async function drawCamera(): Promise<CanvasRenderingContext2D> {
  return drawFrame(await opened().captureFrame())
}

function drawFrame(frame: ImageBitmap): CanvasRenderingContext2D {
  const context = picture.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('The page cannot draw the camera.')
  picture.width = frame.width
  picture.height = frame.height
  context.drawImage(frame, 0, 0)
  frame.close()
  return context
}

const functions = {
  open(setup: PageBench) {
    bench?.dispose()
    bench = createVirtualBench({ ...setup, renderer, hands })
    return { tableToCamera: bench.tableToCamera, tableToProjector: bench.tableToProjector }
  },
  pose(poses: Partial<Record<Hand, HandPose>>, stepMs = 20) {
    for (const hand of ['left', 'right'] as const) {
      const pose = poses[hand]
      if (pose) opened().setHand(hand, pose)
    }
    opened().step(stepMs)
    return opened().truth()
  },
  /** Projects discs at points of the projector's picture (px), with colours as #rrggbb; null projects nothing. */
  project(discs: readonly { x: number; y: number; radius: number; color: string }[] | null, background = '#000000') {
    if (!discs) {
      opened().setProjectedPicture(null)
      return
    }
    const { width, height } = opened().rig.projector
    const sheet = new OffscreenCanvas(width, height)
    const context = sheet.getContext('2d')
    if (!context) throw new Error('The page cannot draw what is projected.')
    context.fillStyle = background
    context.fillRect(0, 0, width, height)
    for (const { x, y, radius, color } of discs) {
      // A gradient is computed for every pixel. A path's outline is rounded to a quarter of a pixel, which would bias the
      // measurement.
      const edge = context.createRadialGradient(x, y, radius - 0.5, x, y, radius + 0.5)
      edge.addColorStop(0, color)
      edge.addColorStop(1, `${color}00`)
      context.fillStyle = edge
      context.fillRect(0, 0, width, height)
    }
    const texture = new CanvasTexture(sheet)
    texture.generateMipmaps = false
    texture.minFilter = LinearFilter
    opened().setProjectedPicture(texture)
  },
  /** Renders the camera's picture and returns its green channel, row by row, as base64. */
  async camera() {
    const context = await drawCamera()
    picture.style.display = 'block'
    const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height)
    let greens = ''
    for (let i = 1; i < data.length; i += 4) greens += String.fromCharCode(data[i] ?? 0)
    return btoa(greens)
  },
  view() {
    picture.style.display = 'none'
    opened().renderView()
  },
  /** The real tracker's detections in square crops of the camera's current picture; landmarks in px of the whole picture. */
  async find(squares: readonly Square[]): Promise<FoundHand[][]> {
    finder ??= createHandFinder()
    const context = await drawCamera()
    return (await finder).find(context.canvas, squares)
  },
  /**
   * Simulates a worker on the bench with this seed and tracks the first hand as a video: in a square around it, or alternately in
   * the picture's left and right square. Per frame: the ground truth, the detections, and the square; and the frames to keep, as
   * data URLs.
   */
  async followWorker(seed: number, variety: Variety, frames: number, fps: number, keep: readonly number[] = []) {
    finder ??= createHandFinder()
    const { follow } = await finder
    const random = randomBench(seed, variety)
    bench?.dispose()
    bench = createVirtualBench({ ...random, renderer, hands })
    bench.drive(createAutopilot(random))
    const found: FoundHand[][] = []
    const squares: Square[] = []
    const stills: string[] = []
    const truth = await recordClip(bench, {
      name: `seed-${seed}`,
      fps,
      frames,
      onFrame(frame, index) {
        const { height, width } = frame
        const context = drawFrame(frame)
        if (keep.includes(index)) stills.push(context.canvas.toDataURL())
        const last = found.at(-1)?.[0]
        const square = last
          ? around(last.landmarks, height)
          : { x: index % 2 === 0 ? 0 : width - height, y: 0, side: height }
        squares.push(square)
        filmMs = Math.max(filmMs + 1, Math.round(filmMs + 1000 / fps))
        found.push(follow(context.canvas, square, filmMs))
      },
    })
    return { truth, found, squares, stills, look: random.look, persona: random.persona }
  },
  /** The duration of a call of each kind in ms, the shortest of `rounds`. */
  async time(rounds: number) {
    const gl = renderer.getContext()
    const pixel = new Uint8Array(4)
    const shortest = async (run: () => Promise<void> | void): Promise<number> => {
      let best = Infinity
      for (let i = 0; i < rounds; i++) {
        const from = performance.now()
        await run()
        best = Math.min(best, performance.now() - from)
      }
      return best
    }
    return {
      stepMs: await shortest(() => opened().step(20)),
      cameraMs: await shortest(async () => {
        opened().step(20)
        ;(await opened().captureFrame()).close()
      }),
      viewMs: await shortest(() => {
        opened().renderView()
        gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
      }),
    }
  },
  /** The table's own light as a person sees it, and the contrast of its texts in the camera's picture. */
  viewOf: (shown: Shown) => viewOf(renderer, hands, shown),
  contrastOf: (shown: Shown, rects: readonly Rect[]) => contrastOf(renderer, hands, shown, rects),
  memory: () => ({ geometries: renderer.info.memory.geometries, textures: renderer.info.memory.textures }),
  close() {
    bench?.dispose()
    bench = null
  },
}

export type BenchPage = typeof functions
Object.assign(window, { benchPage: functions })
