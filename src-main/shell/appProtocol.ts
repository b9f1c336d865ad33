// Serves the windows from app://handwijzer: the built pages and the instructions' media, and no other file.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { app, protocol } from 'electron'
import { contentSecurityPolicy } from '../service/transport/contentSecurityPolicy.ts'

/**
 * A custom scheme must be registered before Electron is ready. A runtime with its own loader starts this code later; then the
 * same handler serves https instead, and still no request reaches the network.
 */
const scheme = app.isReady() ? 'https' : 'app'
const host = 'handwijzer'

/** The origin of every window's page. */
export const appOrigin = `${scheme}://${host}`

/** True when a URL belongs to the app's own origin. */
export const isOurs = (url: string): boolean => url === appOrigin || url.startsWith(`${appOrigin}/`)

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.task': 'application/octet-stream',
  '.glb': 'model/gltf-binary',
  '.webm': 'video/webm',
}

/** Registers the scheme. Must run before the app is ready. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

/** `media` are looked through in order, until one holds the file whole. */
export type AppFolders = { readonly pages: string; readonly media: readonly string[] }

/** Answers requests for the app's pages and media from the two folders; refuses other methods, origins and paths with 403. */
export function serveApp({ pages, media }: AppFolders): void {
  protocol.handle(scheme, async (request) => {
    if (!isOurs(request.url) || request.method !== 'GET') return refuse(403)
    const { pathname } = new URL(request.url)
    const path = decodeURIComponent(pathname)
    const mediaName = /^\/media\/([0-9a-f]{64})$/.exec(path)?.[1]
    if (mediaName !== undefined) return sendMedia(media, mediaName)
    const file = normalize(join(pages, path))
    if (!file.startsWith(pages + sep) && file !== pages) return refuse(403)
    const isRoute = extname(file) === ''
    return send(isRoute ? join(pages, 'index.html') : file)
  })
}

const refuse = (status: number): Response => new Response(null, { status })

async function send(file: string): Promise<Response> {
  try {
    const headers = {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    }
    return new Response(new Uint8Array(await readFile(file)), { headers })
  } catch {
    return refuse(404)
  }
}

/** The type is detected from the first bytes: media files are named by their hash alone. A damaged file is no file. */
async function sendMedia(folders: readonly string[], sha256: string): Promise<Response> {
  for (const folder of folders) {
    const bytes = await readFile(join(folder, sha256)).catch(() => null)
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) continue
    const headers = {
      'content-type': mediaTypeOf(bytes),
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    }
    return new Response(new Uint8Array(bytes), { headers })
  }
  return refuse(404)
}

function mediaTypeOf(bytes: Uint8Array): string {
  const starts = (...head: readonly number[]) => head.every((byte, index) => bytes[index] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (starts(0xff, 0xd8)) return 'image/jpeg'
  if (starts(0x52, 0x49, 0x46, 0x46)) return 'image/webp'
  if (starts(0x1a, 0x45, 0xdf, 0xa3)) return 'video/webm'
  if (starts(0x4f, 0x67, 0x67, 0x53)) return 'audio/ogg'
  if (bytes[4] === 0x66 && bytes[5] === 0x74 && bytes[6] === 0x79 && bytes[7] === 0x70) return 'video/mp4'
  if (starts(0x49, 0x44, 0x33) || starts(0xff, 0xfb)) return 'audio/mpeg'
  return 'image/svg+xml'
}
