// The media types that an instruction may contain, each with its file extension and signature (first bytes).
import type { Media } from '../../src-domain/instruction/instruction.schema.ts'

export type MediaType = Media['type']

type Kind = { readonly extension: string; readonly startsWell: (bytes: Uint8Array) => boolean }

const kinds: Readonly<Record<MediaType, Kind>> = {
  'image/svg+xml': { extension: 'svg', startsWell: (bytes) => /^(\uFEFF)?\s*</.test(textAt(bytes, 0, 200)) },
  'image/png': { extension: 'png', startsWell: (bytes) => textAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n' },
  'image/jpeg': { extension: 'jpg', startsWell: (bytes) => textAt(bytes, 0, 3) === '\xff\xd8\xff' },
  'image/webp': {
    extension: 'webp',
    startsWell: (bytes) => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP',
  },
  'video/webm': {
    extension: 'webm',
    startsWell: (bytes) => textAt(bytes, 0, 4) === '\x1a\x45\xdf\xa3' && textAt(bytes, 4, 60).includes('webm'),
  },
  'video/mp4': { extension: 'mp4', startsWell: (bytes) => textAt(bytes, 4, 4) === 'ftyp' },
  'audio/ogg': { extension: 'ogg', startsWell: (bytes) => textAt(bytes, 0, 4) === 'OggS' },
  'audio/mpeg': {
    extension: 'mp3',
    startsWell: (bytes) => textAt(bytes, 0, 3) === 'ID3' || /^\xff[\xe2-\xff]/.test(textAt(bytes, 0, 2)),
  },
}

/** Decodes bytes as Latin-1, one character per byte. */
export const textAt = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length))

/** True when the file's first bytes match the signature of the declared type. */
export const startsAs = (type: MediaType, bytes: Uint8Array): boolean => kinds[type].startsWell(bytes)

/** The path of a media file in a package. */
export const mediaPath = (sha256: string, type: MediaType): string => `media/${sha256}.${kinds[type].extension}`

/** The media type of a file name's extension; null when instructions cannot use such a file. */
export function typeOfFileName(name: string): MediaType | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const types = Object.keys(kinds) as MediaType[]
  return types.find((type) => kinds[type].extension === (ending === 'jpeg' ? 'jpg' : ending)) ?? null
}

/** Every extension that a media file may have. */
export const mediaEndings: readonly string[] = Object.values(kinds).map(({ extension }) => extension)
