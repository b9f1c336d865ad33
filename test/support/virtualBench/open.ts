// Opens the virtual bench's test page in a real browser, served by Vite, with software rendering.
import type { Browser, Page } from '@playwright/test'
import { createServer, type ViteDevServer } from 'vite'
import { launchChromium } from '../../../scripts/chromium.ts'
import { buildHandModel } from '../../../scripts/handModel/build.ts'
import type { BenchPage } from './page.ts'

export type OpenBench = {
  readonly page: Page
  /** Calls a function of the page's `BenchPage` by name. */
  readonly call: <Name extends keyof BenchPage>(
    name: Name,
    ...args: Parameters<BenchPage[Name]>
  ) => Promise<Awaited<ReturnType<BenchPage[Name]>>>
  /** Errors and warnings that the page logged, in order. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/** Starts server and browser; `close` ends both. `fine` turns on antialiasing, which is slow. */
export async function openVirtualBench({ fine = false } = {}): Promise<OpenBench> {
  await buildHandModel()
  const root = new URL('../../../', import.meta.url).pathname
  const server: ViteDevServer = await createServer({
    configFile: false,
    root,
    cacheDir: `${root}.cache/vite-virtual-bench`,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, watch: null, hmr: false },
    optimizeDeps: {
      noDiscovery: true,
      include: ['three', 'three/addons/loaders/GLTFLoader.js', 'three/addons/utils/BufferGeometryUtils.js', 'zod'],
    },
  })
  let browser: Browser | undefined
  try {
    await server.listen()
    const address = server.httpServer?.address()
    if (!address || typeof address === 'string') throw new Error('The test server has no port.')
    browser = await launchChromium()
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    await page.goto(`http://127.0.0.1:${address.port}/test/support/virtualBench/index.html${fine ? '?fine' : ''}`)
    await page.waitForFunction(() => 'benchPage' in window, null, { timeout: 60_000 })
    const opened = browser
    return {
      page,
      complaints,
      call: (name, ...args) =>
        page.evaluate(
          ([name, args]) => {
            const functions = (window as unknown as { benchPage: Record<string, (...args: unknown[]) => unknown> })
              .benchPage
            return functions[name]?.(...args)
          },
          [name, args] as [string, unknown[]],
        ) as never,
      async close() {
        await opened.close()
        await server.close()
      },
    }
  } catch (error) {
    await browser?.close()
    await server.close()
    throw error
  }
}
