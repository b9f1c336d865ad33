// Background model of the open table: learnt from the first picture on, and adapted to drifting light.
import type { Arms } from './armMap.ts'
import { createFaintMarker } from './faintChange.ts'
import type { PixelMap } from './pixelMap.ts'
import type { SmallPicture } from './smallPicture.ts'
import { createStaleBackgroundTest } from './staleBackground.ts'

export type BackgroundModel = {
  /**
   * Subtracts the background: marks with 1 in `foreground` every pixel of the open table that differs from it. `arms` is the arm
   * map of the previous picture. Returns this picture's illumination and noise.
   */
  readonly look: (picture: SmallPicture, atMs: number, arms: Arms, foreground: Uint8Array) => BackgroundIllumination
}

export type BackgroundIllumination = {
  /** Gain of each channel, R G B, relative to the learnt background. */
  readonly gain: readonly [number, number, number]
  /** Noise of a pixel, as a robust standard deviation (1.48 × the median absolute difference from the background), in levels 0 to 255. */
  readonly noise: number
  /** Share of the open table that is foreground, 0 to 1. */
  readonly coveredShare: number
  /** The largest difference that still counts as background, in levels 0 to 255. */
  readonly tolerance: number
}

/** Texture of the table, compression artefacts and soft shadows differ by less, in levels 0 to 255. */
const leastTolerance = 15
const noiseTimes = 5
/** Time constant with which a change that is not an arm is absorbed into the background, in ms. */
const learnMs = 2500
/**
 * A shape still for `stillMs` is tested for being a ghost; one that is no ghost but stays still for `leftMs` is an object left on
 * the table.
 */
const stillMs = 2500
const leftMs = 60_000
/** A pixel that changed by less is still, in levels 0 to 255. */
const stillWithin = 10
/** Creates the background model for the pixels of one bench's open table. */
export function learnBackground(plan: PixelMap): BackgroundModel {
  const { owner, open, samples } = plan
  const count = owner.length
  const markFaint = createFaintMarker(plan)
  const isStale = createStaleBackgroundTest(plan)
  let learnt: Float32Array | null = null
  let lastMs = 0
  const before = new Uint8ClampedArray(3 * count)
  const off = new Float32Array(3 * count)
  const stillSinceMs = new Float64Array(count)
  const still = new Int32Array(count)
  const gain: [number, number, number] = [1, 1, 1]

  const values = new Float32Array(samples.length)
  const middleOf = (many: number) => values.subarray(0, many).sort()[many >> 1]

  const measureLight = ({ rgba }: SmallPicture, background: Float32Array, arms: Arms): BackgroundIllumination => {
    const free = samples.filter((pixel) => arms[pixel] === 0)
    for (const channel of [0, 1, 2] as const) {
      for (let at = 0; at < free.length; at++) {
        const pixel = free[at] as number
        values[at] = (rgba[4 * pixel + channel] as number) / Math.max(1, background[3 * pixel + channel] as number)
      }
      gain[channel] = Math.min(4, Math.max(0.25, middleOf(free.length) ?? 1))
    }
    const offBy = (pixel: number) =>
      Math.abs((rgba[4 * pixel + 1] as number) - gain[1] * (background[3 * pixel + 1] as number))
    for (let at = 0; at < free.length; at++) values[at] = offBy(free[at] as number)
    const noise = 1.48 * (middleOf(free.length) ?? 0)
    const tolerance = Math.max(leastTolerance, noiseTimes * noise)
    let covered = 0
    for (const pixel of samples) if (offBy(pixel) > tolerance) covered++
    return { gain: [...gain], noise, tolerance, coveredShare: covered / Math.max(1, samples.length) }
  }

  const learnFrom = ({ rgba }: SmallPicture): Float32Array => {
    const background = new Float32Array(3 * count)
    for (let pixel = 0; pixel < count; pixel++) {
      for (let channel = 0; channel < 3; channel++) background[3 * pixel + channel] = rgba[4 * pixel + channel] ?? 0
    }
    return background
  }

  return {
    look(picture, atMs, arms, foreground) {
      const { rgba } = picture
      const background = (learnt ??= learnFrom(picture))
      const light = measureLight(picture, background, arms)
      const share = 1 - Math.exp(-Math.max(0, atMs - lastMs) / learnMs)
      lastMs = atMs
      const [gainRed, gainGreen, gainBlue] = light.gain
      const [perRed, perGreen, perBlue] = [1 / gainRed, 1 / gainGreen, 1 / gainBlue]
      const { tolerance } = light
      let stillCount = 0
      for (let at = 0; at < open.length; at++) {
        const pixel = open[at] as number
        const from = 4 * pixel
        const to = 3 * pixel
        const red = rgba[from] ?? 0
        const green = rgba[from + 1] ?? 0
        const blue = rgba[from + 2] ?? 0
        const offRed = red - gainRed * (background[to] ?? 0)
        const offGreen = green - gainGreen * (background[to + 1] ?? 0)
        const offBlue = blue - gainBlue * (background[to + 2] ?? 0)
        off[to] = offRed
        off[to + 1] = offGreen
        off[to + 2] = offBlue
        const isArm = (arms[pixel] ?? 0) > 0
        const isOff =
          offRed > tolerance ||
          offRed < -tolerance ||
          offGreen > tolerance ||
          offGreen < -tolerance ||
          offBlue > tolerance ||
          offBlue < -tolerance
        foreground[pixel] = isOff ? 1 : 0
        let part = share
        if (isOff || isArm) {
          const moved =
            Math.abs(red - (before[to] ?? 0)) > stillWithin ||
            Math.abs(green - (before[to + 1] ?? 0)) > stillWithin ||
            Math.abs(blue - (before[to + 2] ?? 0)) > stillWithin
          if (moved || stillSinceMs[pixel] === 0) {
            stillSinceMs[pixel] = atMs
            before[to] = red
            before[to + 1] = green
            before[to + 2] = blue
          }
          if (isArm) {
            const stillForMs = atMs - (stillSinceMs[pixel] ?? 0)
            part = stillForMs > leftMs ? 1 : 0
            if (part === 0 && stillForMs > stillMs) still[stillCount++] = pixel
          }
        } else {
          stillSinceMs[pixel] = 0
        }
        if (part === 0) continue
        background[to] = (background[to] ?? 0) + part * offRed * perRed
        background[to + 1] = (background[to + 1] ?? 0) + part * offGreen * perGreen
        background[to + 2] = (background[to + 2] ?? 0) + part * offBlue * perBlue
      }
      const difference = { off, background, gain: light.gain, noise: light.noise }
      markFaint(difference, foreground)
      for (let at = 0; at < stillCount; at++) {
        const pixel = still[at] as number
        if (!isStale(pixel, picture, difference, foreground)) continue
        for (const channel of [0, 1, 2] as const) {
          const value = (rgba[4 * pixel + channel] as number) / light.gain[channel]
          background[3 * pixel + channel] = value
        }
      }
      return light
    },
  }
}
