// The movement of the demonstration hand as a pure function of time: reach, close, bring; or bring, open, leave.
import { easeBetween } from '../drawing/motion.ts'
import type { Demonstration } from '../view/tableView.ts'

/** Duration of one repetition, including the pause before the next. */
export const demonstrationMs = 4800

/** The pose of hand and part. Written in place, so that a frame allocates nothing. */
export type DemonstrationPose = {
  x: number
  y: number
  heightMm: number
  /** Clockwise rotation in radians; 0 points straight away from the worker. */
  angle: number
  /** 0 open, 1 closed. */
  closing: number
  opacity: number
  partX: number
  partY: number
  partOpacity: number
}

export const newDemonstrationPose = (): DemonstrationPose => ({
  x: 0,
  y: 0,
  heightMm: 0,
  angle: 0,
  closing: 0,
  opacity: 0,
  partX: 0,
  partY: 0,
  partOpacity: 0,
})

/** The start of the movement, as a share of the way from the worker's edge to the goal. */
const startShare = 0.06
/** Where a picked part is brought to, as the same share: in front of the worker. */
const restShare = 0.42
const shoulderMm = 260
const momentsMs = { reach: 200, reached: 1500, gripped: 1950, bring: 2050, brought: 3300, gone: 3700 } as const

/** The pose at `timeMs` after the start; it repeats every `demonstrationMs`. */
export function demonstrationAt(
  { kind, mark, workerEdgeMm }: Demonstration,
  timeMs: number,
  into: DemonstrationPose,
): void {
  const t = timeMs % demonstrationMs
  const goal = mark.rect
  const goalX = goal.x + goal.w / 2
  const goalY = goal.y + goal.h / 2
  const reached = easeBetween(t, momentsMs.reach, momentsMs.reached)
  const gripped = easeBetween(t, momentsMs.reached, momentsMs.gripped)
  const brought = easeBetween(t, momentsMs.bring, momentsMs.brought)
  const shown = easeBetween(t, 0, 250) * (1 - easeBetween(t, momentsMs.brought, momentsMs.gone))
  const back = kind === 'point' ? 0 : brought * (1 - restShare)
  const along = startShare + (1 - startShare) * reached - back
  const fromX = goalX * 0.3
  into.x = fromX + (goalX - fromX) * along
  into.y = workerEdgeMm + (goalY - workerEdgeMm) * along
  into.heightMm = mark.heightMm * along
  into.angle = Math.atan2(into.x - goalX * 0.2, workerEdgeMm + shoulderMm - into.y)
  into.closing = kind === 'place' ? 1 - gripped : kind === 'pick' ? gripped : 0
  into.opacity = shown
  const carries = kind === 'place' ? gripped === 0 : gripped > 0
  into.partX = carries ? into.x : goalX
  into.partY = carries ? into.y : goalY
  into.partOpacity = kind === 'point' ? 0 : kind === 'place' ? shown : shown * gripped
}
