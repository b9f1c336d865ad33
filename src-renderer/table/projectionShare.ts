// Limits a projector's picture to its share of the table while a second projector lights the rest.
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import { type RegisteredProjector, splitProjection } from '../../src-domain/calibration/splitProjection.ts'
import type { BenchLayout } from '../../src-domain/geometry/benchLayout.schema.ts'
import { joinSurfaces, otherSurface, type ProjectionState, type Surfaces } from '../projector/surfaces.ts'
import type { TableScene } from '../scene/tableScene.ts'
import { service } from '../service.ts'

export type ProjectionShare = {
  /** Sets the registration that this projector lights the table by; null while it is not calibrated. */
  readonly lightBy: (light: RegisteredProjector | null) => void
  /** While true, a camera measures this projector's light and the other projector shows black. */
  readonly takeAlone: (isAlone: boolean) => void
  /** True while a camera measures the other projector's light. */
  readonly isOtherAlone: () => boolean
  readonly showHands: Surfaces['showHands']
  readonly close: () => void
}

/** An empty share: the projector shows black. */
const emptyShare = { x: 0, y: 0, w: 0, h: 0 }

/** Joins the other projector's window and keeps `table`'s share up to date until `close`. */
export function followProjectionShare(surface: Surface, table: TableScene, layout: BenchLayout): ProjectionShare {
  let own: RegisteredProjector | null = null
  let isAlone = false
  let other: ProjectionState | 'absent' = 'absent'
  let isClosed = false
  const surfaces = joinSurfaces(surface, {
    onOther: (lighting) => {
      other = lighting
      void arrange()
    },
    onHands: table.setHands,
  })
  const isOtherLighting = () => other === 'lighting'
  const say = () => surfaces.say(isAlone ? 'alone' : own ? 'lighting' : 'idle')

  async function arrange(): Promise<void> {
    // An uncalibrated first projector shows the whole table with a provisional mapping; an uncalibrated second one
    // shows black.
    if (other === 'alone' || (own === null && surface === 2)) table.setShare(emptyShare)
    else if (own === null || !isOtherLighting()) table.setShare(null)
    else {
      const mine = own
      const kept = await service.table.calibration({ bench: 'real', surface: otherSurface(surface) })
      if (isClosed || !isOtherLighting() || own !== mine || !kept) return
      const theirs: RegisteredProjector = { tableToProjector: kept.tableToProjector, projector: kept.context.projector }
      const shares = splitProjection(surface === 1 ? [mine, theirs] : [theirs, mine], layout)
      table.setShare(shares[surface - 1] ?? null)
    }
  }
  void arrange()

  return {
    lightBy: (light) => {
      own = light
      say()
      void arrange()
    },
    takeAlone: (now) => {
      isAlone = now
      say()
    },
    isOtherAlone: () => other === 'alone',
    showHands: (hands) => {
      if (isOtherLighting()) surfaces.showHands(hands)
    },
    close: () => {
      isClosed = true
      surfaces.close()
    },
  }
}
