// How finely a picture is drawn, so that it moves smoothly on a fast graphics card and still moves on a computer without one.

export type Pace = {
  /** Pixels drawn per pixel of the page. */
  readonly sharpness: () => number
  /** Tells how long ago the picture before was drawn, ms. */
  readonly note: (sinceLastMs: number) => void
}

const levels = [0.5, 0.7, 1, 1.5, 2] as const
/** Slower than this a picture stutters; twice as fine it must still stay well below. */
const slowMs = 50
const quickMs = 20
const judgedPictures = 12

/**
 * Begins at the screen's own sharpness, or below it where graphics are known to be slow; goes down while pictures come slowly, and up
 * again, but never back to what was too slow before.
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
