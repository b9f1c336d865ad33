// MediaPipe's hand landmarker in a worker thread: one picture at a time, each closed as soon as it was processed.
import { FilesetResolver, HandLandmarker, type HandLandmarkerResult } from '@mediapipe/tasks-vision'
import type { TrackedHand } from '../../src-domain/perception/trackedHand.ts'
import type { TrackerCrop } from '../../src-domain/perception/trackerCrops.ts'
import { fail, type Result, succeed } from '../../src-domain/result.ts'
import { windowClock } from '../clock.ts'
import { graphicsRenderer, isSoftware } from './graphics.ts'
import { fetchHandModel } from './handModel.ts'
import { pictureSize, readSmall } from './readSmall.ts'
import type { TrackerAnswer, TrackerFailure, TrackerOrder, TrackerStart } from './trackerMessages.ts'

type StartOrder = Extract<TrackerOrder, { kind: 'start' }>
type TrackOrder = Extract<TrackerOrder, { kind: 'track' }>

let landmarker: HandLandmarker | null = null
/** MediaPipe requires strictly increasing timestamps in whole ms, whatever the camera's clock does. */
let lastStampMs = 0

const nextStamp = (atMs: number) => {
  lastStampMs = Math.max(lastStampMs + 1, Math.round(atMs))
  return lastStampMs
}

async function start(order: StartOrder): Promise<Result<TrackerStart, TrackerFailure>> {
  const renderer = graphicsRenderer()
  if (renderer === null) {
    return fail({
      reason: 'noGraphics',
      sentence: 'This computer cannot draw in 3D (WebGL 2), which seeing hands needs.',
    })
  }
  const model = await fetchHandModel(order.model)
  if (!model.ok) return model
  const delegates = isSoftware(renderer) ? (['CPU'] as const) : (['GPU', 'CPU'] as const)
  for (const delegate of delegates) {
    try {
      const fileset = await FilesetResolver.forVisionTasks(order.wasm, true)
      landmarker = await HandLandmarker.createFromOptions(fileset, {
        baseOptions: { modelAssetBuffer: model.value, delegate },
        runningMode: 'VIDEO',
        numHands: order.handCount,
      })
      return succeed({ delegate, renderer, warmUpMs: warmUp(landmarker) })
    } catch {
      landmarker = null
    }
  }
  return fail({
    reason: 'programMissing',
    sentence: 'The program for seeing hands cannot be loaded. Install Handwijzer again.',
  })
}

/**
 * Detects in an empty picture, because the first detection takes more than a second and should not delay the first
 * frame. Returns its time in ms.
 */
function warmUp(fresh: HandLandmarker): number {
  const startedMs = windowClock.nowMs()
  const empty = new OffscreenCanvas(192, 192)
  empty.getContext('2d')?.fillRect(0, 0, 192, 192)
  fresh.detectForVideo(empty, nextStamp(0))
  return windowClock.nowMs() - startedMs
}

async function track(order: TrackOrder): Promise<TrackerAnswer> {
  const startedMs = windowClock.nowMs()
  const { image } = order
  if (!landmarker) throw new Error('A picture came before the hand tracker was started.')
  try {
    const look = order.look ?? { x: 0, y: 0, ...sizeOf(image) }
    const result = landmarker.detectForVideo(drawSquare(image, look), nextStamp(order.atMs))
    const hands = toHands(result, look)
    const trackedMs = windowClock.nowMs()
    const small = await readSmall(image)
    const report = { hands, small, trackerMs: trackedMs - startedMs, smallMs: windowClock.nowMs() - trackedMs }
    return { kind: 'tracked', report }
  } finally {
    image.close()
  }
}

const square = new OffscreenCanvas(1, 1)
const pen = square.getContext('2d', { alpha: false })

/**
 * The crop in the upper left corner of a black square: MediaPipe distorts rotated hands in pictures that are not
 * square.
 */
function drawSquare(image: VideoFrame | ImageBitmap, { x, y, w, h }: TrackerCrop): OffscreenCanvas {
  const side = Math.max(w, h)
  if (square.width !== side) square.width = square.height = side
  pen?.fillRect(0, 0, side, side)
  pen?.drawImage(image, x, y, w, h, 0, 0, w, h)
  return square
}

const sizeOf = (image: VideoFrame | ImageBitmap) => {
  const { width, height } = pictureSize(image)
  return { w: width, h: height }
}

function toHands(result: HandLandmarkerResult, look: TrackerCrop): TrackedHand[] {
  const side = Math.max(look.w, look.h)
  return result.landmarks.map((landmarks, index) => {
    const handedness = result.handedness[index]?.[0]
    return {
      hand: handedness?.categoryName === 'Left' ? 'left' : 'right',
      score: handedness?.score ?? 0,
      landmarks: landmarks.map(({ x, y }) => [look.x + x * side, look.y + y * side] as const),
    }
  })
}

const answer = (message: TrackerAnswer) => {
  const small = message.kind === 'tracked' ? message.report.small : null
  postMessage(message, { transfer: small ? [small.rgba.buffer] : [] })
}

addEventListener('message', ({ data }: MessageEvent<TrackerOrder>) => {
  if (data.kind === 'track') {
    track(data).then(answer, reportError)
    return
  }
  void start(data).then((started) => {
    answer(started.ok ? { kind: 'started', start: started.value } : { kind: 'failed', failure: started.failure })
  })
})
