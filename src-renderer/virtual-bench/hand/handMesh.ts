// Builds one mesh of hand and arm: the hand's mesh is opened at the wrist, extended by a forearm, and covered by a
// sleeve.
import { BufferAttribute, BufferGeometry, Color } from 'three'
import type { Sleeve } from '../appearance.ts'
import { type HandModel, jointNames } from './handModel.ts'

/**
 * Index of the first arm bone, after the hand's own in the skeleton; the last arm bone goes from the shoulder out of
 * every picture.
 */
const forearmBone = jointNames.length
const upperArmBone = forearmBone + 1
const bodyBone = forearmBone + 2
export const forearmMm = 265
export const upperArmMm = 330
const armMm = 1500

/** Texture coordinates of plain skin and of white, for surfaces outside the hand's own UV map. */
const plainSkinUv = [0.02, 0.02] as const
const whiteUv = [0.02, 0.98] as const

/** Half the width and half the height of the arm, in mm, at a distance from the wrist in mm. */
function armRadii(distanceMm: number): readonly [number, number] {
  const knots: readonly (readonly [number, number, number])[] = [
    [0, 27, 20],
    [60, 28, 22],
    [150, 37, 33],
    [225, 43, 40],
    [265, 42, 41],
    [330, 46, 46],
    [620, 58, 62],
    [armMm, 66, 70],
  ]
  for (const [i, [to, w1, h1]] of knots.entries()) {
    const [from, w0, h0] = knots[Math.max(0, i - 1)] ?? [0, 27, 20]
    if (distanceMm <= to) {
      const t = to === from ? 0 : (distanceMm - from) / (to - from)
      return [w0 + (w1 - w0) * t, h0 + (h1 - h0) * t]
    }
  }
  return [66, 70]
}

/** Vertex attributes of a mesh under construction. */
type Soup = {
  readonly positions: number[]
  readonly normals: number[]
  readonly uvs: number[]
  readonly colors: number[]
  readonly skinIndices: number[]
  readonly skinWeights: number[]
  readonly triangles: number[]
}

/** Built once for each model and sleeve, and copied for each bench. */
const built = new WeakMap<HandModel, Map<string, BufferGeometry>>()

/**
 * The mesh of hand and arm in hand space at rest, bound to the hand's joints and then the arm's bones. Vertex alpha is
 * the share of ambient light. The caller disposes it.
 */
export function buildHandMesh(model: HandModel, sleeve: Sleeve): BufferGeometry {
  const ofModel = built.get(model) ?? new Map<string, BufferGeometry>()
  built.set(model, ofModel)
  const key = JSON.stringify(sleeve)
  const geometry = ofModel.get(key) ?? buildGeometry(model, sleeve)
  ofModel.set(key, geometry)
  return geometry.clone()
}

function buildGeometry(model: HandModel, sleeve: Sleeve): BufferGeometry {
  const count = model.positions.length / 3
  const soup: Soup = {
    positions: Array.from(model.positions),
    normals: Array.from(model.normals),
    uvs: Array.from(model.uvs),
    colors: Array.from({ length: count * 4 }, () => 1),
    skinIndices: Array.from(model.skinIndices),
    skinWeights: Array.from(model.skinWeights),
    triangles: withoutCap(model),
  }
  const wrist = openEdge(soup)
  addArm(soup, wrist, sleeve ? sleeve.cuffMm + 30 : armMm)
  if (sleeve) addSleeve(soup, sleeve)

  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(soup.positions), 3))
  geometry.setAttribute('normal', new BufferAttribute(Float32Array.from(soup.normals), 3))
  geometry.setAttribute('uv', new BufferAttribute(Float32Array.from(soup.uvs), 2))
  geometry.setAttribute('color', new BufferAttribute(Float32Array.from(soup.colors), 4))
  geometry.setAttribute('skinIndex', new BufferAttribute(Uint16Array.from(soup.skinIndices), 4))
  geometry.setAttribute('skinWeight', new BufferAttribute(Float32Array.from(soup.skinWeights), 4))
  geometry.setIndex(new BufferAttribute(Uint32Array.from(soup.triangles), 1))
  return geometry
}

/** The hand's triangles without the cap that closes the wrist: those behind it that face backwards. */
function withoutCap(model: HandModel): number[] {
  const kept: number[] = []
  const p = model.positions
  for (let t = 0; t < model.triangles.length; t += 3) {
    const corners = [model.triangles[t] ?? 0, model.triangles[t + 1] ?? 0, model.triangles[t + 2] ?? 0]
    const [a, b, c] = corners.map((i) => [p[i * 3] ?? 0, p[i * 3 + 1] ?? 0, p[i * 3 + 2] ?? 0] as const)
    if (!a || !b || !c) continue
    const u = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const
    const v = [c[0] - a[0], c[1] - a[1], c[2] - a[2]] as const
    const nx = u[1] * v[2] - u[2] * v[1]
    const ny = u[2] * v[0] - u[0] * v[2]
    const nz = u[0] * v[1] - u[1] * v[0]
    const behind = Math.max(a[1], b[1], c[1]) < -6
    if (!(behind && ny < -0.6 * Math.hypot(nx, ny, nz))) kept.push(...corners)
  }
  return kept
}

/**
 * The vertices along the one open edge of the mesh, in order around the wrist as seen from the elbow, one per position.
 */
function openEdge(soup: Soup): number[] {
  const places = new Map<string, number>()
  const weld = (corner: number): number => {
    const key = [0, 1, 2].map((k) => Math.round((soup.positions[corner * 3 + k] ?? 0) * 50)).join()
    const first = places.get(key)
    if (first === undefined) places.set(key, corner)
    return first ?? corner
  }
  const sides = new Map<string, readonly [from: number, to: number]>()
  for (let t = 0; t < soup.triangles.length; t += 3) {
    const corners = [0, 1, 2].map((k) => weld(soup.triangles[t + k] ?? 0))
    for (const [k, from] of corners.entries()) {
      const to = corners[(k + 1) % 3] ?? 0
      if (!sides.delete(`${to}>${from}`)) sides.set(`${from}>${to}`, [from, to])
    }
  }
  const next = new Map(sides.values())
  const start = next.keys().next().value
  if (start === undefined) throw new Error('The hand has no open edge at the wrist for an arm to grow from.')
  const loop = [start]
  for (let at = next.get(start); at !== undefined && at !== start && loop.length <= next.size; at = next.get(at))
    loop.push(at)
  return loop
}

/** Adds the weights of wrist, forearm, upper arm and body at a distance from the wrist, blended over each joint. */
function pushBinding(soup: Soup, distanceMm: number): void {
  const smooth = (from: number, to: number): number => {
    const t = Math.min(1, Math.max(0, (distanceMm - from) / (to - from)))
    return t * t * (3 - 2 * t)
  }
  const shoulderMm = forearmMm + upperArmMm
  const body = smooth(shoulderMm - 80, shoulderMm + 80)
  const upper = smooth(forearmMm - 45, forearmMm + 45) - body
  const fore = smooth(0, 60) - upper - body
  soup.skinIndices.push(0, forearmBone, upperArmBone, bodyBone)
  soup.skinWeights.push(1 - fore - upper - body, fore, upper, body)
}

function addArm(soup: Soup, wrist: readonly number[], endMm: number): void {
  const coordinate = (corner: number, k: number): number => soup.positions[corner * 3 + k] ?? 0
  const middle = [0, 1, 2].map((k) => wrist.reduce((sum, corner) => sum + coordinate(corner, k), 0) / wrist.length)
  const rings = [0, 12, 30, 55, 85, 125, 175, 225, 265, 305, 360, 450, 530, 570, 620, 690, 900, armMm].filter(
    (d) => d <= endMm,
  )
  const first = soup.positions.length / 3
  for (const distance of rings) {
    const blend = Math.min(1, distance / 60)
    for (const corner of wrist) {
      const dx = coordinate(corner, 0) - (middle[0] ?? 0)
      const dz = coordinate(corner, 2) - (middle[2] ?? 0)
      const angle = Math.atan2(dz / 20, dx / 27)
      const [w, h] = armRadii(distance)
      const x = coordinate(corner, 0) * (1 - blend) + w * Math.cos(angle) * blend
      const y = coordinate(corner, 1) * (1 - blend) + (middle[1] ?? 0) * blend - distance
      const z = coordinate(corner, 2) * (1 - blend) + (h * Math.sin(angle) - 4) * blend
      soup.positions.push(x, y, z)
      const normal = [Math.cos(angle) / w, -0.0015, Math.sin(angle) / h].map((v, k) =>
        distance === 0 ? (soup.normals[corner * 3 + k] ?? 0) : v,
      )
      const length = Math.hypot(...normal)
      soup.normals.push(...normal.map((v) => v / length))
      soup.uvs.push(...plainSkinUv)
      soup.colors.push(1, 1, 1, 1)
      pushBinding(soup, distance)
    }
  }
  addTube(soup, first, rings.length, wrist.length)
}

function addSleeve(soup: Soup, sleeve: NonNullable<Sleeve>): void {
  const around = 16
  const color = new Color(sleeve.color)
  const shade = (factor: number): readonly number[] => [color.r * factor, color.g * factor, color.b * factor]
  // The cuff starts inside, turns over its edge and has a seam; the cloth has folds before the elbow.
  const cuff = sleeve.cuffMm
  const rings: (readonly [distance: number, slackMm: number, openness: number, tint: number])[] = [
    [cuff + 26, 1, 0.1, 0.4],
    [cuff + 1, 4.5, 0.5, 0.7],
    [cuff, 6.5, 1, 0.92],
    [cuff + 3, 7.5, 1, 1],
    [cuff + 24, 7.5, 1, 1],
    [cuff + 26, 6, 0.7, 0.8],
    [cuff + 28, 7.5, 1, 1],
  ]
  for (let d = cuff + 42; d < armMm; d += d < 720 ? 26 : 130) rings.push([d, 8.5, 1, 1])
  const first = soup.positions.length / 3
  for (const [r, [distance, slack, openness, tint]] of rings.entries()) {
    const [w, h] = armRadii(distance)
    for (let i = 0; i < around; i++) {
      const angle = (i / around) * 2 * Math.PI
      const folds = r > 6 ? 2.4 * Math.sin(distance * 0.13 + 1.6 * Math.sin(angle * 2 + distance * 0.02)) : 0
      const x = (w + slack + folds) * Math.cos(angle)
      const z = (h + slack + folds) * Math.sin(angle) - 4
      soup.positions.push(x, -distance, z)
      const slope =
        r > 6 ? -0.3 * Math.cos(distance * 0.13 + 1.6 * Math.sin(angle * 2 + distance * 0.02)) : r < 3 ? 0.6 : 0
      const normal = [Math.cos(angle), slope, Math.sin(angle)]
      const length = Math.hypot(...normal)
      soup.normals.push(...normal.map((v) => v / length))
      soup.uvs.push(...whiteUv)
      soup.colors.push(...shade(tint), openness)
      pushBinding(soup, distance)
    }
  }
  addTube(soup, first, rings.length, around)
}

/** Joins consecutive rings of equal size by triangles that face outwards. */
function addTube(soup: Soup, first: number, rings: number, around: number): void {
  const turns = windsOutwards(soup, first, around)
  for (let r = 0; r + 1 < rings; r++) {
    for (let i = 0; i < around; i++) {
      const a = first + r * around + i
      const b = first + r * around + ((i + 1) % around)
      if (turns) soup.triangles.push(a, b, a + around, b, b + around, a + around)
      else soup.triangles.push(a, a + around, b, b, a + around, b + around)
    }
  }
}

/** True when the vertices of the ring at `first` run counter-clockwise in the (x, z) plane. */
function windsOutwards(soup: Soup, first: number, around: number): boolean {
  let doubleArea = 0
  for (let i = 0; i < around; i++) {
    const a = (first + i) * 3
    const b = (first + ((i + 1) % around)) * 3
    const [ax, az, bx, bz] = [soup.positions[a], soup.positions[a + 2], soup.positions[b], soup.positions[b + 2]]
    doubleArea += (ax ?? 0) * (bz ?? 0) - (bx ?? 0) * (az ?? 0)
  }
  return doubleArea > 0
}
