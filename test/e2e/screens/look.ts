// Checks a screen with axe for accessibility, and saves a screenshot when SCREENS names a folder.
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const folder = process.env['SCREENS'] || undefined

/** Whether screenshots are saved. */
export const keepsPictures = folder !== undefined

export const sideScreen = { width: 1920, height: 1080 }
export const staffScreen = { width: 1440, height: 900 }

/** Animations that last longer are clocks, and run on. In ms. */
const clockFromMs = 5000

/** Ends animations, and waits until all pictures are loaded, so that final colours are judged. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction((clock) => {
    const running = document
      .getAnimations()
      .filter(
        ({ playState, effect }) => playState === 'running' && Number(effect?.getComputedTiming().endTime) <= clock,
      )
    for (const animation of running) animation.finish()
    return running.length === 0 && [...document.images].every(({ complete }) => complete)
  }, clockFromMs)
}

/** Checks the current screen against WCAG 2.2 AA, and saves a screenshot where wanted. */
export async function look(page: Page, name: string, { whole = false } = {}): Promise<void> {
  await settle(page)
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole })
  const { violations } = await new AxeBuilder({ page })
    // All frames are of our own origin: axe reaches them itself, and no second page is needed to join their results.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join('\n   ')}`,
  )
  expect(found, `${name} is usable by everyone`).toEqual([])
}

type Spot = { readonly x: number; readonly y: number }

/** The displayed colours at points of the page, 0 to 255. */
export async function coloursAt(page: Page, spots: readonly Spot[]): Promise<{ red: number; blue: number }[]> {
  const png = (await page.screenshot()).toString('base64')
  return page.evaluate(
    async ({ source, places }) => {
      const picture = new Image()
      picture.src = `data:image/png;base64,${source}`
      await picture.decode()
      const paper = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
      if (!paper) throw new Error('This browser cannot draw.')
      paper.drawImage(picture, 0, 0)
      return places.map(({ x, y }) => {
        const [red = 0, , blue = 0] = paper.getImageData(Math.round(x), Math.round(y), 1, 1).data
        return { red, blue }
      })
    },
    { source: png, places: spots },
  )
}
