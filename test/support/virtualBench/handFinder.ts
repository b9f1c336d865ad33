// Runs the real hand tracker on square crops of a picture.
import { FilesetResolver, HandLandmarker, type HandLandmarkerResult } from '@mediapipe/tasks-vision'

/** A square crop of a picture, in px. */
export type Square = { readonly x: number; readonly y: number; readonly side: number }

export type FoundHand = {
  readonly side: string
  readonly score: number
  /** 21 landmarks in px of the whole picture. */
  readonly landmarks: readonly (readonly [x: number, y: number])[]
}

const wasm = '/node_modules/@mediapipe/tasks-vision/wasm'
const model = '/.cache/hand-model/hand_landmarker.task'

export type HandFinder = {
  /** Detects hands in each square independently, without tracking. */
  readonly find: (canvas: HTMLCanvasElement, squares: readonly Square[]) => FoundHand[][]
  /** Tracks at most two hands in one square of the next video frame. */
  readonly follow: (canvas: HTMLCanvasElement, square: Square, atMs: number) => FoundHand[]
}

/** Loads the tracker from the repository's own copies. */
export async function createHandFinder(): Promise<HandFinder> {
  const bytes = await fetch(model)
  if (!bytes.ok) throw new Error('The hand model is not built yet: run "npm run hand-model".')
  const modelAssetBuffer = new Uint8Array(await bytes.arrayBuffer())
  const fileset = await FilesetResolver.forVisionTasks(wasm)
  const create = (runningMode: 'IMAGE' | 'VIDEO') =>
    HandLandmarker.createFromOptions(fileset, {
      baseOptions: { modelAssetBuffer: modelAssetBuffer.slice(), delegate: 'CPU' },
      runningMode,
      numHands: 2,
    })
  const still = await create('IMAGE')
  const film = await create('VIDEO')
  const crop = document.createElement('canvas')
  const context = crop.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('The page cannot crop.')
  crop.width = 384
  crop.height = 384
  const cut = (canvas: HTMLCanvasElement, { x, y, side }: Square): HTMLCanvasElement => {
    context.fillRect(0, 0, crop.width, crop.height)
    context.drawImage(canvas, x, y, side, side, 0, 0, crop.width, crop.height)
    return crop
  }
  const read = ({ landmarks, handedness }: HandLandmarkerResult, { x, y, side }: Square): FoundHand[] =>
    landmarks.map((points, i) => ({
      side: (handedness[i]?.[0]?.categoryName ?? '').toLowerCase(),
      score: handedness[i]?.[0]?.score ?? 0,
      landmarks: points.map((point) => [x + point.x * side, y + point.y * side] as const),
    }))
  return {
    find: (canvas, squares) => squares.map((square) => read(still.detect(cut(canvas, square)), square)),
    follow: (canvas, square, atMs) => read(film.detectForVideo(cut(canvas, square), atMs), square),
  }
}
