// Shadow model: a shadow attenuates all channels by the same share, whereas a part or an arm has a colour of its own.

/** The largest attenuation by a shadow, 0 to 1; below the smallest a difference is within noise. */
export const deepestShadow = 0.6
const faintestShadow = 0.07
/** How far the channels' attenuations may differ. */
const sameShareWithin = 0.1

/** Pixels with three values each, 0 to 255. */
type Pixels = ArrayLike<number>

/** The share of its value that a pixel's channel has kept. */
export const keptOf = (before: Pixels, after: Pixels, pixel: number, channel: number): number =>
  (after[3 * pixel + channel] ?? 0) / Math.max(1, before[3 * pixel + channel] ?? 0)

/**
 * Whether a shadow that leaves the share `kept` of the light explains the pixel's new value; by default the share of its green
 * channel.
 */
export function isInShadow(
  before: Pixels,
  after: Pixels,
  pixel: number,
  kept = keptOf(before, after, pixel, 1),
): boolean {
  const isAlike = (channel: number) => Math.abs(keptOf(before, after, pixel, channel) - kept) <= sameShareWithin
  return kept >= 1 - deepestShadow && kept <= 1 - faintestShadow && isAlike(0) && isAlike(1) && isAlike(2)
}
