// A texture on a quad, painted with a 2D canvas in millimetres and kept until its content changes.
import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, type Mesh, NoColorSpace, Vector2 } from 'three'
import type { Rect } from '../../../src-domain/geometry/rect.ts'
import { createQuad } from './quad.ts'

export type Pen = CanvasRenderingContext2D

export type Drawing = {
  readonly mesh: Mesh
  /** Repaints. The pen works in mm in the coordinates of `box`; the quad covers `box` at `heightMm` above the table. */
  readonly paint: (box: Rect, heightMm: number, paint: (pen: Pen) => void) => void
  /** Opacity from 0 to 1, and a scale about the centre of the box. Allocates nothing. */
  readonly setLook: (opacity: number, scale?: number) => void
  readonly dispose: () => void
}

const fragmentShader = `
uniform sampler2D map;
uniform vec2 look;
void main() {
  gl_FragColor = texture2D(map, at + 0.5) * look.x;
}`

/** @param pixelsPerMm texture resolution; best slightly finer than the projector's own pixels. */
export function createDrawing(pixelsPerMm: number): Drawing {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('A canvas without a 2D context cannot be drawn on.')
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = NoColorSpace
  texture.premultiplyAlpha = true
  texture.flipY = false
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.anisotropy = 4
  const size = new Vector2()
  const { mesh, uniforms, dispose } = createQuad(fragmentShader, {
    map: { value: texture },
    look: { value: new Vector2() },
  })

  return {
    mesh,
    paint: (box, heightMm, paint) => {
      const width = Math.ceil(box.w * pixelsPerMm)
      const height = Math.ceil(box.h * pixelsPerMm)
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width
        canvas.height = height
        texture.dispose()
      }
      pen.reset()
      pen.setTransform(width / box.w, 0, 0, height / box.h, (-box.x * width) / box.w, (-box.y * height) / box.h)
      pen.lineJoin = 'round'
      pen.lineCap = 'round'
      paint(pen)
      texture.needsUpdate = true
      size.set(box.w, box.h)
      mesh.position.set(box.x + box.w / 2, box.y + box.h / 2, heightMm)
      mesh.scale.set(box.w, box.h, 1)
    },
    setLook: (opacity, scale = 1) => {
      mesh.visible = opacity > 0.002
      uniforms.look.value.x = opacity
      mesh.scale.set(size.x * scale, size.y * scale, 1)
    },
    dispose: () => {
      texture.dispose()
      dispose()
    },
  }
}

/** Gives what is painted next a soft glow around its edges. */
export function shine(pen: Pen, colour: string, radiusMm: number): void {
  pen.shadowColor = colour
  pen.shadowBlur = radiusMm * pen.getTransform().a
}
