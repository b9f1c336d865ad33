// The table window of a demonstration, in a real Chromium, stepped frame by frame from this script.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { RehearsalReport } from '../../src-renderer/table/rehearsal.ts'
import type { RehearsalSource } from '../../src-renderer/table/rehearsalStage.ts'
import { heapBytesOf, launchChromium } from '../chromium.ts'

export type DemoTable = {
  readonly begin: (source: RehearsalSource) => Promise<void>
  readonly stepOn: (mostFrames: number) => Promise<RehearsalReport>
  /** Saves the projected picture and the camera's picture, named after the step. */
  readonly keepPictures: (name: string) => Promise<void>
  /** JavaScript heap in use after garbage collection, in bytes. */
  readonly heapBytes: () => Promise<number>
  /** Opens another page of the site in the same browser, and returns a function that measures its heap in bytes. */
  readonly openBeside: (path: string) => Promise<() => Promise<number>>
  readonly foreignRequests: readonly string[]
  readonly close: () => Promise<void>
}

const readyWithinMs = 60_000

/** Opens the table window at a URL, and records requests to other origins. */
export async function openDemoTable(
  url: string,
  folder: string,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<DemoTable> {
  const browser = await launchChromium()
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page: Page = await context.newPage()
  const foreignRequests: string[] = []
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(url.replace(/\/$/, '')))
      foreignRequests.push(request.url())
  })
  await page.route('**/rehearsal/*', async (route) => {
    const file = files[new URL(route.request().url()).pathname.split('/').at(-1) ?? '']
    if (file === undefined) await route.abort()
    else if (typeof file === 'string') await route.fulfill({ path: file })
    else await route.fulfill({ body: file })
  })
  await page.goto(`${url}table`)
  await page.waitForFunction(() => globalThis.handwijzerRehearsal !== undefined, undefined, { timeout: readyWithinMs })

  const save = async (name: string, dataUrl: string) =>
    writeFile(join(folder, name), Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'))

  return {
    begin: (source) => page.evaluate(async (wanted) => globalThis.handwijzerRehearsal?.begin(wanted), source),
    stepOn: async (mostFrames) => {
      const report = await page.evaluate(async (most) => globalThis.handwijzerRehearsal?.stepOn(most), mostFrames)
      if (!report) throw new Error('The table is no longer in rehearsal.')
      return report
    },
    keepPictures: async (name) => {
      const pictures = await page.evaluate(async () => globalThis.handwijzerRehearsal?.pictures())
      if (!pictures) return
      await save(`${name}-table.png`, pictures.table)
      await save(`${name}-camera.png`, pictures.camera)
      if (pictures.view !== null) await save(`${name}-view.png`, pictures.view)
    },
    heapBytes: () => heapBytesOf(page),
    openBeside: async (path) => {
      const beside = await context.newPage()
      await beside.goto(`${url}${path}`)
      await page.bringToFront()
      return () => heapBytesOf(beside)
    },
    foreignRequests,
    close: () => browser.close(),
  }
}
