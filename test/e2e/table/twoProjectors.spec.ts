// Two windows light one table from two projectors, each its share, with a camera through the browser's media API.
import type { Page } from '@playwright/test'
import { launchChromium } from '../../../scripts/chromium.ts'
import type { Calibration } from '../../../src-domain/calibration/calibration.schema.ts'
import { layoutId } from '../../support/ids.ts'
import { expect, test } from '../screens/site.ts'

const picture = { width: 1280, height: 800 }
/** The range of x that each projector reaches on a table from −600 to 600 mm: they overlap in the middle. */
const reaches = { 1: { from: -600, to: 120 }, 2: { from: -120, to: 600 } } as const
const pxPerMm = picture.width / (reaches[1].to - reaches[1].from)

const calibration = (surface: 1 | 2, here: Pick<Calibration['context'], 'camera' | 'projector'>): Calibration => ({
  lens: { focalPx: 900, centre: { x: 320, y: 240 }, k1: 0, k2: 0, p1: 0, p2: 0 },
  tableToCamera: [
    [0.5, 0, 0, 320],
    [0, 0.5, 0, 240],
    [0, 0, 0, 1],
  ],
  tableToProjector: [
    [pxPerMm, 0, 0, -reaches[surface].from * pxPerMm],
    [0, 1, 0, picture.height / 2],
    [0, 0, 0, 1],
  ],
  heights: 'assumed',
  error: { rmsMm: 0.4, maxMm: 1 },
  landmarks: { stays: [], marks: [] },
  delayMs: 100,
  context: { bench: 'real', surface, layoutId: layoutId('bench'), table: { w: 1200, h: 800 }, ...here },
  atWallMs: 1,
})

/** The brightest level in each column of a window's picture, 0 to 255. */
async function columnsOf(page: Page): Promise<number[]> {
  const png = (await page.screenshot()).toString('base64')
  return page.evaluate(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))]))
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')
    if (!pen) throw new Error('The page cannot read pictures.')
    pen.drawImage(image, 0, 0)
    const { data: rgba } = pen.getImageData(0, 0, image.width, image.height)
    const columns = new Array<number>(image.width).fill(0)
    for (let at = 0; at < rgba.length; at += 4) {
      const column = (at / 4) % image.width
      columns[column] = Math.max(columns[column] ?? 0, rgba[at + 1] ?? 0)
    }
    return columns
  }, png)
}
const isLit = (columns: readonly number[]) => Math.max(0, ...columns) > 60
const isDark = (columns: readonly number[]) => columns.every((level) => level < 10)
/** The column of a window's picture for an x on the table, in mm. */
const columnAt = (surface: 1 | 2, mm: number) => Math.round((mm - reaches[surface].from) * pxPerMm)

test.setTimeout(180_000)

test('two projectors light one table, each its share, and one alone lights all it reaches', async ({ site }) => {
  const { layout } = await site.client.table.setup()
  const browser = await launchChromium('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream')
  try {
    const context = await browser.newContext({ viewport: picture })
    await context.addInitScript(() => localStorage.setItem('handwijzer.tableSource', 'camera'))
    const first = await context.newPage()
    await first.goto(`${site.url}table`)
    await expect
      .poll(() => first.evaluate(() => localStorage.getItem('handwijzer.camera')), { timeout: 30_000 })
      .not.toBeNull()
    const here = await first.evaluate(async () => {
      const wish = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } }
      const stream = await navigator.mediaDevices.getUserMedia({ video: wish })
      const [track] = stream.getVideoTracks()
      const { width = 0, height = 0 } = track?.getSettings() ?? {}
      const label = track?.label ?? ''
      track?.stop()
      const { availLeft = 0, availTop = 0 } = screen as Screen & { availLeft?: number; availTop?: number }
      const display = `${screen.width} × ${screen.height} at ${availLeft}, ${availTop}`
      return {
        camera: { width, height, label },
        projector: { width: innerWidth, height: innerHeight, scale: 1, display },
      }
    })
    for (const surface of [1, 2] as const) {
      const { context: made, ...maps } = calibration(surface, here)
      await site.client.table.saveCalibration({
        ...maps,
        context: { ...made, layoutId: layout.id, table: layout.table },
      })
    }
    await first.reload()
    const second = await context.newPage()
    await second.goto(`${site.url}table/2`)

    // The seam lies within the overlap. Each window goes dark briefly while the light of the other is observed.
    const [seamFrom, seamTo] = [reaches[2].from, reaches[1].to]
    await expect(async () => {
      const [ofFirst, ofSecond] = [await columnsOf(first), await columnsOf(second)]
      expect(isLit(ofFirst.slice(0, columnAt(1, seamFrom)))).toBe(true)
      expect(isLit(ofSecond.slice(columnAt(2, seamTo)))).toBe(true)
      expect(isDark(ofFirst.slice(columnAt(1, seamTo) - 1))).toBe(true)
      expect(isDark(ofSecond.slice(0, 2))).toBe(true)
      for (let mm = seamFrom + 2; mm < seamTo - 2; mm += 4) {
        const both = [ofFirst[columnAt(1, mm)] ?? 0, ofSecond[columnAt(2, mm)] ?? 0]
        expect(Math.min(...both), `light of both at ${mm} mm`).toBeLessThan(60)
      }
    }).toPass({ timeout: 60_000 })

    await second.close()
    await expect
      .poll(async () => isLit((await columnsOf(first)).slice(columnAt(1, seamFrom))), { timeout: 30_000 })
      .toBe(true)
  } finally {
    await browser.close()
  }
})
