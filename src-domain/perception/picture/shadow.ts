// What a shadow does to a picture: it takes the same share of the light from every channel. A part or an arm has a colour of its own.

/** No shadow takes more of the light that was there, 0 to 1; one that takes less than the least is no darker than noise. */
export const deepestShadow = 0.6
const faintestShadow = 0.07
/** How far the channels' shares may lie apart. */
const sameShareWithin = 0.1

/** Pixels with three values each, 0 to 255. */
type Pixels = ArrayLike<number>

/** The share of its light that a pixel's channel has kept. */
export const keptOf = (before: Pixels, after: Pixels, pixel: number, channel: number): number =>
  (after[3 * pixel + channel] ?? 0) / Math.max(1, before[3 * pixel + channel] ?? 0)

/** Whether a pixel has become darker as a shadow makes it that leaves this share of the light; by default the share of its green. */
export function isInShadow(
  before: Pixels,
  after: Pixels,
  pixel: number,
  kept = keptOf(before, after, pixel, 1),
): boolean {
  const isAlike = (channel: number) => Math.abs(keptOf(before, after, pixel, channel) - kept) <= sameShareWithin
  return kept >= 1 - deepestShadow && kept <= 1 - faintestShadow && isAlike(0) && isAlike(1) && isAlike(2)
}
