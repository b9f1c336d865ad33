// The real bench as calibration sees it: this window's picture is the projector's, and a camera looks.
import type { CalibrationBench } from '../../src-domain/calibration/benchMaps.ts'
import { type GreyPicture, greyOf } from '../../src-domain/calibration/greyPicture.ts'
import { allBlack, allWhite, type LightPattern } from '../../src-domain/calibration/patterns.ts'
import type { CameraFrame, CameraSource } from '../perception/cameraSource.ts'
import { drawPattern } from './drawPattern.ts'

export type ProjectorBench = CalibrationBench & {
  /** How long light takes from this window to the camera's picture, ms; measured by a flash before anything else is shown. */
  readonly measureDelay: () => Promise<number>
  readonly close: () => void
}

/** Pictures are the mean of this many frames. */
const framesPerPicture = 4
/** What a camera may still be behind when nothing is known, and how much longer than measured is waited to be sure. */
const longestDelayMs = 1500
const sureAfter = 1.3
const sureAfterMs = 60
const flashes = 3
const brighterBy = 0.02

type Ask = { readonly fromMs: number; readonly frames: GreyPicture[]; readonly done: (picture: GreyPicture) => void }

export function openProjectorBench(
  canvas: HTMLCanvasElement,
  camera: CameraSource,
  nowMs: () => number,
): ProjectorBench {
  let asked: Ask | null = null
  let watching: ((picture: GreyPicture) => void) | null = null
  let delayMs = longestDelayMs
  const reader = new OffscreenCanvas(1, 1)

  const take = ({ image }: CameraFrame): void => {
    if (asked !== null || watching !== null) {
      const picture = greyFrame(reader, image)
      watching?.(picture)
      if (asked && nowMs() >= asked.fromMs) {
        asked.frames.push(picture)
        if (asked.frames.length === framesPerPicture) {
          const { done, frames } = asked
          asked = null
          done(meanOf(frames))
        }
      }
    }
    image.close()
  }
  const close = camera.open({ onFrame: take, onState: () => undefined })
  const show = (pattern: LightPattern): Promise<void> => {
    drawPattern(canvas, pattern)
    // Drawn now, shown with the next frame but one.
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
  }
  const look = async (pattern: LightPattern): Promise<GreyPicture> => {
    await show(pattern)
    return new Promise((done) => {
      asked = { fromMs: nowMs() + delayMs, frames: [], done }
    })
  }

  return {
    get projector() {
      return { width: canvas.width, height: canvas.height }
    },
    look,
    async measureDelay() {
      delayMs = longestDelayMs
      const delays: number[] = []
      for (let flash = 0; flash < flashes; flash++) {
        const dark = meanLight(await look(allBlack))
        await show(allWhite)
        const lit = await brightens(dark)
        if (lit !== null) delays.push(lit)
      }
      const worst = Math.max(...delays, 0)
      if (delays.length === flashes) delayMs = sureAfter * worst + sureAfterMs
      return delayMs
    },
    close,
  }

  /** The time until the camera's picture is brighter than `dark`, ms; null when it never is. */
  function brightens(dark: number): Promise<number | null> {
    const startMs = nowMs()
    return new Promise((resolve) => {
      watching = (picture) => {
        const passedMs = nowMs() - startMs
        const isLit = meanLight(picture) > dark + brighterBy
        if (!isLit && passedMs < longestDelayMs) return
        watching = null
        resolve(isLit ? passedMs : null)
      }
    })
  }
}

function greyFrame(reader: OffscreenCanvas, image: CameraFrame['image']): GreyPicture {
  const { width, height } = 'displayWidth' in image ? { width: image.displayWidth, height: image.displayHeight } : image
  if (reader.width !== width || reader.height !== height) {
    reader.width = width
    reader.height = height
  }
  const draw = reader.getContext('2d', { willReadFrequently: true })
  if (!draw) throw new Error('The window cannot read pictures.')
  draw.drawImage(image, 0, 0)
  return greyOf(width, height, draw.getImageData(0, 0, width, height).data)
}

function meanOf(frames: readonly GreyPicture[]): GreyPicture {
  const [first] = frames
  if (!first) throw new Error('A picture is made of at least one frame.')
  const levels = new Float32Array(first.levels.length)
  for (const frame of frames)
    for (let i = 0; i < levels.length; i++)
      levels[i] = (levels[i] as number) + (frame.levels[i] as number) / frames.length
  return { ...first, levels }
}

const meanLight = ({ levels }: GreyPicture): number => levels.reduce((sum, level) => sum + level, 0) / levels.length
