// A dwell timer: how long something has rested in one place, as a projected button and a bin are answered by resting on them.

/** Times are in ms, by the pictures' own stamps. */
export type Dwell = {
  /** How long it has rested so far; moving on keeps this and adds nothing. */
  readonly restedMs: number
  readonly lastMs: number
  readonly outsideSinceMs: number | null
  /** True from the moment it has rested for long enough until it has left. */
  readonly isDone: boolean
}

export type DwellLimits = {
  /** How long it must rest. */
  readonly dwellMs: number
  /** How long it must be outside to have left. */
  readonly leaveMs: number
  /** The longest time between two pictures that counts as rest. */
  readonly holdMs: number
}

/** What one picture shows: whether it is inside the place, and whether it rests there. */
export type DwellSeen = { readonly isInside: boolean; readonly rests: boolean; readonly atMs: number }

/** Follows a dwell, null before it has begun and once it has left. `completed` is true in the one picture that completes it. */
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
