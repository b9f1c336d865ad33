// A disc that shrinks like a kitchen timer while a timed step runs: remaining time without digits.
import { Color, type Object3D, Vector4 } from 'three'
import { type Rect, rectCentre } from '../../../src-domain/geometry/rect.ts'
import type { Clock } from '../../clock.ts'
import { colours } from '../drawing/palette.ts'
import { createQuad } from '../drawing/quad.ts'
import type { Panel } from '../view/tableView.ts'

const mostRadiusMm = 60
const rimMm = 4
const gapMm = 5

const fragmentShader = `
uniform vec4 disc; // radius and rim in mm, the share that is left, opacity
uniform vec3 colour;
void main() {
  vec2 p = at * 2.0 * disc.x;
  float r = length(p);
  float soft = max(fwidth(r), 1e-4);
  float rim = clamp(0.5 - (abs(r - disc.x + disc.y) - disc.y * 0.5) / soft, 0.0, 1.0);
  float turn = fract(atan(p.x, -p.y) / 6.2831853 + 1.0);
  float inside = clamp(0.5 - (r - disc.x + ${(rimMm * 1.5 + gapMm).toFixed(1)}) / soft, 0.0, 1.0);
  float left = clamp(0.5 + (turn - 1.0 + disc.z) * 6.2831853 * r / soft, 0.0, 1.0) * step(0.0001, disc.z);
  float alpha = max(rim * 0.6, inside * left) * disc.w;
  gl_FragColor = vec4(colour * alpha, alpha);
}`

export type TimerDisc = {
  readonly object: Object3D
  /** Shows the remaining share of a wait, in a place on the table. */
  readonly show: (wait: Panel['wait'], place: Rect | null) => void
  /** Allocates nothing. */
  readonly update: (timeMs: number, opacity: number) => void
  readonly dispose: () => void
}

export function createTimerDisc(wallMs: Clock['wallMs']): TimerDisc {
  const { mesh, uniforms, dispose } = createQuad(fragmentShader, {
    disc: { value: new Vector4() },
    colour: { value: new Color() },
  })
  uniforms.colour.value.setStyle(colours.bench, '')
  const now = { isShown: false, ofMs: 1, leftMs: 0, endsAtMs: Number.NaN }
  return {
    object: mesh,
    show: (wait, place) => {
      now.isShown = wait !== null && place !== null
      if (wait === null || place === null) return
      now.ofMs = wait.ofMs
      now.leftMs = wait.endsAtWallMs - wallMs()
      now.endsAtMs = Number.NaN
      const { x, y } = rectCentre(place)
      const radius = Math.min(mostRadiusMm, place.w / 2, place.h / 2)
      mesh.position.set(x, y, 0)
      mesh.scale.set(2 * radius, 2 * radius, 1)
      uniforms.disc.value.x = radius
      uniforms.disc.value.y = rimMm
    },
    update: (timeMs, opacity) => {
      mesh.visible = now.isShown && opacity > 0
      if (!mesh.visible) return
      if (Number.isNaN(now.endsAtMs)) now.endsAtMs = timeMs + now.leftMs
      uniforms.disc.value.z = Math.min(1, Math.max(0, (now.endsAtMs - timeMs) / now.ofMs))
      uniforms.disc.value.w = opacity
    },
    dispose,
  }
}
