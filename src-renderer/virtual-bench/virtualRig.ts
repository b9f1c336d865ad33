// The virtual bench's camera and projector, including a simulated bump that moves the projector; stored, so that users
// can watch the drift check find it.
import { z } from 'zod'
import { atWidth, defaultRig, type Rig } from './rig.ts'

const memoryKey = 'handwijzer.bumpedMm'
/** How far one bump moves the projector, mm; after three bumps it is back at its place. */
const bumpMm = 14
const mostMm = 42
const cameraPx = 960

/** The rig including stored bumps. */
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

/** Moves the projector as if somebody had bumped into it; after three times it returns to its place. */
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
