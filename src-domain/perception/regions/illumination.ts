// Illumination model: light adds the same amount to every pixel of a target. Pixels that do not fit are foreground.
/** Added light per channel since the reference was taken, in levels 0 to 255. */
export type AddedIllumination = readonly [red: number, green: number, blue: number]
export const noAddedIllumination: AddedIllumination = [0, 0, 0]

/** Pixels of one patch: three values each, 0 to 255. */
export type PatchPixels = Float32Array

/** A channel from this level on is saturated: its true value may be anything above. */
const saturatedFrom = 249
/** No other illumination is searched for when the last one explains this share of the pixels. */
const enoughShare = 0.9
/**
 * The previous illumination is kept unless another explains this many times as many pixels: a hand may be as uniform as light.
 */
const betterFactor = 1.25
const levels = 128
const levelWidth = 4

export type IlluminationFit = { readonly added: AddedIllumination; readonly explainedShare: number }

/**
 * Finds the added light that explains the most pixels of `now`, starting from the previous picture's (`last`). Pixels off by more
 * than `tolerance` levels are marked in `strange` with 1. `agrees` rates, 0 to 1, how well such marks match the foreground around
 * the patch: a sleeve may be as uniform as light, but it continues outside.
 */
export function fitIllumination(
  reference: PatchPixels,
  now: PatchPixels,
  last: AddedIllumination,
  tolerance: number,
  unexplained: Uint8Array,
  agrees: (unexplained: Uint8Array) => number = () => 1,
): IlluminationFit {
  const kept = explain(reference, now, last, tolerance, unexplained)
  if (kept.explainedShare >= enoughShare) return kept
  const marks = scratchFor(unexplained.length)
  const other = explain(reference, now, commonest(reference, now), tolerance, marks)
  if (other.explainedShare <= betterFactor * kept.explainedShare || agrees(marks) < agrees(unexplained)) return kept
  unexplained.set(marks)
  return other
}

/** Reused buffer for marks that are discarded after each fit. */
let scratch = new Uint8Array(0)

function scratchFor(count: number): Uint8Array {
  if (scratch.length < count) scratch = new Uint8Array(count)
  return scratch.subarray(0, count)
}

/** The illumination refined by the mean residual of the pixels that fit, and their share. */
function explain(
  reference: PatchPixels,
  now: PatchPixels,
  [red, green, blue]: AddedIllumination,
  tolerance: number,
  unexplained: Uint8Array,
): IlluminationFit {
  const count = now.length / 3
  let fits = 0
  let [sumRed, sumGreen, sumBlue] = [0, 0, 0]
  for (let pixel = 0, at = 0; pixel < count; pixel++, at += 3) {
    const offRed = offBy(reference[at] ?? 0, now[at] ?? 0, red)
    const offGreen = offBy(reference[at + 1] ?? 0, now[at + 1] ?? 0, green)
    const offBlue = offBy(reference[at + 2] ?? 0, now[at + 2] ?? 0, blue)
    const isStrange =
      offRed > tolerance ||
      offRed < -tolerance ||
      offGreen > tolerance ||
      offGreen < -tolerance ||
      offBlue > tolerance ||
      offBlue < -tolerance
    unexplained[pixel] = isStrange ? 1 : 0
    if (isStrange) continue
    fits++
    sumRed += offRed
    sumGreen += offGreen
    sumBlue += offBlue
  }
  if (fits === 0) return { added: [red, green, blue], explainedShare: 0 }
  return { added: [red + sumRed / fits, green + sumGreen / fits, blue + sumBlue / fits], explainedShare: fits / count }
}

/** By how much a pixel exceeds reference plus light, in levels; 0 when saturation hides it. */
function offBy(reference: number, now: number, light: number): number {
  const off = now - reference - light
  if (off < 0 && now >= saturatedFrom) return 0
  if (off > 0 && reference >= saturatedFrom) return 0
  return off
}

/** This many pixels of a patch suffice to refine the illumination. */
const refinePixels = 500
const changed = new Float32Array(refinePixels)

/** The most frequent change: the fullest histogram bin of green, and the median of each channel over the pixels in it. */
function commonest(reference: PatchPixels, now: PatchPixels): AddedIllumination {
  const step = 3 * Math.ceil(now.length / 3 / refinePixels)
  const levelOf = (at: number) => Math.floor(((now[at + 1] ?? 0) - (reference[at + 1] ?? 0)) / levelWidth) + levels / 2
  const greens = new Uint32Array(levels)
  for (let at = 0; at < now.length; at += step) {
    const level = levelOf(at)
    greens[level] = (greens[level] ?? 0) + 1
  }
  let best = levels / 2
  for (let level = 1; level < levels - 1; level++) {
    if (around(greens, level) > around(greens, best)) best = level
  }
  const medianOf = (channel: 0 | 1 | 2) => {
    let count = 0
    for (let at = 0; at < now.length; at += step) {
      if (Math.abs(levelOf(at) - best) > 1) continue
      changed[count++] = (now[at + channel] ?? 0) - (reference[at + channel] ?? 0)
    }
    return changed.subarray(0, count).sort()[count >> 1] ?? 0
  }
  return [medianOf(0), medianOf(1), medianOf(2)]
}

const around = (counts: Uint32Array, level: number) =>
  (counts[level - 1] ?? 0) + (counts[level] ?? 0) + (counts[level + 1] ?? 0)
