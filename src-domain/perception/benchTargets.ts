// The bench's targets (bins, zones, buttons, forbidden places) in the form that perception works with.
import { growRect, type Point, type Rect, rectContains } from '../geometry/rect.ts'

type TargetUse = 'bin' | 'zone' | 'button' | 'forbidden'

/** One target; `plane` is the index of its height in `BenchTargets.heightsMm`. */
export type Target = {
  readonly id: string
  readonly use: TargetUse
  readonly rect: Rect
  readonly plane: number
}

/**
 * All targets of a bench, and the heights above the table, in mm, at which hands are tested; the first is the table's surface, 0.
 */
export type BenchTargets = { readonly heightsMm: readonly number[]; readonly targets: readonly Target[] }

/** The part of a bench's layout that perception needs; ids are opaque to it. */
export type TargetLayout = {
  readonly bins: readonly { readonly id: string; readonly rect: Rect; readonly rimMm: number }[]
  readonly zones: readonly {
    readonly id: string
    readonly rect: Rect
    readonly heightMm: number
    readonly use: string
  }[]
  readonly buttons: readonly { readonly id: string; readonly rect: Rect }[]
}

/** Hands that work at this bench enter within this distance of the targets, in mm; anything farther away is another person's. */
export const workMm = 200

/** Lists a layout's targets. Plane 0 is the table's surface; targets of equal height share a plane. */
export function benchTargets({ bins, zones, buttons }: TargetLayout): BenchTargets {
  const raised = [...bins.map(({ rimMm }) => rimMm), ...zones.map(({ heightMm }) => heightMm)]
  const heightsMm = [...new Set([0, ...raised])]
  const target = (use: TargetUse, id: string, rect: Rect, heightMm: number): Target => ({
    id,
    use,
    rect,
    plane: heightsMm.indexOf(heightMm),
  })
  return {
    heightsMm,
    targets: [
      ...bins.map(({ id, rect, rimMm }) => target('bin', id, rect, rimMm)),
      ...zones.map(({ id, rect, heightMm, use }) =>
        target(use === 'forbidden' ? 'forbidden' : 'zone', id, rect, heightMm),
      ),
      ...buttons.map(({ id, rect }) => target('button', id, rect, 0)),
    ],
  }
}

/** True when the hand's point on the target's plane lies in the target's rectangle, grown by `marginMm` on every side. */
export function isOver(target: Target, pointAt: (plane: number) => Point, marginMm: number): boolean {
  return rectContains(growRect(target.rect, marginMm), pointAt(target.plane))
}
