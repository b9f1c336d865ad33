// The ring that shows the dwell progress of a finger on a button. Drawn over the hand's mask, so that it stays visible.
import { Color, Vector2, Vector4 } from 'three'
import type { Button } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { rectCentre } from '../../../src-domain/geometry/rect.ts'
import { createFade } from '../drawing/motion.ts'
import { createQuad } from '../drawing/quad.ts'
import { buttonColours, buttonRadius } from './button.ts'
import type { Element } from './element.ts'

const thickMm = 11
const gapMm = 4

const fragmentShader = `
uniform vec4 ring; // the quad's size, the ring's radius, its thickness, all in mm; progress
uniform vec2 look; // opacity
uniform vec3 colour;
void main() {
  vec2 p = at * ring.x;
  float turn = fract(atan(p.x, -p.y) / 6.2831853 + 1.0);
  float d = abs(length(p) - ring.y) - ring.z * 0.5;
  float edge = clamp(0.5 - d / max(fwidth(d), 1e-4), 0.0, 1.0);
  float beyond = (turn - ring.w) * 6.2831853 * ring.y;
  float filled = ring.w >= 1.0 ? 1.0 : clamp(0.5 - beyond / max(fwidth(length(p)), 1e-4), 0.0, 1.0);
  float alpha = edge * mix(0.16, 1.0, filled) * look.x;
  gl_FragColor = vec4(colour * alpha, alpha);
}`

export type PressRing = Omit<Element<never>, 'show'> & {
  /** Sets the dwell progress, 0 to 1; null when no finger is on a button. May be called in every frame. */
  readonly setProgress: (button: Button | null, progress: number) => void
}

export function createPressRing(): PressRing {
  const { mesh, uniforms, dispose } = createQuad(fragmentShader, {
    ring: { value: new Vector4() },
    look: { value: new Vector2() },
    colour: { value: new Color() },
  })
  const fade = createFade(80, 160)
  return {
    object: mesh,
    setProgress: (button, progress) => {
      fade.aim(button ? 1 : 0)
      if (!button) return
      const { x, y } = rectCentre(button.rect)
      const radius = buttonRadius(button.rect) + gapMm + thickMm / 2
      const size = 2 * (radius + thickMm)
      mesh.position.set(x, y, 0)
      mesh.scale.set(size, size, 1)
      uniforms.ring.value.set(size, radius, thickMm, Math.min(1, Math.max(0, progress)))
      uniforms.colour.value.setStyle(buttonColours[button.id], '')
    },
    update: (timeMs) => {
      uniforms.look.value.x = fade.at(timeMs)
      mesh.visible = uniforms.look.value.x > 0
    },
    dispose,
  }
}
