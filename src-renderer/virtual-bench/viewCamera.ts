// The camera through which a person sees the virtual bench: slightly above and behind the worker's shoulder, movable to
// the sides.
import { MathUtils, PerspectiveCamera, Raycaster, Vector2, Vector3 } from 'three'
import { casterLayer } from './light/benchLight.ts'

/** Objects that only a person sees, such as the wall; the bench's camera does not draw this layer. */
export const backdropLayer = 2

export type ViewCamera = {
  readonly camera: PerspectiveCamera
  /**
   * Rotates the view by angles in radians: positive x looks from further right, positive y from higher up. Limited to a
   * useful range.
   */
  readonly lean: (x: number, y: number) => void
  /**
   * The point in table mm, at `heightMm` above the table, under a position in the picture (0..1 from the left and from
   * the top); null when the ray does not meet that plane.
   */
  readonly pointUnder: (left: number, top: number, heightMm: number) => { x: number; y: number } | null
  readonly setAspect: (aspect: number) => void
}

const fovDeg = 38
/** Width of the picture relative to the table's front edge. */
const margin = 1.07
/** The position of the table's front edge in the picture's lower half: 0 in the middle, 1 at the lower edge. */
const frontEdge = 0.9

/**
 * A view of a table of the given size in mm. The front edge is near the picture's lower edge, so that arms come in from
 * below.
 */
export function createViewCamera(table: { readonly w: number; readonly h: number }): ViewCamera {
  const camera = new PerspectiveCamera(fovDeg, 1.6, 100, 9000)
  camera.up.set(0, 0, 1)
  camera.layers.enable(casterLayer)
  camera.layers.enable(backdropLayer)
  const edge = new Vector3(0, -table.h / 2, 0)
  const lookAt = new Vector3()
  const steepness = Math.tan(MathUtils.degToRad(fovDeg / 2))
  const beneath = Math.atan(frontEdge * steepness)
  let leanedX = 0
  let leanedY = 0
  const place = (): void => {
    const around = 0.07 + leanedX
    // A narrow picture has room above the table, so it looks down more steeply.
    const above = MathUtils.clamp(1.2 - 0.33 * camera.aspect, 0.62, 0.86) + leanedY
    const distance = (margin * table.w) / 2 / (steepness * Math.min(camera.aspect, 1.9) * Math.cos(beneath))
    const rise = above + beneath
    const back = distance * Math.cos(rise)
    camera.position.set(Math.sin(around) * back, edge.y - Math.cos(around) * back, Math.sin(rise) * distance)
    const { x, y, z } = camera.position
    lookAt.set(x - Math.sin(around) * Math.cos(above), y + Math.cos(around) * Math.cos(above), z - Math.sin(above))
    camera.lookAt(lookAt)
    camera.updateMatrixWorld(true)
  }
  const ray = new Raycaster()
  const at = new Vector2()
  place()
  return {
    camera,
    lean(x, y) {
      leanedX = MathUtils.clamp(leanedX + x, -0.5, 0.5)
      leanedY = MathUtils.clamp(leanedY + y, -0.2, 0.4)
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
      camera.updateProjectionMatrix()
      place()
    },
  }
}
