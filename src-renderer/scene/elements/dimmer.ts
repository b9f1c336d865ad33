// Lowers the brightness of the whole picture, for workers who are sensitive to light.
import type { Object3D } from 'three'
import { easeBetween } from '../drawing/motion.ts'
import { createQuad } from '../drawing/quad.ts'

/** Larger than any table, mm. */
const sizeMm = 40_000
const changeMs = 200

const fragmentShader = `
uniform float opacity;
void main() {
  gl_FragColor = vec4(0.0, 0.0, 0.0, opacity);
}`

export type Dimmer = {
  readonly object: Object3D
  /** The share of the brightness to keep, 0 to 1. */
  readonly setLight: (share: number) => void
  readonly update: (timeMs: number) => void
  readonly dispose: () => void
}

export function createDimmer(): Dimmer {
  const { mesh, uniforms, dispose } = createQuad(fragmentShader, { opacity: { value: 0 } })
  mesh.scale.set(sizeMm, sizeMm, 1)
  const change = { from: 0, to: 0, beganMs: Number.NaN, begins: false }
  return {
    object: mesh,
    setLight: (share) => {
      if (1 - share === change.to) return
      change.from = uniforms.opacity.value
      change.to = 1 - share
      change.begins = true
    },
    update: (timeMs) => {
      if (change.begins) change.beganMs = timeMs
      change.begins = false
      const done = Number.isNaN(change.beganMs) ? 1 : easeBetween(timeMs, change.beganMs, change.beganMs + changeMs)
      uniforms.opacity.value = change.from + done * (change.to - change.from)
      mesh.visible = uniforms.opacity.value > 0
    },
    dispose,
  }
}
