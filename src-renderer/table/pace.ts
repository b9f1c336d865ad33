// Chooses the drawing resolution from the measured frame times, so that movement is smooth with and without a graphics
// card.

export type Pace = {
  /** Canvas pixels per CSS pixel. */
  readonly sharpness: () => number
  /** Records the time since the picture before, in ms. */
  readonly note: (sinceLastMs: number) => void
}

const levels = [0.5, 0.7, 1, 1.5, 2] as const
/**
 * Frames that take longer than this stutter. A higher resolution is tried only while frames take less than half of it.
 */
const slowMs = 50
const quickMs = 20
const judgedPictures = 12

/**
 * Begins at the screen's pixel ratio, or below it where graphics are known to be slow. Lowers the resolution while
 * frames are slow and raises it again, but never to one that was too slow before.
 * @param screenRatio device pixels per CSS pixel.
 */
export function createPace(screenRatio: number, isSlow: boolean): Pace {
  const finest = Math.max(
    0,
    levels.findLastIndex((level) => level <= screenRatio),
  )
  let tooFine = finest + 1
  let level = isSlow ? Math.min(1, finest) : finest
  let times: number[] = []

  return {
    sharpness: () => levels[level] ?? 1,
    note(sinceLastMs) {
      times.push(sinceLastMs)
      if (times.length < judgedPictures) return
      const usualMs = times.toSorted((a, b) => a - b)[judgedPictures >> 1] ?? 0
      times = []
      if (usualMs > slowMs && level > 0) {
        tooFine = level
        level -= 1
      } else if (usualMs < quickMs && level + 1 < tooFine) {
        level += 1
      }
    },
  }
}
