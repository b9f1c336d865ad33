// The pinhole model of a camera or projector: focal length, principal point, rotation and translation.
import type { Homography, Projection } from './homography.ts'
import type { Point } from './rect.ts'

type Vector = readonly [number, number, number]

/**
 * A pinhole with square pixels above the table. `turn` is its rotation vector (axis times angle in radians); with zero rotation
 * it looks straight down, its picture's right and lower side along x and y. `offset` is the table's origin in the pinhole's
 * coordinates: right, down and ahead, in mm.
 */
export type Pinhole = {
  readonly focalPx: number
  readonly centre: Point
  readonly turn: Vector
  readonly offset: Vector
}

/** The projection matrix from table mm (x, y, z up) to px. */
export function pinholeProjection({ focalPx, centre, turn, offset }: Pinhole): Projection {
  const [right, down, ahead] = rotationOf(turn)
  const row = (axis: Vector, shift: number, at: number) => {
    const scaled = ([x, y, z]: Vector): Vector => [
      focalPx * x + at * ahead[0],
      focalPx * y + at * ahead[1],
      focalPx * z + at * ahead[2],
    ]
    const [x, y, z] = scaled(axis)
    // The rotation is right-handed with z downwards, the table's z is upwards.
    return [x, y, -z, focalPx * shift + at * offset[2]] as const
  }
  return [row(right, offset[0], centre.x), row(down, offset[1], centre.y), [ahead[0], ahead[1], -ahead[2], offset[2]]]
}

/**
 * The pinhole with the given focal length and principal point that is nearest to a homography of the table's surface (table mm to
 * px). It is exact when the homography came from such a pinhole.
 */
export function pinholeOf(surface: Homography, focalPx: number, centre: Point): Pinhole {
  const column = (i: 0 | 1 | 2): Vector => {
    const [u, v, w] = surface.map((row) => row[i])
    return [((u ?? 0) - centre.x * (w ?? 0)) / focalPx, ((v ?? 0) - centre.y * (w ?? 0)) / focalPx, w ?? 0]
  }
  const [x, y, o] = [column(0), column(1), column(2)]
  const scale = (2 * Math.sign(o[2])) / (lengthOf(x) + lengthOf(y))
  const towardsX = times(x, scale)
  const towardsY = times(y, scale)
  // The table's two axes made orthogonal by rotating both by the same angle.
  const middle = unit(plus(unit(towardsX), unit(towardsY)))
  const across = unit(minus(unit(towardsX), unit(towardsY)))
  const r1 = times(plus(middle, across), Math.SQRT1_2)
  const r2 = times(minus(middle, across), Math.SQRT1_2)
  const r3 = cross(r1, r2)
  const offset = times(o, scale)
  return { focalPx, centre, offset, turn: turnOf([r1, r2, r3]) }
}

/**
 * The focal length in px from the homography of a plane seen obliquely, by the orthogonality and equal length of the plane's axes
 * (Zhang 2000, equations 3 and 4).
 * @returns null when the view is too perpendicular to determine it.
 */
export function focalOf(surface: Homography, centre: Point): number | null {
  const column = (i: 0 | 1): Vector => {
    const [u = 0, v = 0, w = 0] = surface.map((row) => row[i])
    return [u - centre.x * w, v - centre.y * w, w]
  }
  const x = column(0)
  const y = column(1)
  const slant = x[2] * y[2]
  const leanX = y[2] ** 2 - x[2] ** 2
  // Least squares over the two conditions a·f² + b = 0.
  const b1 = x[0] * y[0] + x[1] * y[1]
  const b2 = x[0] ** 2 + x[1] ** 2 - y[0] ** 2 - y[1] ** 2
  const squared = -(slant * b1 - leanX * b2) / (slant ** 2 + leanX ** 2)
  return squared > 0 && Number.isFinite(squared) ? Math.sqrt(squared) : null
}

/** The rows of the rotation matrix: Rodrigues' formula. */
function rotationOf([a, b, c]: Vector): readonly [Vector, Vector, Vector] {
  const angle = Math.hypot(a, b, c)
  const s = angle < 1e-9 ? 1 : Math.sin(angle) / angle
  const v = angle < 1e-9 ? 0.5 : (1 - Math.cos(angle)) / (angle * angle)
  return [
    [1 - v * (b * b + c * c), v * a * b - s * c, v * a * c + s * b],
    [v * a * b + s * c, 1 - v * (a * a + c * c), v * b * c - s * a],
    [v * a * c - s * b, v * b * c + s * a, 1 - v * (a * a + b * b)],
  ]
}

/** The rotation vector of a matrix given by its columns, for angles up to half a turn. */
function turnOf([x, y, z]: readonly [Vector, Vector, Vector]): Vector {
  const axis: Vector = [y[2] - z[1], z[0] - x[2], x[1] - y[0]]
  const sine = lengthOf(axis) / 2
  const cosine = (x[0] + y[1] + z[2] - 1) / 2
  const angle = Math.atan2(sine, cosine)
  if (sine > 1e-9) return times(axis, angle / (2 * sine))
  if (cosine > 0) return [0, 0, 0]
  // A half turn: the axis is the column of R + 1 that is not zero.
  const columns: Vector[] = [
    [x[0] + 1, x[1], x[2]],
    [y[0], y[1] + 1, y[2]],
    [z[0], z[1], z[2] + 1],
  ]
  const longest = columns.reduce((best, each) => (lengthOf(each) > lengthOf(best) ? each : best))
  return times(unit(longest), Math.PI)
}

const lengthOf = ([x, y, z]: Vector): number => Math.hypot(x, y, z)
const times = ([x, y, z]: Vector, s: number): Vector => [x * s, y * s, z * s]
const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const unit = (a: Vector): Vector => times(a, 1 / lengthOf(a))
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
