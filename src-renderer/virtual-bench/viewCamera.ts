// Where a person looks at the bench from: a little above and behind the worker's shoulder, free to lean to either side.
import { MathUtils, PerspectiveCamera, Raycaster, Vector2, Vector3 } from 'three'
import { casterLayer } from './light/benchLight.ts'

/** Things that only a person sees, such as the wall; the bench's camera does not look there. */
export const backdropLayer = 2

export type ViewCamera = {
  readonly camera: PerspectiveCamera
  /** Leans the view by angles in radians: positive x looks from further right, positive y from higher up. It stops where the picture would turn ugly. */
  readonly lean: (x: number, y: number) => void
  /** The point at `heightMm` above the table under a place in the picture (0..1 from the left and from the top); null when it looks past the table's plane. */
  readonly pointUnder: (left: number, top: number, heightMm: number) => { x: number; y: number } | null
  readonly setAspect: (aspect: number) => void
}

/** A view of a table of the given size in mm. */
export function createViewCamera(table: { readonly w: number; readonly h: number }): ViewCamera {
  const camera = new PerspectiveCamera(34, 1.6, 100, 9000)
  camera.up.set(0, 0, 1)
  camera.layers.enable(casterLayer)
  camera.layers.enable(backdropLayer)
  const lookAt = new Vector3(0, table.h * 0.17, 105)
  const scale = Math.max(table.w / 1200, table.h / 800)
  let around = 0.1
  let above = 0.58
  let back = 1
  const place = (): void => {
    const distance = 1600 * scale * back
    camera.position
      .set(Math.sin(around) * Math.cos(above), -Math.cos(around) * Math.cos(above), Math.sin(above))
      .multiplyScalar(distance)
      .add(lookAt)
    camera.lookAt(lookAt)
    camera.updateMatrixWorld(true)
  }
  const ray = new Raycaster()
  const at = new Vector2()
  place()
  return {
    camera,
    lean(x, y) {
      around = MathUtils.clamp(around + x, -0.6, 0.6)
      above = MathUtils.clamp(above + y, 0.42, 1.2)
      place()
    },
    pointUnder(left, top, heightMm) {
      ray.setFromCamera(at.set(left * 2 - 1, 1 - top * 2), camera)
      const { origin, direction } = ray.ray
      const distance = (heightMm - origin.z) / direction.z
      if (!(distance > 0)) return null
      return { x: origin.x + direction.x * distance, y: -(origin.y + direction.y * distance) }
    },
    setAspect(aspect) {
      if (Math.abs(camera.aspect - aspect) < 1e-3) return
      camera.aspect = aspect
      back = Math.max(1, 1.5 / aspect)
      camera.updateProjectionMatrix()
      place()
    },
  }
}
