// How Chromium is started for tests, measurements and demonstrations: no screen, no graphics chip, nothing that calls home.
import { type Browser, chromium, type Page } from '@playwright/test'

export const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/**
 * SwiftShader draws WebGL alone; pages and 2D canvases are painted without an emulated GPU, in about four fifths of the time, and a
 * picture of a canvas is kept in a third. WebGL's pixels are the same either way; edges that a 2D canvas paints differ by a few levels.
 */
export const graphicsArguments = ['--use-angle=swiftshader-webgl', '--disable-gpu-compositing'] as const

export const chromiumArguments = [
  '--no-sandbox',
  ...graphicsArguments,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** @param more further arguments, such as a film for the fake camera. */
export const launchChromium = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: [...chromiumArguments, ...more] })

/** The JavaScript memory that a page holds, in bytes, after garbage was collected. */
export async function heapBytesOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  await devtools.detach()
  return usedSize
}
