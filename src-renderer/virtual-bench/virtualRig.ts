// The virtual bench's camera and projector, and what a bump does to them: kept, so that one can see the bench notice it.
import { z } from 'zod'
import { atWidth, defaultRig, type Rig } from './rig.ts'

const memoryKey = 'handwijzer.bumpedMm'
/** A bump moves the projector this far, and not further than three of them. */
const bumpMm = 14
const mostMm = 42
const cameraPx = 960

/** The rig as it stands now. */
export function virtualRig(memory: Pick<Storage, 'getItem'>): Rig {
  const mm = bumpedMm(memory)
  const { projector } = defaultRig
  return {
    camera: atWidth(defaultRig.camera, cameraPx),
    projector: {
      ...projector,
      position: { ...projector.position, x: projector.position.x + mm },
      target: { ...projector.target, x: projector.target.x + mm, y: projector.target.y - mm / 3 },
    },
  }
}

/** Somebody knocks against the projector; after three times it hangs where it hung. */
export function bumpProjector(memory: Pick<Storage, 'getItem' | 'setItem'>): void {
  memory.setItem(memoryKey, String((bumpedMm(memory) + bumpMm) % (mostMm + bumpMm)))
}

const bumpedMm = (memory: Pick<Storage, 'getItem'>): number =>
  z.coerce
    .number()
    .min(0)
    .max(mostMm)
    .catch(0)
    .parse(memory.getItem(memoryKey) ?? 0)
