// Black discs over the hands: projected light on a hand would dazzle the worker and disturb the hand tracker.
import { Object3D, Vector2 } from 'three'
import type { Point } from '../../../src-domain/geometry/rect.ts'
import { createFade, type Fade } from '../drawing/motion.ts'
import { createQuad, type Quad } from '../drawing/quad.ts'
import type { Element } from './element.ts'

/** A hand over the table: landmarks in mm at `heightMm` above the table, and its speed. */
export type HandOverTable = {
  readonly points: readonly Point[]
  readonly heightMm: number
  readonly speedMmPerS: number
}

const most = 4
/** From movement to projected light, in ms: how old a hand's known position is when it is drawn. */
const latencyMs = 100
const handLengthMm = { least: 150, most: 230 }
const farthestMm = 200
const softMm = 30
/** The share of the light that is left on a hand. */
const left = 0.06

/** A disc, written in place so that a frame allocates nothing. */
export type Disc = { x: number; y: number; radiusMm: number }

/** The disc that masks a hand: three quarters of its length around its centre, plus how far it may have moved. */
export function shadowOf({ points, speedMmPerS }: HandOverTable, into: Disc): Disc {
  let x = 0
  let y = 0
  for (const point of points) {
    x += point.x / points.length
    y += point.y / points.length
  }
  let reach = 0
  for (const point of points) reach = Math.max(reach, Math.hypot(point.x - x, point.y - y))
  const length = Math.min(handLengthMm.most, Math.max(handLengthMm.least, 2 * reach))
  into.x = x
  into.y = y
  into.radiusMm = 0.75 * length + Math.min(farthestMm, (speedMmPerS * latencyMs) / 1000)
  return into
}

const fragmentShader = `
uniform vec2 disc; // how much light it takes; where its soft edge begins, as a share of the radius
void main() {
  float r = length(at) * 2.0;
  float alpha = disc.x * (1.0 - smoothstep(disc.y, 1.0, r));
  gl_FragColor = vec4(0.0, 0.0, 0.0, alpha);
}`

export type HandShadow = Omit<Element<never>, 'show'> & {
  /** Sets where the hands are now; at most four are masked. Allocates nothing. */
  readonly setHands: (hands: readonly HandOverTable[]) => void
}

export function createHandShadow(): HandShadow {
  const object = new Object3D()
  const disc: Disc = { x: 0, y: 0, radiusMm: 0 }
  const shades = Array.from({ length: most }, createShade)
  for (const { quad } of shades) object.add(quad.mesh)
  return {
    object,
    setHands: (hands) => {
      for (let index = 0; index < most; index++) {
        const hand = hands[index]
        const shade = shades[index]
        if (!shade) continue
        const there = hand !== undefined && hand.points.length > 0
        shade.fade.aim(there ? 1 : 0)
        if (!there) continue
        shadowOf(hand, disc)
        const size = 2 * (disc.radiusMm + softMm)
        shade.quad.mesh.position.set(disc.x, disc.y, hand.heightMm)
        shade.quad.mesh.scale.set(size, size, 1)
        shade.quad.uniforms.disc.value.y = disc.radiusMm / (disc.radiusMm + softMm)
      }
    },
    update: (timeMs) => {
      for (let index = 0; index < most; index++) {
        const shade = shades[index]
        if (!shade) continue
        const { mesh, uniforms } = shade.quad
        uniforms.disc.value.x = (1 - left) * shade.fade.at(timeMs)
        mesh.visible = uniforms.disc.value.x > 0
      }
    },
    dispose: () => {
      for (const { quad } of shades) quad.dispose()
    },
  }
}

function createShade(): { quad: Quad<{ disc: { value: Vector2 } }>; fade: Fade } {
  return { quad: createQuad(fragmentShader, { disc: { value: new Vector2() } }), fade: createFade(50, 180) }
}
