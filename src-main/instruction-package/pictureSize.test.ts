// Pictures of 3 × 2 pixels, as written by real encoders.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pictureSize } from './pictureSize.ts'

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP4z8AAQQxwFgBB0gX7h/C5SAAAAABJRU5ErkJggg=='
const jpeg =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAKBueIx4ZKCMgoy0qqC+8P//8Nzc8P//////////////////////////////////////////////////////////2wBDAaq0tPDS8P//////////////////////////////////////////////////////////////////////////////wAARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgP/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCABWf/2Q=='
const webpLossy = 'UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoDAAIAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA='
const webpLossless = 'UklGRhwAAABXRUJQVlA4TA8AAAAvAkAAAAcQ/Y/+ByKi/wEA'
const webpExtended =
  'UklGRl4AAABXRUJQVlA4WAoAAAAQAAAAAgAAAQAAQUxQSAcAAAAAf39/f39/AFZQOCAwAAAA0AEAnQEqAwACAAIANCWgAnS6AfgAA7AA/vDEC/8guWF1yNf/ID/kB/yA//jyAAAA'

const pictures = [
  ['PNG', 'image/png', png],
  ['JPEG', 'image/jpeg', jpeg],
  ['lossy WebP', 'image/webp', webpLossy],
  ['lossless WebP', 'image/webp', webpLossless],
  ['WebP with transparency', 'image/webp', webpExtended],
] as const
const types = ['image/png', 'image/jpeg', 'image/webp'] as const

/** A JPEG segment: its marker, its length, its contents. */
const segment = (marker: number, ...contents: number[]): number[] => {
  const length = contents.length + 2
  return [0xff, marker, length >> 8, length & 0xff, ...contents]
}

/** The header of a JPEG frame with one component. */
const frame = (width: number, height: number, marker = 0xc0): number[] =>
  segment(marker, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0)

describe('the size of a picture', () => {
  it.each(pictures)('is read from the header of a %s', (_, type, base64) => {
    expect(pictureSize(type, Buffer.from(base64, 'base64'))).toEqual({ width: 3, height: 2 })
  })

  it.each(pictures)('is null while the header of a %s is truncated', (_, type, base64) => {
    const bytes = Buffer.from(base64, 'base64')
    const sizes = Array.from({ length: bytes.length }, (_, length) => pictureSize(type, bytes.subarray(0, length)))
    expect(sizes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => null))
    expect(sizes.every((size) => size === null || (size.width === 3 && size.height === 2))).toBe(true)
  })

  it.each(pictures)('is null when a %s is declared as another type', (_, type, base64) => {
    const bytes = Buffer.from(base64, 'base64')
    const others = types.filter((other) => other !== type)
    expect(others.map((other) => pictureSize(other, bytes))).toEqual([null, null])
  })

  it.each([
    ['GIF', 'GIF89a\x03\0\x02\0\0\0\0'],
    ['AVIF', '\0\0\0\x14ftypavif\0\0\0\0avif\0\0\0\x08meta'],
  ])('is unknown for another format (%s), whatever it is declared as', (_, text) => {
    const bytes = Buffer.from(text, 'latin1')
    expect(types.map((type) => pictureSize(type, bytes))).toEqual([null, null, null])
  })

  it.each([
    ['with no other segment before its frame header', [0xff, 0xd8, ...frame(300, 200), ...segment(0xfe, 1, 2)]],
    ['with fill bytes between segments', [0xff, 0xd8, ...segment(0xe0, 1, 2), 0xff, 0xff, ...frame(300, 200)]],
    ['with a decoy in a comment', [0xff, 0xd8, ...segment(0xfe, ...frame(3, 2)), ...frame(300, 200)]],
    ['with a decoy behind fill bytes', [0xff, 0xd8, 0xff, ...segment(0xfe, ...frame(3, 2)), ...frame(300, 200)]],
    ['that is progressive', [0xff, 0xd8, ...segment(0xe0, 1, 2), ...frame(300, 200, 0xc2)]],
    ['coded arithmetically', [0xff, 0xd8, ...segment(0xe0, 1, 2), ...frame(300, 200, 0xc9)]],
  ])('is that which a decoder finds in a JPEG %s', (_, bytes) => {
    expect(pictureSize('image/jpeg', Uint8Array.from(bytes))).toEqual({ width: 300, height: 200 })
  })

  it('is read within the bytes of a view only, whatever the rest of its buffer contains', () => {
    const around = Buffer.concat([Buffer.alloc(5), Buffer.from(png, 'base64')])
    expect(pictureSize('image/png', around.subarray(5))).toEqual({ width: 3, height: 2 })
    expect(pictureSize('image/png', around.subarray(5, 25))).toBeNull()
  })

  it('is a size or null, in bounded time, for any bytes that follow the signature of a type', () => {
    const starts = pictures.map(([, type, base64]) => [type, [...Buffer.from(base64, 'base64')]] as const)
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.nat({ max: 40 }),
        fc.array(fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(0, 0xff, 0xc0, 0xd8, 0xe1)), { maxLength: 300 }),
        ([type, start], kept, rest) => {
          const size = pictureSize(type, Uint8Array.from([...start.slice(0, kept), ...rest]))
          if (size === null) return
          expect(Number.isInteger(size.width) && Number.isInteger(size.height)).toBe(true)
          expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it.each([0x00, 0xff])('is searched for in the first four megabytes, past bytes of %i that are no segment', (byte) => {
    const sizeBehind = (bytesBefore: number) => {
      const bytes = new Uint8Array(5_000_000).fill(byte)
      bytes.set([0xff, 0xd8, ...segment(0xe0, 1, 2)])
      bytes.set(frame(300, 200), bytesBefore)
      return pictureSize('image/jpeg', bytes)
    }
    expect(sizeBehind(3_999_000)).toEqual({ width: 300, height: 200 })
    expect(sizeBehind(4_000_000)).toBeNull()
  })
})
