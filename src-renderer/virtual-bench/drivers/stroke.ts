// A worker's movement as a sequence of strokes: each moves or reshapes the hand in a given time.
import type { HandPose } from '../hand/handPose.ts'
import type { HandShape } from '../hand/handShape.ts'

/** The parts of a pose that a stroke may set; the rest stays. */
export type StrokeGoal = Partial<Pick<HandPose, 'x' | 'y' | 'z' | 'yaw' | 'pitch' | 'roll' | 'shape'>>
export type Stroke = {
  readonly to: StrokeGoal
  readonly durationMs: number
  /** How far the path rises above the straight line at its middle, mm. */
  readonly liftMm?: number
}

/** A pose that strokes may write to. */
export type MovingPose = {
  -readonly [K in keyof HandPose]: K extends 'shape' ? { -readonly [S in keyof HandShape]: number } : number
}

/** A copy of the pose that strokes can write to. */
export const movingPose = (pose: HandPose): MovingPose => ({ ...pose, shape: { ...pose.shape } })

const places = ['x', 'y', 'z', 'yaw', 'pitch', 'roll'] as const
const shapes = ['pinch', 'closed', 'point'] as const

export function copyPose(from: HandPose, into: MovingPose): void {
  for (const key of places) into[key] = from[key]
  for (const key of shapes) into.shape[key] = from.shape[key]
}

/**
 * The share of a movement done after the share `t` of its time, with minimum jerk: 10t³ - 15t⁴ + 6t⁵ (Flash and Hogan,
 * 1985).
 */
const minimumJerk = (t: number): number => t * t * t * (10 + t * (6 * t - 15))

/** Sets `pose` to the state after the share `t` (0 to 1) of a stroke that began at `from`. */
export function alongStroke(from: HandPose, stroke: Stroke, t: number, pose: MovingPose): void {
  const s = minimumJerk(t)
  const { to } = stroke
  for (const key of places) pose[key] = from[key] + ((to[key] ?? from[key]) - from[key]) * s
  pose.z += (stroke.liftMm ?? 0) * 16 * t * t * (1 - t) * (1 - t)
  const shape = to.shape ?? from.shape
  for (const key of shapes) pose.shape[key] = from.shape[key] + (shape[key] - from.shape[key]) * s
}
