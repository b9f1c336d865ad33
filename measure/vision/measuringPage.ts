// Opens the measuring page in Chromium: the windows' own modules, served as in development, and nothing from anywhere else.
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { createServer, type Plugin } from 'vite'
import { perceptionAssets } from '../../scripts/vite/perceptionAssets.ts'
import type { MeasuredClip } from './measuredClip.ts'
import type { ClipOrder } from './page/main.ts'

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
]

export type MeasuringPage = {
  /** Steps a clip through the real pipeline; `file` is a path on this machine. */
  readonly measure: (file: string, order: Omit<ClipOrder, 'url'>) => Promise<MeasuredClip>
  /** Every address that was asked for and is not the page's own. */
  readonly strangers: readonly string[]
  readonly close: () => Promise<void>
}

/** Opens the page. `chromiumPath` is Debian's unless told otherwise. */
export async function openMeasuringPage(chromiumPath = '/usr/bin/chromium'): Promise<MeasuringPage> {
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
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments })
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
    await page.waitForFunction(() => 'measureClip' in window, null, { timeout: readyWithinMs })
    return {
      strangers,
      close,
      async measure(file, order) {
        const url = `clips/${clips.size}`
        clips.set(`/${url}`, file)
        return page.evaluate(
          (whole) =>
            (window as unknown as { measureClip: (order: ClipOrder) => Promise<MeasuredClip> }).measureClip(whole),
          { ...order, url },
        )
      },
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
