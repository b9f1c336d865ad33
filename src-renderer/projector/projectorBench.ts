// The real bench for calibration: patterns are drawn in this window, which the projector shows, and a camera takes the
// pictures.
import type { CalibrationBench } from '../../src-domain/calibration/benchMaps.ts'
import { type GreyPicture, greyOf } from '../../src-domain/calibration/greyPicture.ts'
import { allBlack, allWhite, type ProjectedPattern } from '../../src-domain/calibration/patterns.ts'
import type { Clock } from '../clock.ts'
import type { CameraFrame } from '../perception/cameraSource.ts'
import { pictureSize } from '../perception/readSmall.ts'
import { drawPattern } from './drawPattern.ts'

export type ProjectorBench = CalibrationBench & {
  /**
   * Measures the latency from drawing in this window to the camera's picture by a flash, in ms. To be called before
   * other patterns are shown.
   */
  readonly measureDelay: () => Promise<number>
  /** Takes the camera's next frame in the current light. */
  readonly see: () => Promise<GreyPicture>
  /** True while a frame is awaited: a camera that delivers on request may be idle otherwise. */
  readonly wantsFrame: () => boolean
  readonly close: () => void
}

export type ProjectorBenchSetup = {
  /** The canvas to draw patterns on: one canvas pixel is one projector pixel. */
  readonly light: HTMLCanvasElement | OffscreenCanvas
  /** Calls `take` with every frame of the camera, only lent, until the returned function is called. */
  readonly frames: (take: (image: CameraFrame['image']) => void) => () => void
  readonly clock: Clock
  /** Resolves when what was drawn is visible. */
  readonly shown: () => Promise<void>
  /** How many frames are averaged per picture. */
  readonly framesPerPicture: number
  /** Latency known from an earlier calibration, ms; without it the longest latency is assumed until measured. */
  readonly delayMs?: number
}

/** The longest assumed latency of projector and camera, and the margin that is added to a measured one, ms. */
const longestDelayMs = 1500
const sureAfter = 1.3
const sureAfterMs = 60
/**
 * The least time between two changes of light: at most four per second, because faster flashes can trigger
 * photosensitive seizures.
 */
const calmMs = 250
const flashes = 3
const brighterBy = 0.02
/** Without a frame for this long, the camera is taken to be absent. */
const frameWithinMs = 15_000

const surely = (delayMs: number): number => sureAfter * delayMs + sureAfterMs

type Ask = {
  readonly count: number
  readonly fromMs: number
  readonly frames: GreyPicture[]
  readonly done: (picture: GreyPicture) => void
}

/**
 * Opens the bench. `look` waits for the measured latency, or for the longest one until it is measured. The returned
 * promises reject when no frame comes in time.
 */
export function openProjectorBench({
  light,
  frames,
  clock,
  shown,
  framesPerPicture,
  ...known
}: ProjectorBenchSetup): ProjectorBench {
  const { nowMs } = clock
  let asked: Ask | null = null
  let watching: ((picture: GreyPicture) => void) | null = null
  let delayMs = known.delayMs === undefined ? longestDelayMs : surely(known.delayMs)
  const read = pictureReader()

  const wantsFrame = () => watching !== null || (asked !== null && nowMs() >= asked.fromMs)
  const take = (image: CameraFrame['image']): void => {
    if (wantsFrame()) {
      const picture = read(image)
      watching?.(picture)
      if (asked && nowMs() >= asked.fromMs) {
        asked.frames.push(picture)
        if (asked.frames.length === asked.count) {
          const { done, frames } = asked
          asked = null
          done(meanOf(frames))
        }
      }
    }
  }
  const close = frames(take)
  const show = (pattern: ProjectedPattern): Promise<void> => {
    drawPattern(light, pattern)
    return shown()
  }
  const picture = (count: number, fromMs: number): Promise<GreyPicture> =>
    new Promise((done, refuse) => {
      const cancel = clock.after(frameWithinMs, () => refuse(new Error('The camera gave no picture.')))
      asked = {
        count,
        fromMs,
        frames: [],
        done: (taken) => {
          cancel()
          done(taken)
        },
      }
    })
  const look = async (pattern: ProjectedPattern): Promise<GreyPicture> => {
    await show(pattern)
    return picture(framesPerPicture, nowMs() + Math.max(calmMs, delayMs))
  }

  return {
    get projector() {
      return { width: light.width, height: light.height }
    },
    look,
    see: () => picture(1, nowMs()),
    wantsFrame,
    async measureDelay() {
      delayMs = longestDelayMs
      let worstMs = 0
      for (let flash = 0; flash < flashes; flash++) {
        const dark = meanLight(await look(allBlack))
        await show(allWhite)
        const litMs = await brightens(dark)
        // No flash was seen: the longest latency stays, and calibration itself reports that the camera sees no light.
        if (litMs === null) {
          delayMs = longestDelayMs
          return delayMs
        }
        worstMs = Math.max(worstMs, litMs)
        delayMs = surely(worstMs)
      }
      return worstMs
    },
    close,
  }

  /** The time until the camera's picture is brighter than `dark`, in ms; null when that does not happen in time. */
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

/** Reads frames of the camera on a canvas of its own, made with the first one. */
function pictureReader(): (image: CameraFrame['image']) => GreyPicture {
  let reader: OffscreenCanvas | null = null
  return (image) => {
    const { width, height } = pictureSize(image)
    reader ??= new OffscreenCanvas(width, height)
    if (reader.width !== width || reader.height !== height) {
      reader.width = width
      reader.height = height
    }
    const draw = reader.getContext('2d', { willReadFrequently: true })
    if (!draw) throw new Error('The window cannot read pictures.')
    draw.drawImage(image, 0, 0)
    return greyOf(width, height, draw.getImageData(0, 0, width, height).data)
  }
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
