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

const fovDeg = 38
/** How much wider than the table's front edge the picture is there. */
const margin = 1.07
/** Where the table's front edge lies in the picture's lower half: 0 in the middle, 1 at the lower edge. */
const frontEdge = 0.9

/** A view of a table of the given size in mm. The front edge lies at the foot of the picture, so that arms come in from below it. */
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
    // A narrow picture has room above the table: it looks down more steeply.
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
