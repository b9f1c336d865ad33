// What hands can do something to, in the form that perception works with.
import { growRect, type Point, type Rect, rectContains } from '../geometry/rect.ts'

type TargetUse = 'bin' | 'zone' | 'button' | 'forbidden'

/** A place on the bench; `plane` is the number of its height in `BenchTargets.heightsMm`. */
export type Target = {
  readonly id: string
  readonly use: TargetUse
  readonly rect: Rect
  readonly plane: number
}

/** All targets of a bench, and the heights that hands must be tested at; the first is the table's surface, 0. */
export type BenchTargets = { readonly heightsMm: readonly number[]; readonly targets: readonly Target[] }

/** The part of a bench's layout that perception needs; ids mean nothing to it. */
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

/** Hands that work here come in from as far outside the targets; what is farther away is somebody else's, in mm. */
export const workMm = 200

/** Lists a layout's targets. */
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

/** True when the point of a hand at the target's height lies in the target, moved outwards by `marginMm`. */
export function isOver(target: Target, pointAt: (plane: number) => Point, marginMm: number): boolean {
  return rectContains(growRect(target.rect, marginMm), pointAt(target.plane))
}
