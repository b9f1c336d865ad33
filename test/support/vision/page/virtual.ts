// A run of the virtual bench through the real pipeline: a random bench, a simulated worker, and the projector lighting the next
// target.
import { CanvasTexture, LinearFilter, WebGLRenderer } from 'three'
import { applyHomography } from '../../../../src-domain/geometry/homography.ts'
import type { Rect } from '../../../../src-domain/geometry/rect.ts'
import type { HandTracker } from '../../../../src-renderer/perception/handTracker.ts'
import { createPerceiver } from '../../../../src-renderer/perception/perceiver.ts'
import { randomBench, type Variety } from '../../../../src-renderer/virtual-bench/clip/randomBench.ts'
import { type ClipTruth, recordClip } from '../../../../src-renderer/virtual-bench/clip/recordClip.ts'
import { createAutopilot } from '../../../../src-renderer/virtual-bench/drivers/autopilot.ts'
import { loadHandModels } from '../../../../src-renderer/virtual-bench/hand/loadHandModels.ts'
import { createVirtualBench, type VirtualBench } from '../../../../src-renderer/virtual-bench/virtualBench.ts'
import type { MeasuredClip, MeasuredFrame } from '../measuredClip.ts'
import { virtualBenchSeen } from '../virtualBenchSeen.ts'

export type VirtualOrder = {
  readonly seed: number
  readonly variety: Variety
  readonly seconds: number
  /** The URL that every downscaled picture is sent to, if they are to be kept. */
  readonly keepAt?: string
}
export type VirtualRun = { readonly truth: ClipTruth; readonly clip: MeasuredClip }

const fps = 25
/** Deceptive movements in every run, besides the worker's own errors. */
const tricks = [
  { atGoal: 1, kind: 'withdraw' },
  { atGoal: 3, kind: 'sweep' },
  { atGoal: 6, kind: 'withdraw' },
] as const

let renderer: WebGLRenderer | null = null
let hands: ReturnType<typeof loadHandModels> | null = null

/** Simulates a worker for the given time and perceives every picture. */
export async function perceiveVirtual(
  { seed, variety, seconds, keepAt }: VirtualOrder,
  tracker: HandTracker,
  nowMs: () => number,
): Promise<VirtualRun> {
  renderer ??= new WebGLRenderer({ canvas: document.createElement('canvas') })
  hands ??= loadHandModels()
  const random = randomBench(seed, variety)
  const bench = createVirtualBench({ ...random, renderer, hands: await hands })
  const beamer = projectorOf(bench)
  bench.drive(
    createAutopilot({
      ...random,
      mistakes: tricks,
      nextGoal() {
        const goal = random.nextGoal()
        beamer.light('target' in goal ? goal.target : null)
        return goal
      },
    }),
  )
  const { camera } = bench.rig
  const perceiver = createPerceiver({
    tracker: keepAt === undefined ? tracker : keepingPictures(tracker, keepAt),
    ...virtualBenchSeen(random),
    nowMs,
  })
  const frames: MeasuredFrame[] = []
  const perceive = async (image: ImageBitmap, atMs: number) => {
    const perceived = await perceiver.perceiveFrame({ image, atMs: atMs + 1 })
    if (!perceived.ok) throw new Error(perceived.failure.sentence)
    const { tracked, interactions, timing } = perceived.value
    frames.push({ atMs, hands: tracked, interactions, ...timing })
  }
  // The bench renders the next picture while this one is perceived, so that two processors are used.
  let perceiving = Promise.resolve()
  const truth = await recordClip(bench, {
    name: `seed-${seed}`,
    fps,
    frames: seconds * fps,
    light: () => beamer.lit(),
    async onFrame(image, _, atMs) {
      await perceiving
      perceiving = perceive(image, atMs)
    },
  })
  await perceiving
  beamer.dispose()
  bench.dispose()
  return { truth, clip: { width: camera.width, height: camera.height, frames } }
}

/** The same tracker, but its downscaled pictures are also sent away before processing. */
const keepingPictures = (tracker: HandTracker, keepAt: string): HandTracker => ({
  ...tracker,
  async track(frame, options) {
    const tracked = await tracker.track(frame, options)
    if (tracked.ok && tracked.value.small)
      await fetch(keepAt, { method: 'POST', body: tracked.value.small.rgba.slice() })
    return tracked
  },
})

/** Lights one target with a flat field and an outline, and outlines the buttons, as the table's scene does. */
function projectorOf(bench: VirtualBench) {
  const { width, height } = bench.rig.projector
  const sheet = new OffscreenCanvas(width, height)
  const pen = sheet.getContext('2d')
  if (!pen) throw new Error('An OffscreenCanvas has a 2D context.')
  const texture = new CanvasTexture(sheet)
  texture.generateMipmaps = false
  texture.minFilter = LinearFilter
  bench.setProjectedPicture(texture)
  const targets = [...bench.layout.bins, ...bench.layout.zones, ...bench.layout.buttons]
  let now: string | null = null

  const outline = ({ x, y, w, h }: Rect) => {
    const corners = [
      { x, y },
      { x: x + w, y },
      { x: x + w, y: y + h },
      { x, y: y + h },
    ].map((corner) => applyHomography(bench.tableToProjector, corner))
    pen.beginPath()
    for (const corner of corners) pen.lineTo(corner.x, corner.y)
    pen.closePath()
  }
  return {
    lit: () => now,
    light(target: string | null) {
      now = target
      pen.fillStyle = '#000000'
      pen.fillRect(0, 0, width, height)
      pen.strokeStyle = '#ffffff'
      pen.lineWidth = 6
      for (const { rect } of bench.layout.buttons) {
        outline(rect)
        pen.stroke()
      }
      const rect = targets.find(({ id }) => id === target)?.rect
      if (rect) {
        outline(rect)
        pen.fillStyle = '#2c8a28'
        pen.fill()
        pen.stroke()
      }
      texture.needsUpdate = true
    },
    dispose: () => texture.dispose(),
  }
}
