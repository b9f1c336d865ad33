// Opens the measuring page in Chromium: the windows' own modules, served as in development, with requests to other origins
// blocked.
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import type { Browser } from '@playwright/test'
import { createServer, type Plugin } from 'vite'
import { heapBytesOf, launchChromium } from '../../../scripts/chromium.ts'
import { perceptionAssets } from '../../../scripts/vite/perceptionAssets.ts'
import type { LiveReport, MeasuredClip } from './measuredClip.ts'
import type { ClipOrder, LiveOrder, MeasuringDoor, Played } from './page/main.ts'
import type { VirtualOrder, VirtualRun } from './page/virtual.ts'

const project = join(import.meta.dirname, '../../..')
const readyWithinMs = 120_000
const memoryEveryMs = 3000

const testCamera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']

type Opened = { readonly door: MeasuringDoor }

export type MeasuringPage = {
  /** Steps a clip through the real pipeline; `file` is a path on this machine. */
  readonly measure: (file: string, order: Omit<ClipOrder, 'url'>) => Promise<MeasuredClip>
  /**
   * Simulates a worker on a random virtual bench, through the same pipeline. The downscaled pictures are written to `into` if
   * given.
   */
  readonly measureVirtual: (order: Omit<VirtualOrder, 'keepAt'>, into?: Writable) => Promise<VirtualRun>
  /** Runs live perception on Chromium's built-in test camera for a while. */
  readonly watch: (order: LiveOrder) => Promise<LiveReport>
  /** Plays a clip repeatedly through live perception, until the page is closed. */
  readonly playOn: (file: string, order: Omit<ClipOrder, 'url'>) => Promise<void>
  /** Its results so far, and the memory in use after garbage collection. */
  readonly played: () => Promise<Played & HeldMemory>
  /** The peak memory of all Chromium processes together, in MB. */
  readonly peakMemoryMb: () => number
  /** Every requested URL of another origin. */
  readonly foreignRequests: readonly string[]
  readonly close: () => Promise<void>
}

export type HeldMemory = {
  /** The page's JavaScript heap, in MB. */
  readonly pageHeapMb: number
  /** The memory of all Chromium processes together, in MB: heaps of page and worker, the tracker's wasm memory, pictures. */
  readonly processesMb: number
}

export type MeasuringOptions = {
  /** A Y4M or MJPEG video for the test camera; without it, it shows a pattern. */
  readonly cameraFilm?: string
}

/** Opens the page. */
export async function openMeasuringPage(options: MeasuringOptions = {}): Promise<MeasuringPage> {
  const clips = new Map<string, string>()
  let keeping: Writable | null = null
  const server = await createServer({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    cacheDir: join(project, '.cache/vite-vision'),
    plugins: [perceptionAssets(), serveClips(clips), keepPictures(() => keeping)],
    worker: { format: 'es' },
    optimizeDeps: { include: ['@mediapipe/tasks-vision', 'mediabunny', 'three', 'zod'] },
    server: { host: '127.0.0.1', port: 0, fs: { allow: [project] }, hmr: false },
    logLevel: 'error',
  })
  await server.listen()
  const address = server.resolvedUrls?.local[0]
  if (address === undefined) throw new Error('The measuring page is served nowhere.')
  const browser = await launchChromium(
    ...testCamera,
    ...(options.cameraFilm === undefined ? [] : [`--use-file-for-fake-video-capture=${options.cameraFilm}`]),
  )
  let peakMemoryMb = 0
  const watching = setInterval(() => {
    void memoryOf(browser).then((heldMb) => (peakMemoryMb = Math.max(peakMemoryMb, heldMb)))
  }, memoryEveryMs)
  const close = async () => {
    clearInterval(watching)
    await browser.close()
    await server.close()
  }
  try {
    const page = await browser.newPage()
    const foreignRequests: string[] = []
    page.on('request', (request) => {
      if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(address))
        foreignRequests.push(request.url())
    })
    await page.goto(address)
    await page.waitForFunction(() => 'door' in window, null, { timeout: readyWithinMs })
    const serve = (file: string) => {
      const url = `clips/${clips.size}`
      clips.set(`/${url}`, file)
      return url
    }
    return {
      foreignRequests,
      close,
      peakMemoryMb: () => peakMemoryMb,
      measure: (file, order) =>
        page.evaluate((whole) => (window as unknown as Opened).door.measureClip(whole), { ...order, url: serve(file) }),
      playOn: (file, order) =>
        page.evaluate((whole) => (window as unknown as Opened).door.playOn(whole), { ...order, url: serve(file) }),
      async played() {
        const played = await page.evaluate(() => (window as unknown as Opened).door.played())
        return {
          ...played,
          pageHeapMb: Math.round((await heapBytesOf(page)) / 1024 ** 2),
          processesMb: await memoryOf(browser),
        }
      },
      async measureVirtual(order, into) {
        keeping = into ?? null
        const whole = into ? { ...order, keepAt: keptAt } : order
        return page.evaluate((given) => (window as unknown as Opened).door.measureVirtual(given), whole)
      },
      watch: (order) => page.evaluate((whole) => (window as unknown as Opened).door.watchLive(whole), order),
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The memory of a browser's processes now, in MB; 0 where the system does not report it. */
async function memoryOf(browser: Browser): Promise<number> {
  try {
    const session = await browser.newBrowserCDPSession()
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    await session.detach()
    const held = await Promise.all(
      processInfo.map(async ({ id }) => {
        const status = await readFile(`/proc/${id}/status`, 'utf8')
        return Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0)
      }),
    )
    return Math.round(held.reduce((sum, kb) => sum + kb, 0) / 1024)
  } catch {
    return 0
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

const keptAt = '/kept'

/** Writes what the page sends to a stream, in order. */
const keepPictures = (into: () => Writable | null): Plugin => ({
  name: 'kept pictures',
  configureServer({ middlewares }) {
    middlewares.use(keptAt, (request, response, next) => {
      const stream = into()
      if (stream === null) return next()
      request.on('data', (part) => stream.write(part)).on('error', next)
      request.on('end', () => response.end())
    })
  },
})
