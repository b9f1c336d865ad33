// Black rectangles where the change detector compares pictures: a change of projected light must not be taken for a
// change on the table.
import { Object3D } from 'three'
import type { Rect } from '../../../src-domain/geometry/rect.ts'
import { createQuad, type Quad } from '../drawing/quad.ts'

const fragmentShader = `
void main() {
  gl_FragColor = vec4(0.0, 0.0, 0.0, 1.0);
}`

/** A rectangle to keep black, at the height of its rim in mm. */
export type DarkWindow = { readonly rect: Rect; readonly heightMm: number }

export type DarkWindows = {
  readonly object: Object3D
  /** Blacks out these rectangles until the next call. Allocates only when there are more than ever before. */
  readonly set: (dark: readonly DarkWindow[]) => void
  readonly dispose: () => void
}

/** Larger than any projected picture, mm. */
const farMm = 20_000

/** The area outside a rectangle on the table's surface, as rectangles without overlap. */
export function beside({ x, y, w, h }: Rect): readonly DarkWindow[] {
  const [right, bottom] = [x + w, y + h]
  const rects: Rect[] = [
    { x: -farMm, y: -farMm, w: x + farMm, h: 2 * farMm },
    { x: right, y: -farMm, w: farMm - right, h: 2 * farMm },
    { x, y: -farMm, w, h: y + farMm },
    { x, y: bottom, w, h: farMm - bottom },
  ]
  return rects.filter((rect) => rect.w > 0 && rect.h > 0).map((rect) => ({ rect, heightMm: 0 }))
}

/** Makes the black rectangles; none is shown until `set` is called. */
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
