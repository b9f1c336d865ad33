// Procedural textures from a seed: wood, felt, plaster. No image files.
import { DataTexture, LinearFilter, LinearMipmapNearestFilter, RepeatWrapping } from 'three'

/** Writes one pixel: sRGB channels 0..255 into `rgb`. */
export type Painter = (x: number, y: number, rgb: [number, number, number]) => void

/** sRGB pixels of a repeating texture. */
export type Painting = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

/** Paints `width` × `height` texels. */
export function paint(width: number, height: number, painter: Painter): Painting {
  const pixels = new Uint8Array(width * height * 4)
  const rgb: [number, number, number] = [0, 0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      painter(x, y, rgb)
      const at = (y * width + x) * 4
      for (const k of [0, 1, 2] as const) pixels[at + k] = Math.min(255, Math.max(0, Math.round(rgb[k])))
      pixels[at + 3] = 255
    }
  }
  return { width, height, pixels }
}

/** A new repeating texture from a painting; several textures can share one painting. */
export function textureOf({ width, height, pixels }: Painting): DataTexture {
  const texture = new DataTexture(pixels, width, height)
  texture.wrapS = RepeatWrapping
  texture.wrapT = RepeatWrapping
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapNearestFilter
  texture.generateMipmaps = true
  texture.needsUpdate = true
  return texture
}

/** Smooth noise in [-1, 1] on the plane, the same for the same seed, with features of about one unit. */
export function planeNoise(seed: number): (x: number, y: number) => number {
  const at = (x: number, y: number): number => {
    let h = (Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 2246822519)) | 0
    h = Math.imul(h ^ (h >>> 13), 1274126177)
    return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1
  }
  return (x, y) => {
    const [ix, iy] = [Math.floor(x), Math.floor(y)]
    const [fx, fy] = [x - ix, y - iy]
    const [sx, sy] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)]
    const lower = at(ix, iy) + (at(ix + 1, iy) - at(ix, iy)) * sx
    const upper = at(ix, iy + 1) + (at(ix + 1, iy + 1) - at(ix, iy + 1)) * sx
    return lower + (upper - lower) * sy
  }
}
