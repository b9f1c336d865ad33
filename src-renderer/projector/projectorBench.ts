// The real bench as calibration sees it: this window's picture is the projector's, and a camera looks.
import type { CalibrationBench } from '../../src-domain/calibration/benchMaps.ts'
import { type GreyPicture, greyOf } from '../../src-domain/calibration/greyPicture.ts'
import { allBlack, allWhite, type ProjectedPattern } from '../../src-domain/calibration/patterns.ts'
import type { Clock } from '../clock.ts'
import type { CameraFrame } from '../perception/cameraSource.ts'
import { pictureSize } from '../perception/readSmall.ts'
import { drawPattern } from './drawPattern.ts'

export type ProjectorBench = CalibrationBench & {
  /** How long light takes from this window to the camera's picture, ms; measured by a flash before anything else is shown. */
  readonly measureDelay: () => Promise<number>
  /** The camera's next frame, whatever light there is. */
  readonly see: () => Promise<GreyPicture>
  /** True while the camera's next frame is waited for: a camera that is told when to look may rest otherwise. */
  readonly wantsFrame: () => boolean
  readonly close: () => void
}

export type ProjectorBenchSetup = {
  /** One pixel of it is one of the projector's. */
  readonly light: HTMLCanvasElement | OffscreenCanvas
  /** Shows every frame of the camera, only lent, until the function that it returns is called. */
  readonly frames: (take: (image: CameraFrame['image']) => void) => () => void
  readonly clock: Clock
  /** Resolves when what was drawn is shown. */
  readonly shown: () => Promise<void>
  /** Pictures are the mean of so many frames. */
  readonly framesPerPicture: number
  /** As measured before; otherwise the longest is waited until it is measured. */
  readonly delayMs?: number
}

/** What a camera may still be behind when nothing is known, and how much longer than measured is waited to be sure. */
const longestDelayMs = 1500
const sureAfter = 1.3
const sureAfterMs = 60
/** Light changes at most four times a second: faster flashes can harm eyes that are prone to it. */
const calmMs = 250
const flashes = 3
const brighterBy = 0.02
/** Without a frame for so long there is no camera. */
const frameWithinMs = 15_000

const surely = (delayMs: number): number => sureAfter * delayMs + sureAfterMs

type Ask = {
  readonly count: number
  readonly fromMs: number
  readonly frames: GreyPicture[]
  readonly done: (picture: GreyPicture) => void
}

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
        // Nothing brightens where the camera sees no light: then the longest wait stays, and calibration says why.
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
