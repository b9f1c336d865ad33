// Helpers that make and colour simple solids for parts and furniture. Lengths in mm, z up.
import {
  BufferAttribute,
  type BufferGeometry,
  Color,
  CylinderGeometry,
  ExtrudeGeometry,
  LatheGeometry,
  Path,
  Shape,
  Vector2,
} from 'three'
import { mergeGeometries, mergeVertices } from 'three/addons/utils/BufferGeometryUtils.js'

/** The share of ambient light at a vertex, 0..1, from its position and normal. */
type Openness = (x: number, y: number, z: number, nx: number, ny: number, nz: number) => number

/**
 * Sets a solid's vertex colour (sRGB) and ambient share, and drops attributes that the bench's material does not use.
 */
export function tinted(geometry: BufferGeometry, color: string, openness: Openness = () => 1): BufferGeometry {
  geometry.deleteAttribute('uv')
  const solid = geometry.index ? geometry : mergeVertices(geometry, 1e-3)
  const position = solid.getAttribute('position')
  const normal = solid.getAttribute('normal')
  const { r, g, b } = new Color(color)
  const colors = new Float32Array(position.count * 4)
  for (let i = 0; i < position.count; i++) {
    const place = [position.getX(i), position.getY(i), position.getZ(i)] as const
    colors.set([r, g, b, openness(...place, normal.getX(i), normal.getY(i), normal.getZ(i))], i * 4)
  }
  solid.setAttribute('color', new BufferAttribute(colors, 4))
  return solid
}

/** Merges coloured solids into one geometry, for a single draw call. */
export const joined = (solids: readonly BufferGeometry[]): BufferGeometry => mergeGeometries([...solids])

/** A rectangle around the origin with rounded corners. */
export function roundedRect(width: number, depth: number, radius: number): Shape {
  const shape = new Shape()
  traceRoundedRect(shape, width, depth, radius)
  return shape
}

function traceRoundedRect(path: Path, width: number, depth: number, radius: number): void {
  const x = width / 2
  const y = depth / 2
  const r = Math.min(radius, x, y)
  path.moveTo(x - r, -y)
  path.absarc(x - r, -y + r, r, -Math.PI / 2, 0)
  path.absarc(x - r, y - r, r, 0, Math.PI / 2)
  path.absarc(-x + r, y - r, r, Math.PI / 2, Math.PI)
  path.absarc(-x + r, -y + r, r, Math.PI, 1.5 * Math.PI)
  path.closePath()
}

/** An outline extruded from z = 0 to `height`, its upper edge chamfered by `bevel`. */
export function slab(shape: Shape, height: number, bevel = 0, curveSegments = 2): BufferGeometry {
  const geometry = new ExtrudeGeometry(shape, {
    depth: Math.max(0.01, height - 2 * bevel),
    bevelEnabled: bevel > 0,
    bevelThickness: bevel,
    bevelSize: bevel,
    bevelOffset: -bevel,
    bevelSegments: 1,
    curveSegments,
  })
  return geometry.translate(0, 0, bevel)
}

/** The walls of an open box, `wall` thick, from z = 0 to `height`. */
export function walls(width: number, depth: number, height: number, wall: number, radius: number): BufferGeometry {
  const shape = roundedRect(width, depth, radius)
  const hole = new Path()
  traceRoundedRect(hole, width - 2 * wall, depth - 2 * wall, Math.max(1, radius - wall))
  shape.holes.push(hole)
  return slab(shape, height, 0, 3)
}

/** A body of revolution around the x axis, from outline points (x, radius). */
export function turned(outline: readonly (readonly [x: number, radius: number])[], segments = 8): BufferGeometry {
  const points = outline.map(([x, radius]) => new Vector2(Math.max(radius, 0.001), x))
  return new LatheGeometry(points, segments).rotateZ(-Math.PI / 2)
}

/** A round rod along x, centred. */
export const rod = (length: number, radius: number, segments = 6): BufferGeometry =>
  new CylinderGeometry(radius, radius, length, segments).rotateZ(Math.PI / 2)

/** A disc or prism standing on z = 0. */
export const post = (height: number, radius: number, segments = 12, topRadius = radius): BufferGeometry =>
  new CylinderGeometry(topRadius, radius, height, segments).rotateX(Math.PI / 2).translate(0, 0, height / 2)
