// Compares a target's picture at two moments without a hand, invariant to changes of illumination in between.
import { upperMedian } from '../../median.ts'
import { type Neighbours, neighbourCount } from '../picture/pixelMap.ts'
import { isInShadow, keptOf } from '../picture/shadow.ts'
import type { PatchPixels } from './illumination.ts'

export type RegionChange = {
  /** How many px show something that was not there before, and how many have lost something that was. */
  readonly appearedPx: number
  readonly vanishedPx: number
  /** Indices of those pixels in the patch. */
  readonly changed: ReadonlySet<number>
  /** How many px a shadow explains; these are not counted above. */
  readonly shadedPx: number
}

/** The value of an occluded pixel: it is left out, and so is a blob that continues under it. */
export const hidden = Number.POSITIVE_INFINITY
const full = 249
const rounds = 4
/** Smallest change of a channel that counts, in levels 0 to 255: compression and shadow edges cause less. */
const leastChange = 16
const outliersFrom = 3
/** A connected change of fewer pixels is noise. */
const leastBlobPx = 5
/** A blob that agrees with the first learnt picture in this share of its pixels is back to its original state. */
const likeFirstShare = 0.6
/** A blob is a shadow when this share of its pixels lost the same share of light: a part has edges. */
const shadedShare = 0.7

/**
 * Compares two pictures of a patch. Illumination and exposure may differ by gain and offset per channel; both are fitted to the
 * unchanged pixels (iteratively trimmed least squares). `first` is the patch as first learnt: a changed blob that looks like it
 * now has lost what came since; one that looked like it before has something new, if its contrast to its surroundings has grown.
 * Where `mayBeShaded`, a blob that a shadow explains does not count as changed.
 */
export function compareRegion(
  before: PatchPixels,
  after: PatchPixels,
  first: PatchPixels,
  neighbours: Neighbours,
  mayBeShaded = false,
): RegionChange {
  let [appearedPx, vanishedPx, shadedPx] = [0, 0, 0]
  const changed = new Set<number>()
  const isSeen = (pixel: number) => after[3 * pixel] !== hidden
  const blobs = blobsIn(differingPixels(before, after, true), neighbours).filter(
    ({ pixels, edge }) => pixels.length >= leastBlobPx && [...edge].every(isSeen),
  )
  if (blobs.length === 0) return { appearedPx, vanishedPx, changed, shadedPx }
  const sinceFirst = [differingPixels(first, before, true), differingPixels(first, after, true)] as const
  for (const { pixels, edge } of blobs) {
    if (mayBeShaded && isShaded(before, after, pixels)) {
      shadedPx += pixels.length
      continue
    }
    for (const pixel of pixels) changed.add(pixel)
    const [wasFirst, isFirst] = sinceFirst.map((off) => shareOf(pixels, (pixel) => off[pixel] === 0) >= likeFirstShare)
    const standsOutLess = contrastOf(after, pixels, edge) < contrastOf(before, pixels, edge)
    const hasVanished = wasFirst === true ? standsOutLess : isFirst === true
    if (hasVanished) vanishedPx += pixels.length
    else appearedPx += pixels.length
  }
  return { appearedPx, vanishedPx, changed, shadedPx }
}

/** Whether a shadow alone explains the change of all these pixels. */
function isShaded(before: PatchPixels, after: PatchPixels, pixels: readonly number[]): boolean {
  const kept = upperMedian(pixels.map((pixel) => keptOf(before, after, pixel, 1))) ?? 1
  return shareOf(pixels, (pixel) => isInShadow(before, after, pixel, kept)) >= shadedShare
}

const shareOf = (pixels: readonly number[], holds: (pixel: number) => boolean) =>
  pixels.filter(holds).length / pixels.length

/**
 * By how much each pixel differs beyond illumination and noise, summed over the channels, in levels; 0 for unchanged pixels. The
 * fit starts from all pixels where they are `mostlySame`, otherwise from the most frequent difference, which may be that of a
 * minority.
 */
export function differingPixels(before: PatchPixels, after: PatchPixels, mostlySame: boolean): Float32Array {
  const off = new Float32Array(before.length / 3)
  for (let channel = 0; channel < 3; channel++) addChannel(before, after, channel, off, mostlySame)
  return off
}

function addChannel(
  before: PatchPixels,
  after: PatchPixels,
  channel: number,
  off: Float32Array,
  mostlySame: boolean,
): void {
  const count = off.length
  let gain = 1
  let offset = mostlySame ? 0 : commonestOff(before, after, channel)
  let spread = mostlySame ? 255 : 1 + 1.48 * medianOff(before, after, channel, gain, offset)
  for (let round = 0; round < rounds; round++) {
    let [n, sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0, 0]
    for (let pixel = 0; pixel < count; pixel++) {
      const x = before[3 * pixel + channel] ?? 0
      const y = after[3 * pixel + channel] ?? 0
      if (x >= full || y >= full || Math.abs(y - gain * x - offset) > outliersFrom * spread) continue
      n++
      sumX += x
      sumY += y
      sumXX += x * x
      sumXY += x * y
    }
    if (n < 8) return
    const varies = sumXX - (sumX * sumX) / n
    // A patch of uniform colour does not determine the gain.
    gain = varies / n < 4 ? 1 : Math.min(3, Math.max(0.3, (sumXY - (sumX * sumY) / n) / varies))
    offset = (sumY - gain * sumX) / n
    spread = 1 + 1.48 * medianOff(before, after, channel, gain, offset)
  }
  const bar = Math.max(leastChange, 4 * spread)
  for (let pixel = 0; pixel < count; pixel++) {
    const x = before[3 * pixel + channel] ?? 0
    const y = after[3 * pixel + channel] ?? 0
    if (x >= full || y >= full) continue
    const differs = Math.abs(y - gain * x - offset)
    if (differs > bar) off[pixel] = (off[pixel] ?? 0) + differs
  }
}

/** The most frequent difference, within a few levels: unchanged pixels share it, even when they are the minority. */
function commonestOff(before: PatchPixels, after: PatchPixels, channel: number): number {
  histogram.fill(0)
  for (let at = channel; at < before.length; at += 3) {
    const x = before[at] ?? 0
    const y = after[at] ?? 0
    if (x >= full || y >= full) continue
    const level = Math.round(y - x) + 256
    histogram[level] = (histogram[level] ?? 0) + 1
  }
  let best = 256
  let most = 0
  for (let level = 2; level < 510; level++) {
    let count = 0
    for (let near = level - 2; near <= level + 2; near++) count += histogram[near] ?? 0
    if (count > most) [best, most] = [level, count]
  }
  return best - 256
}

const histogram = new Uint32Array(512)

/** The median of |after − gain · before − offset|, to half a level. */
function medianOff(before: PatchPixels, after: PatchPixels, channel: number, gain: number, offset: number): number {
  histogram.fill(0)
  let n = 0
  for (let at = channel; at < before.length; at += 3) {
    const x = before[at] ?? 0
    const y = after[at] ?? 0
    if (x >= full || y >= full) continue
    const level = Math.min(511, Math.round(2 * Math.abs(y - gain * x - offset)))
    histogram[level] = (histogram[level] ?? 0) + 1
    n++
  }
  let seen = 0
  for (let level = 0; level < 512; level++) {
    seen += histogram[level] ?? 0
    if (2 * seen >= n) return level / 2
  }
  return 0
}

type PixelBlob = { readonly pixels: number[]; readonly edge: Set<number> }

/** Blobs: connected changed pixels, with the unchanged ones around them. */
function blobsIn(off: Float32Array, neighbours: Neighbours): PixelBlob[] {
  const root = Int32Array.from(off, (_, pixel) => pixel)
  const rootOf = (pixel: number): number => {
    let at = pixel
    while (root[at] !== at) at = root[at] ?? 0
    return at
  }
  const isChanged = (pixel: number) => (off[pixel] ?? 0) > 0
  const eachPair = (see: (pixel: number, other: number) => void) => {
    for (let at = 0; at < neighbours.length; at++) {
      const other = neighbours[at] ?? -1
      if (other >= 0) see(Math.floor(at / neighbourCount), other)
    }
  }
  eachPair((pixel, other) => {
    if (isChanged(pixel) && isChanged(other)) root[rootOf(pixel)] = rootOf(other)
  })
  const blobs = new Map<number, PixelBlob>()
  off.forEach((_, pixel) => {
    if (!isChanged(pixel)) return
    const blob = blobs.get(rootOf(pixel)) ?? { pixels: [], edge: new Set<number>() }
    blob.pixels.push(pixel)
    blobs.set(rootOf(pixel), blob)
  })
  eachPair((pixel, other) => {
    if (isChanged(pixel) === isChanged(other)) return
    const [inside, outside] = isChanged(pixel) ? [pixel, other] : [other, pixel]
    blobs.get(rootOf(inside))?.edge.add(outside)
  })
  return [...blobs.values()]
}

/** Contrast of a blob: the distance of its mean colour from that of its edge, summed over the channels. */
function contrastOf(pixels: PatchPixels, blob: readonly number[], edge: ReadonlySet<number>): number {
  if (edge.size === 0) return 0
  return [0, 1, 2].reduce((total, channel) => {
    const mean = (of: Iterable<number>, count: number) => {
      let sum = 0
      for (const pixel of of) sum += pixels[3 * pixel + channel] ?? 0
      return sum / count
    }
    return total + Math.abs(mean(blob, blob.length) - mean(edge, edge.size))
  }, 0)
}
