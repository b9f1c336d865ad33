// Paints a hand's skin or glove into a texture, in the rest pose, where nails, knuckles and palm are easy to locate.
import { Color, DataTexture, LinearFilter, LinearMipmapNearestFilter, Quaternion, Vector3 } from 'three'
import type { Appearance } from '../appearance.ts'
import { createRandom } from '../random.ts'
import { fingers, type HandModel, jointNames } from './handModel.ts'

const side = 256

const gloveColors = { blueNitrile: '#3f78c9', black: '#26282b', grey: '#8d8f90' } as const

type SkinLook = Pick<Appearance, 'skin' | 'glove'>

/** Painted once for each model and look, and shared by all benches. */
const paintings = new WeakMap<HandModel, Map<string, Uint8Array>>()

/**
 * The colours of one hand in the model's UV map; alpha is the share of the material's gloss. The corner (0, 0) is plain
 * skin and (0, 1) matt white, for the arm and the sleeve.
 */
export function paintSkin(model: HandModel, look: SkinLook): DataTexture {
  const ofModel = paintings.get(model) ?? new Map<string, Uint8Array>()
  paintings.set(model, ofModel)
  const key = `${look.skin} ${look.glove}`
  const pixels = ofModel.get(key) ?? paintPixels(model, look)
  ofModel.set(key, pixels)
  const texture = new DataTexture(pixels, side, side)
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapNearestFilter
  texture.generateMipmaps = true
  texture.needsUpdate = true
  return texture
}

function paintPixels(model: HandModel, look: SkinLook): Uint8Array {
  const pixels = new Uint8Array(side * side * 4)
  const paint =
    look.glove === 'none' ? bareSkin(model, new Color(look.skin)) : glove(new Color(gloveColors[look.glove]))
  const painted = new Uint8Array(side * side)
  forEachTexel(model, (texel, position, normal) => {
    writeTexel(pixels, texel, paint(position, normal))
    painted[texel] = 1
  })
  fillGaps(pixels, painted)
  const skin = new Color(look.skin)
  fillBlock(pixels, 0, skin, 1)
  fillBlock(pixels, side - 12, new Color(1, 1, 1), 0)
  return pixels
}

type Paint = (position: Vector3, normal: Vector3) => Color

/** Skin: paler palms, redder knuckles and fingertips, creases over the joints, nails, and slight mottling. */
function bareSkin(model: HandModel, tone: Color): Paint {
  const light = tone.r * 0.4 + tone.g * 0.5 + tone.b * 0.1
  const palm = tone.clone().lerp(new Color(0.78, 0.5, 0.38), 0.25 + 0.35 * (1 - light))
  const red = tone.clone().multiply(new Color(1.02, 0.8, 0.76))
  const crease = tone.clone().multiplyScalar(0.74)
  const nail = tone.clone().lerp(new Color(0.9, 0.62, 0.56), 0.32)
  const nailEdge = tone.clone().lerp(new Color(0.95, 0.88, 0.82), 0.45)
  const joint = (name: string) =>
    model.joints[jointNames.indexOf(name)] ?? { position: new Vector3(), rotation: new Quaternion() }
  const tips = fingers.map((finger) => {
    const { position, rotation } = joint(`${finger}-tip`)
    return {
      position,
      undo: rotation.clone().invert(),
      halfWidth: finger === 'thumb' ? 6.6 : finger === 'pinky-finger' ? 4.4 : 5.4,
    }
  })
  const knuckles = jointNames.flatMap((name, index) => {
    const reach = name.endsWith('proximal') ? 11 : name.endsWith('intermediate') ? 8 : name.endsWith('distal') ? 6 : 0
    const at = model.joints[index]
    return reach > 0 && at ? [{ position: at.position, undo: at.rotation.clone().invert(), reach }] : []
  })
  const grain = mottling(11)
  const out = new Color()
  const local = new Vector3()
  const up = new Vector3()
  return (position, normal) => {
    out.copy(tone).lerp(palm, smooth(0.15, -0.45, normal.z))
    for (const { position: at, undo, reach } of knuckles) {
      local.copy(position).sub(at).applyQuaternion(undo)
      if (up.copy(normal).applyQuaternion(undo).y < 0.1) continue
      const near = 1 - smooth(reach * 0.5, reach * 1.5, Math.hypot(local.x * 0.8, local.z))
      if (near > 0) {
        out.lerp(red, 0.55 * near)
        if (reach < 11) out.lerp(crease, 0.5 * near * (0.5 + 0.5 * Math.cos(local.z * 1.9)) * up.y)
      }
    }
    for (const { position: at, undo, halfWidth } of tips) {
      local.copy(position).sub(at).applyQuaternion(undo)
      if (local.z > 16 || local.length() > 24) continue
      out.lerp(red, 0.4 * (1 - smooth(4, 16, local.z)))
      up.copy(normal).applyQuaternion(undo)
      const shape = Math.hypot(local.x / halfWidth, (local.z - 3) / (halfWidth * 1.25))
      if (up.y > 0.35 && shape < 1.15)
        out.lerp(
          shape > 0.98 ? crease : local.z < -halfWidth * 0.75 + 3 ? nailEdge : nail,
          1 - smooth(1.02, 1.15, shape),
        )
    }
    return out.multiplyScalar(1 + 0.09 * grain(position))
  }
}

function glove(color: Color): Paint {
  const grain = mottling(5)
  const fine = mottling(17)
  const out = new Color()
  return (position) => out.copy(color).multiplyScalar(1 + 0.1 * grain(position) + 0.05 * fine(position))
}

/** Smooth, repeatable noise between -1 and 1 from a few sine waves across the hand. */
function mottling(seed: number): (position: Vector3) => number {
  const random = createRandom(seed)
  const waves = Array.from({ length: 7 }, () => ({
    direction: new Vector3(random.normal(), random.normal(), random.normal())
      .normalize()
      .multiplyScalar(random.between(0.12, 0.7)),
    phase: random.between(0, 6.3),
  }))
  return (position) =>
    waves.reduce((sum, wave) => sum + Math.sin(position.dot(wave.direction) + wave.phase), 0) / waves.length
}

const smooth = (from: number, to: number, value: number): number => {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

/** Calls `visit` for every texel of every triangle, with the position and normal of the skin there. */
function forEachTexel(model: HandModel, visit: (texel: number, position: Vector3, normal: Vector3) => void): void {
  const corner = [new Vector3(), new Vector3(), new Vector3()] as const
  const normals = [new Vector3(), new Vector3(), new Vector3()] as const
  const uv = [new Vector3(), new Vector3(), new Vector3()] as const
  const position = new Vector3()
  const normal = new Vector3()
  for (let t = 0; t < model.triangles.length; t += 3) {
    for (const k of [0, 1, 2] as const) {
      const i = model.triangles[t + k] ?? 0
      corner[k].fromArray(model.positions, i * 3)
      normals[k].fromArray(model.normals, i * 3)
      uv[k].set((model.uvs[i * 2] ?? 0) * side, (model.uvs[i * 2 + 1] ?? 0) * side, 0)
    }
    const [a, b, c] = uv
    const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
    if (area === 0) continue
    for (let y = Math.floor(Math.min(a.y, b.y, c.y)); y <= Math.max(a.y, b.y, c.y); y++) {
      for (let x = Math.floor(Math.min(a.x, b.x, c.x)); x <= Math.max(a.x, b.x, c.x); x++) {
        const px = x + 0.5
        const py = y + 0.5
        const w1 = ((px - a.x) * (c.y - a.y) - (c.x - a.x) * (py - a.y)) / area
        const w2 = ((b.x - a.x) * (py - a.y) - (px - a.x) * (b.y - a.y)) / area
        if (w1 < -0.02 || w2 < -0.02 || w1 + w2 > 1.02 || x < 0 || y < 0 || x >= side || y >= side) continue
        position
          .copy(corner[0])
          .multiplyScalar(1 - w1 - w2)
          .addScaledVector(corner[1], w1)
          .addScaledVector(corner[2], w2)
        normal
          .copy(normals[0])
          .multiplyScalar(1 - w1 - w2)
          .addScaledVector(normals[1], w1)
          .addScaledVector(normals[2], w2)
        visit(y * side + x, position, normal.normalize())
      }
    }
  }
}

function writeTexel(pixels: Uint8Array, texel: number, color: Color, gloss = 1): void {
  const { r, g, b } = color.clone().convertLinearToSRGB()
  pixels.set(
    [r, g, b, gloss].map((v) => Math.round(255 * Math.min(1, Math.max(0, v)))),
    texel * 4,
  )
}

/** Extends painted areas over unpainted texels, so that texture filtering adds no black at their borders. */
function fillGaps(pixels: Uint8Array, painted: Uint8Array): void {
  for (let pass = 0; pass < 6; pass++) {
    const before = painted.slice()
    for (let texel = side; texel < side * (side - 1); texel++) {
      if (before[texel]) continue
      const from = [texel - 1, texel + 1, texel - side, texel + side].find((neighbour) => before[neighbour])
      if (from === undefined) continue
      pixels.copyWithin(texel * 4, from * 4, from * 4 + 4)
      painted[texel] = 1
    }
  }
}

/** Fills a block of twelve by twelve texels at the left border from row `row` up. */
function fillBlock(pixels: Uint8Array, row: number, color: Color, gloss: number): void {
  for (let y = row; y < row + 12; y++) for (let x = 0; x < 12; x++) writeTexel(pixels, y * side + x, color, gloss)
}
