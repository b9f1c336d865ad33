// Opens the scene's test page in Chromium, served by Vite on a free port, and closes both again.
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { createServer } from 'vite'
import { launchChromium } from '../../../scripts/chromium.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Runs `use` with the open page. */
export async function withScenePage<Result>(use: (page: Page) => Promise<Result>): Promise<Result> {
  const server = await createServer({
    configFile: false,
    root: here,
    logLevel: 'error',
    cacheDir: fileURLToPath(new URL('../../../.cache/vite-scene', import.meta.url)),
    optimizeDeps: { include: ['three', 'zod'] },
    server: { port: 0, fs: { allow: [fileURLToPath(new URL('../../..', import.meta.url))] } },
  })
  try {
    await server.listen()
    const address = server.resolvedUrls?.local[0]
    if (!address) throw new Error('Vite has no address to serve the page at.')
    const browser = await launchChromium('--enable-precise-memory-info')
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
      })
      await page.goto(address)
      await page.waitForFunction(() => 'tableScenePage' in window)
      const result = await use(page)
      const real = complaints.filter((text) => !/GPU stall due to ReadPixels|Automatic fallback to software/.test(text))
      if (real.length > 0) throw new Error(`The page complained:\n${real.join('\n')}`)
      return result
    } finally {
      await browser.close()
    }
  } finally {
    await server.close()
  }
}
