// What light does to a target's picture: it adds the same to every pixel of it. Anything that does not fit is something else.
import { upperMedian } from '../../median.ts'

/** What light has added to each channel since the reference was taken, 0 to 255. */
export type AddedLight = readonly [red: number, green: number, blue: number]
export const noLight: AddedLight = [0, 0, 0]

/** Pixels of one patch: three values each, 0 to 255. */
export type PatchPixels = Float32Array

/** A channel that is full may be anything above. */
const full = 249
/** Light that explains this share of the pixels is not searched for again. */
const enough = 0.9
/** The light of the picture before is kept unless another explains this much more: a hand may be as even as light. */
const better = 1.25
const levels = 128
const levelWidth = 4

export type LightFit = { readonly added: AddedLight; readonly explainedShare: number }

/**
 * Finds the added light that explains the most pixels of `now`, beginning with the light of the picture before. Pixels that do not fit
 * within `tolerance` are marked in `strange` with 1. `agrees` tells, 0 to 1, how well such marks go with what is seen around the patch: a
 * sleeve may be as even as light, but then it goes on outside.
 */
export function fitLight(
  reference: PatchPixels,
  now: PatchPixels,
  last: AddedLight,
  tolerance: number,
  strange: Uint8Array,
  agrees: (strange: Uint8Array) => number = () => 1,
): LightFit {
  const kept = explain(reference, now, last, tolerance, strange)
  if (kept.explainedShare >= enough) return kept
  const agreement = agrees(strange)
  const other = explain(reference, now, commonest(reference, now), tolerance, strange)
  if (other.explainedShare > better * kept.explainedShare && agrees(strange) >= agreement) return other
  return explain(reference, now, last, tolerance, strange)
}

/** The light a little refined by the pixels that fit, and their share. */
function explain(
  reference: PatchPixels,
  now: PatchPixels,
  [red, green, blue]: AddedLight,
  tolerance: number,
  strange: Uint8Array,
): LightFit {
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
    strange[pixel] = isStrange ? 1 : 0
    if (isStrange) continue
    fits++
    sumRed += offRed
    sumGreen += offGreen
    sumBlue += offBlue
  }
  if (fits === 0) return { added: [red, green, blue], explainedShare: 0 }
  return { added: [red + sumRed / fits, green + sumGreen / fits, blue + sumBlue / fits], explainedShare: fits / count }
}

/** How much more there is than reference and light make; 0 when a full channel hides it. */
function offBy(reference: number, now: number, light: number): number {
  const off = now - reference - light
  if (off < 0 && now >= full) return 0
  if (off > 0 && reference >= full) return 0
  return off
}

/** The commonest change: the fullest level of green, and the median red and blue of the pixels in it. */
function commonest(reference: PatchPixels, now: PatchPixels): AddedLight {
  const greens = new Uint32Array(levels)
  const levelOf = (at: number) => Math.floor(((now[at] ?? 0) - (reference[at] ?? 0)) / levelWidth) + levels / 2
  for (let at = 1; at < now.length; at += 3) {
    const level = levelOf(at)
    greens[level] = (greens[level] ?? 0) + 1
  }
  let best = levels / 2
  for (let level = 1; level < levels - 1; level++) {
    if (around(greens, level) > around(greens, best)) best = level
  }
  const reds: number[] = []
  const blues: number[] = []
  const exact: number[] = []
  for (let at = 0; at < now.length; at += 3) {
    if (Math.abs(levelOf(at + 1) - best) > 1) continue
    reds.push((now[at] ?? 0) - (reference[at] ?? 0))
    exact.push((now[at + 1] ?? 0) - (reference[at + 1] ?? 0))
    blues.push((now[at + 2] ?? 0) - (reference[at + 2] ?? 0))
  }
  return [upperMedian(reds) ?? 0, upperMedian(exact) ?? 0, upperMedian(blues) ?? 0]
}

const around = (counts: Uint32Array, level: number) =>
  (counts[level - 1] ?? 0) + (counts[level] ?? 0) + (counts[level + 1] ?? 0)
