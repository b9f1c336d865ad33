// Checks that a media file has the declared type and is safe to show.
import type { Problem } from '../../src-domain/result.ts'
import { type MediaType, startsAs } from './mediaTypes.ts'
import { pictureSize } from './pictureSize.ts'
import { svgProblems } from './svgProblems.ts'

const maximumSidePx = 4096

/** What is wrong with the contents of the media file at `path`; empty when it may be shown. */
export function contentProblems(path: string, type: MediaType, bytes: Uint8Array): readonly Problem[] {
  if (!startsAs(type, bytes)) {
    return [{ path, reason: `this file is not ${type}`, remedy: 'Save it in that format, or name its true type.' }]
  }
  switch (type) {
    case 'image/svg+xml':
      return svgProblems(bytes).map((reason) => ({
        path,
        reason,
        remedy: 'Save the drawing as plain SVG: shapes and paths, no text, style, script or link.',
      }))
    case 'image/png':
    case 'image/jpeg':
    case 'image/webp':
      return pixelProblems(path, pictureSize(type, bytes))
    default:
      return []
  }
}

function pixelProblems(path: string, size: { width: number; height: number } | null): readonly Problem[] {
  if (size === null) return [{ path, reason: 'the picture’s header has no size', remedy: 'Save the picture again.' }]
  const { width, height } = size
  if (width >= 1 && height >= 1 && width <= maximumSidePx && height <= maximumSidePx) return []
  return [
    {
      path,
      reason: `a picture of ${width} × ${height} pixels is beyond 1 to ${maximumSidePx} on a side`,
      remedy: `Scale it to at most ${maximumSidePx} pixels on each side.`,
    },
  ]
}
