// The sizes of real pictures, 3 pixels wide and 2 high, as encoders write them.
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

describe('the size of a picture', () => {
  it.each(pictures)('is read from the header of a %s', (_, type, base64) => {
    expect(pictureSize(type, Buffer.from(base64, 'base64'))).toEqual({ width: 3, height: 2 })
  })

  it.each(pictures)('is unknown, not guessed, while the header of a %s is cut off', (_, type, base64) => {
    const bytes = Buffer.from(base64, 'base64')
    const sizes = Array.from({ length: bytes.length }, (_, length) => pictureSize(type, bytes.subarray(0, length)))
    expect(sizes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => null))
    expect(sizes.every((size) => size === null || (size.width === 3 && size.height === 2))).toBe(true)
  })
})
