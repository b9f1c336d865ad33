// The middle of numbers: robust against the few that lie far off.

/** The median of the values; the mean of the middle two of an even number; 0 of none. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const high = sorted[sorted.length >> 1] ?? 0
  return sorted.length % 2 === 1 ? high : ((sorted[(sorted.length >> 1) - 1] ?? high) + high) / 2
}

/** The value in the middle, the higher of the middle two of an even number; undefined of none. Sorts the values where they are, so that hot paths copy none. */
export const upperMedian = (values: number[]): number | undefined => values.sort((a, b) => a - b)[values.length >> 1]
