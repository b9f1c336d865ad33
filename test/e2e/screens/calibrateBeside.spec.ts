// The supervisor's window controls calibration and shows results; the window on the projector shows the patterns alone.
import { launchChromium } from '../../../scripts/chromium.ts'
import { staffWords } from '../../../src-renderer/ui/words/staffLanguages.ts'
import { expect, test } from './site.ts'

const say = staffWords.nl.calibration

for (const surface of [1, 2] as const) {
  const [table, calibrate] = surface === 1 ? ['table', 'calibrate'] : ['table/2', 'calibrate/2']
  test(`a supervisor calibrates projector ${surface} from another window, and is told what to correct`, async ({
    site,
  }) => {
    test.setTimeout(120_000)
    const browser = await launchChromium('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream')
    try {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
      await context.addInitScript(() => localStorage.setItem('handwijzer.tableSource', 'camera'))
      const projector = await context.newPage()
      await projector.goto(`${site.url}${table}`)
      await expect(projector.locator('canvas')).toBeVisible({ timeout: 30_000 })
      const beside = await context.newPage()
      await beside.goto(`${site.url}${calibrate}`)
      await expect(beside.getByText(say.onTable)).toBeVisible({ timeout: 30_000 })
      await expect(projector).toHaveURL(new RegExp(`/${calibrate}#projector$`))

      await beside.getByRole('button', { name: say.pictures.mirrored }).click()
      await expect(projector.locator('main')).toHaveCSS('transform', 'matrix(-1, 0, 0, 1, 0, 0)')
      await beside.getByRole('button', { name: say.begin, exact: true }).click()
      // The browser's built-in test camera does not show what is projected.
      await expect(projector.getByRole('button')).toHaveCount(0)
      await expect(beside.getByRole('heading', { name: say.advice.noLight.sentence })).toBeVisible({ timeout: 90_000 })
      await expect(beside.getByText(say.advice.noLight.remedy)).toBeVisible()

      await beside.getByRole('button', { name: say.again }).click()
      await beside.getByRole('button', { name: say.back, exact: true }).click()
      await expect(projector).toHaveURL(new RegExp(`/${table}$`))
      const kept = await site.client.table.calibration({ bench: 'real', surface })
      expect(kept).toBeNull()
    } finally {
      await browser.close()
    }
  })
}
