// Opens the measuring page in Chromium: the windows' own modules, served as in development, and nothing from anywhere else.
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { createServer, type Plugin } from 'vite'
import { perceptionAssets } from '../../scripts/vite/perceptionAssets.ts'
import type { LiveReport, MeasuredClip } from './measuredClip.ts'
import type { ClipOrder, LiveOrder, MeasuringDoor } from './page/main.ts'

const project = join(import.meta.dirname, '../..')
const readyWithinMs = 120_000

/** Without a screen and a graphics chip, and without anything of Chromium's that calls home. */
const chromiumArguments = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
]

type Page = { readonly door: MeasuringDoor }

export type MeasuringPage = {
  /** Steps a clip through the real pipeline; `file` is a path on this machine. */
  readonly measure: (file: string, order: Omit<ClipOrder, 'url'>) => Promise<MeasuredClip>
  /** Watches Chromium's own test camera for a while, live. */
  readonly watch: (order: LiveOrder) => Promise<LiveReport>
  /** Every address that was asked for and is not the page's own. */
  readonly strangers: readonly string[]
  readonly close: () => Promise<void>
}

export type MeasuringOptions = {
  /** Debian's Chromium unless told otherwise. */
  readonly chromiumPath?: string
  /** A Y4M or MJPEG film for the test camera; without it, it shows a pattern. */
  readonly cameraFilm?: string
}

export const debianChromium = '/usr/bin/chromium'

/** Opens the page. */
export async function openMeasuringPage(options: MeasuringOptions = {}): Promise<MeasuringPage> {
  const clips = new Map<string, string>()
  const server = await createServer({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    cacheDir: join(project, '.cache/vite-vision'),
    plugins: [perceptionAssets(), serveClips(clips)],
    worker: { format: 'es' },
    optimizeDeps: { include: ['@mediapipe/tasks-vision', 'mediabunny', 'zod'] },
    server: { host: '127.0.0.1', port: 0, fs: { allow: [project] }, hmr: false },
    logLevel: 'error',
  })
  await server.listen()
  const address = server.resolvedUrls?.local[0]
  if (address === undefined) throw new Error('The measuring page is served nowhere.')
  const browser = await chromium.launch({
    executablePath: options.chromiumPath ?? debianChromium,
    args: [
      ...chromiumArguments,
      ...(options.cameraFilm === undefined ? [] : [`--use-file-for-fake-video-capture=${options.cameraFilm}`]),
    ],
  })
  const close = async () => {
    await browser.close()
    await server.close()
  }
  try {
    const page = await browser.newPage()
    const strangers: string[] = []
    page.on('request', (request) => {
      if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(address)) strangers.push(request.url())
    })
    await page.goto(address)
    await page.waitForFunction(() => 'door' in window, null, { timeout: readyWithinMs })
    return {
      strangers,
      close,
      async measure(file, order) {
        const url = `clips/${clips.size}`
        clips.set(`/${url}`, file)
        return page.evaluate((whole) => (window as unknown as Page).door.measureClip(whole), { ...order, url })
      },
      watch: (order) => page.evaluate((whole) => (window as unknown as Page).door.watchLive(whole), order),
    }
  } catch (error) {
    await close()
    throw error
  }
}

const serveClips = (clips: ReadonlyMap<string, string>): Plugin => ({
  name: 'clips',
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const file = clips.get(request.url ?? '')
      if (file === undefined) next()
      else createReadStream(file).on('error', next).pipe(response)
    })
  },
})
