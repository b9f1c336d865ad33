// A dwell timer: selection of projected buttons and bins by resting on them.

/** Times are in ms, by the pictures' time stamps. */
export type Dwell = {
  /** Accumulated rest; movement inside the place keeps it and adds nothing. */
  readonly restedMs: number
  readonly lastMs: number
  readonly outsideSinceMs: number | null
  /** True from the completion of the dwell until it has left. */
  readonly isDone: boolean
}

export type DwellLimits = {
  /** Rest that completes the dwell. */
  readonly dwellMs: number
  /** Time outside after which it has left. */
  readonly leaveMs: number
  /** The longest interval between two pictures that still counts as rest. */
  readonly holdMs: number
}

/** One picture's observation: whether it is inside the place, and whether it is at rest there. */
export type DwellSeen = { readonly isInside: boolean; readonly rests: boolean; readonly atMs: number }

/** Follows a dwell; null before it has begun and once it has left. `completed` is true in the one picture that completes it. */
export function followDwell(
  last: Dwell | null,
  { isInside, rests, atMs }: DwellSeen,
  { dwellMs, leaveMs, holdMs }: DwellLimits,
): { readonly dwell: Dwell | null; readonly completed: boolean } {
  if (last === null) {
    const begun = { restedMs: 0, lastMs: atMs, outsideSinceMs: null, isDone: false }
    return { dwell: isInside ? begun : null, completed: false }
  }
  if (!isInside) {
    const outsideSinceMs = last.outsideSinceMs ?? atMs
    const hasLeft = atMs - outsideSinceMs >= leaveMs
    return { dwell: hasLeft ? null : { ...last, lastMs: atMs, outsideSinceMs }, completed: false }
  }
  const restedMs = last.restedMs + (rests ? Math.min(atMs - last.lastMs, holdMs) : 0)
  const isDone = last.isDone || restedMs >= dwellMs
  return { dwell: { restedMs, lastMs: atMs, outsideSinceMs: null, isDone }, completed: isDone && !last.isDone }
}
