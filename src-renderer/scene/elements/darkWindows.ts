// Places that stay dark while perception compares pictures there: no light of ours may look like a change.
import { Object3D } from 'three'
import type { Rect } from '../../../src-domain/geometry/rect.ts'
import { createQuad, type Quad } from '../drawing/quad.ts'

const fragmentShader = `
void main() {
  gl_FragColor = vec4(0.0, 0.0, 0.0, 1.0);
}`

/** A place to keep dark, at the height of its rim. */
export type DarkWindow = { readonly rect: Rect; readonly heightMm: number }

export type DarkWindows = {
  readonly object: Object3D
  /** Dark at once, until called again. Allocates only when there are more windows than ever before. */
  readonly set: (dark: readonly DarkWindow[]) => void
  readonly dispose: () => void
}

/** Farther than any projector reaches, mm. */
const farMm = 20_000

/** All that lies beside a rectangle, on the table's surface. */
export function beside({ x, y, w, h }: Rect): readonly DarkWindow[] {
  const from = { x: Math.max(-farMm, x), y: Math.max(-farMm, y) }
  const to = { x: Math.min(farMm, x + w), y: Math.min(farMm, y + h) }
  const rects: Rect[] = [
    { x: -farMm, y: -farMm, w: from.x + farMm, h: 2 * farMm },
    { x: to.x, y: -farMm, w: farMm - to.x, h: 2 * farMm },
    { x: from.x, y: -farMm, w: to.x - from.x, h: from.y + farMm },
    { x: from.x, y: to.y, w: to.x - from.x, h: farMm - to.y },
  ]
  return rects.filter(({ w, h }) => w > 0 && h > 0).map((rect) => ({ rect, heightMm: 0 }))
}

export function createDarkWindows(): DarkWindows {
  const object = new Object3D()
  const windows: Quad<Record<string, never>>[] = []
  return {
    object,
    set: (dark) => {
      while (windows.length < dark.length) {
        const quad = createQuad(fragmentShader, {})
        quad.mesh.renderOrder = object.renderOrder
        windows.push(quad)
        object.add(quad.mesh)
      }
      for (const [index, { mesh }] of windows.entries()) {
        const window = dark[index]
        mesh.visible = window !== undefined
        if (!window) continue
        const { rect, heightMm } = window
        mesh.position.set(rect.x + rect.w / 2, rect.y + rect.h / 2, heightMm)
        mesh.scale.set(rect.w, rect.h, 1)
      }
    },
    dispose: () => {
      for (const window of windows) window.dispose()
    },
  }
}
