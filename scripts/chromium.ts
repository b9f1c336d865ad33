// Chromium settings for tests, measurements and demonstrations: headless, software rendering, no background connections.
import { type Browser, chromium, type Page } from '@playwright/test'

export const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/**
 * SwiftShader renders only WebGL; pages and 2D canvases are painted without an emulated GPU, which takes about four fifths of the
 * time, and reading a canvas back takes a third. WebGL's pixels are identical either way; edges painted by a 2D canvas differ by
 * a few levels.
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

/** @param more further arguments, such as a video for the fake camera. */
export const launchChromium = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: [...chromiumArguments, ...more] })

/** The JavaScript heap of a page in bytes, after garbage collection. */
export async function heapBytesOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  await devtools.detach()
  return usedSize
}
