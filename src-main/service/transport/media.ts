// Serves media files by their hash. SVG is served with headers that prevent any script in it from running.
import type { ServerResponse } from 'node:http'
import type { Served } from './served.ts'

const sha256 = /^[0-9a-f]{64}$/

export function serveMedia({ media: find }: Pick<Served, 'media'>, name: string, response: ServerResponse): void {
  const media = sha256.test(name) ? find(name) : null
  if (!media) {
    response.statusCode = 404
    response.end('There is no such file.')
    return
  }
  response.setHeader('content-type', media.type)
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  response.setHeader('cache-control', 'private, max-age=31536000, immutable')
  response.end(media.bytes)
}
