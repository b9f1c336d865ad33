import { workerWords } from '../../../src-renderer/ui/words/words.ts'
import { coloursAt, sideScreen } from './look.ts'
import { filmed, filmTable } from './sight.ts'
import { expect, start, test } from './site.ts'
import { handsAt } from './table.ts'
import { giveVoice, spokenOn } from './voice.ts'

test.use({ viewport: sideScreen })
const { nl } = workerWords
const takeBase = 'Pak de onderkant'
/** Presses sooner than this after the start of a step are ignored as tremor, in ms. */
const afterTrembleMs = 520

/** A guest at the plug: nothing is known about them, so prompting is full. */
test.beforeEach(async ({ page, site }) => {
  await giveVoice(page, ['nl-NL'])
  await page.goto(`${site.url}bench`)
  await page.getByRole('button', { name: nl.signIn.guest }).click()
  await page.getByRole('button', { name: /^Stekker/ }).click()
  await expect(page.getByRole('heading', { name: takeBase })).toBeVisible()
})

test('a whole product is made by keyboard, step by step, and celebrated', async ({ page, site }) => {
  await page.clock.install()
  const dots = page.getByRole('img', { name: /^Stap \d+ van \d+$/ })
  const [, count] = /van (\d+)$/.exec((await dots.getAttribute('aria-label')) ?? '') ?? []
  for (let step = 1; step <= Number(count); step += 1) {
    await expect(dots).toHaveAttribute('aria-label', nl.work.step(step, Number(count)))
    const next =
      step < Number(count)
        ? page.getByRole('img', { name: nl.work.step(step + 1, Number(count)) })
        : page.getByRole('heading', { name: nl.work.wellDone })
    // A press before the last one was processed is ignored as tremor.
    await expect(async () => {
      await page.clock.fastForward(afterTrembleMs)
      await page.keyboard.press(step % 2 === 0 ? 'PageDown' : 'Space')
      await expect(next).toBeVisible({ timeout: 2000 })
    }).toPass()
  }
  await expect(page.getByText(nl.work.productsMade(1))).toBeVisible()
  await expect(page.getByRole('heading', { name: takeBase })).toBeVisible()
  await expect(dots).toHaveAttribute('aria-label', nl.work.step(1, Number(count)))
  expect(await spokenOn(page)).toEqual(expect.arrayContaining([takeBase, nl.work.wellDone]))
  expect((await site.client.system.health()).status).toBe('well')
})

test('a trembling hand that presses twice completes one step, not two', async ({ page }) => {
  await page.getByRole('button', { name: nl.work.done }).dblclick()
  await expect(page.getByRole('img', { name: /^Stap 2 van/ })).toBeVisible()
  // Requests are answered in order: the answer to this one comes after those to the presses.
  await page.getByRole('button', { name: nl.work.pause }).click()
  await expect(page.getByText(nl.work.paused)).toBeVisible()
  await page.getByRole('button', { name: nl.work.resume }).click()
  await expect(page.getByRole('img', { name: /^Stap 2 van/ })).toBeVisible()
})

test('a wrong pick is answered with what to do, visually and by voice, and the right one with a tick', async ({
  page,
  site,
}) => {
  const hands = handsAt(site)
  await hands.pick('F')
  await expect(page.getByText(nl.work.wrongOrder)).toBeVisible()
  expect(await spokenOn(page)).toContain(nl.work.wrongOrder)
  await hands.pick('A')
  await expect(page.getByRole('img', { name: nl.work.right })).toBeAttached()
  await expect(page.getByRole('img', { name: /^Stap 2 van/ })).toBeVisible()
  await expect(page.getByText(nl.work.wrongOrder)).toBeHidden()
})

test('an uncertain detection leads to a question, and Done answers it', async ({ page, site }) => {
  await handsAt(site).perhapsPick('A')
  await expect(page.getByText(nl.work.doubtPick)).toBeVisible()
  await page.getByRole('button', { name: nl.work.done }).click()
  await expect(page.getByRole('img', { name: /^Stap 2 van/ })).toBeVisible()
})

test('help is reduced and increased on request, hides the step and shows it, and gives its reason', async ({
  page,
}) => {
  const less = page.getByRole('button', { name: nl.work.lessHelp })
  for (let level = 3; level > 0; level -= 1) await less.click()
  await expect(page.getByText(nl.work.thinkFirst)).toBeVisible()
  await expect(page.getByRole('heading', { name: takeBase })).toBeHidden()
  await less.click()
  await expect(page.getByText(nl.refusal.leastHelpAlready)).toBeVisible()
  await page.keyboard.press('F1')
  await expect(page.getByText(nl.work.lookAtLight)).toBeVisible()
  await page.getByRole('button', { name: nl.work.moreHelp }).click()
  await expect(page.getByRole('heading', { name: takeBase })).toBeVisible()
  await page.getByRole('button', { name: nl.work.why }).click()
  await expect(page.getByText(nl.reason.guest())).toBeVisible()
})

test('a pause stops everything until the worker continues', async ({ page }) => {
  await page.keyboard.press('F9')
  await expect(page.getByText(nl.work.paused)).toBeVisible()
  await page.getByRole('button', { name: nl.work.resume }).click()
  await expect(page.getByRole('heading', { name: takeBase })).toBeVisible()
})

test('a helper is called, and confirms having arrived', async ({ page, site }) => {
  await page.getByRole('button', { name: nl.work.callSomeone }).click()
  await expect(page.getByText(nl.work.calling)).toBeVisible()
  await page.getByRole('button', { name: nl.work.callAnswered }).click()
  await expect(page.getByText(nl.work.calling)).toBeHidden()
  for await (const { calling } of await site.client.bench.watch()) {
    expect(calling).toBe(false)
    break
  }
})

test('skip, step back and stop are in the menu, and stop needs a confirmation', async ({ page }) => {
  const more = page.getByRole('button', { name: nl.work.more, exact: true })
  await more.click()
  await page.getByRole('button', { name: nl.work.takeBack }).click()
  await expect(page.getByText(nl.refusal.nothingToTakeBack)).toBeVisible()
  await more.click()
  await page.getByRole('button', { name: nl.work.skip }).click()
  await expect(page.getByRole('img', { name: /^Stap 2 van/ })).toBeVisible()
  await more.click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await more.click()
  await page.getByRole('button', { name: nl.work.end }).click()
  await page.getByRole('button', { name: nl.cancel }).click()
  await expect(page.getByRole('img', { name: /^Stap 2 van/ })).toBeVisible()
  await more.click()
  await page.getByRole('button', { name: nl.work.end }).click()
  await page.getByRole('button', { name: nl.yes }).click()
  await expect(page.getByText(nl.tasks.choose)).toBeVisible()
})

test('the menu keeps the keyboard inside it, leaves what lies behind alone, and gives the focus back', async ({
  page,
}) => {
  const more = page.getByRole('button', { name: nl.work.more, exact: true })
  await more.focus()
  await more.press('Enter')
  const menu = page.getByRole('dialog', { name: nl.work.more, exact: true })
  await expect(menu.getByRole('button').first()).toBeFocused()
  const focusIsInside = () => menu.evaluate((dialog) => dialog.contains(document.activeElement))
  for (const key of ['Tab', 'Shift+Tab'])
    for (let press = 0; press < 6; press += 1) {
      await page.keyboard.press(key)
      expect(await focusIsInside()).toBe(true)
    }
  expect(await more.evaluate((button) => button.closest('[inert]') !== null)).toBe(true)
  await menu.getByRole('button', { name: nl.work.end }).press('Enter')
  const question = page.getByRole('dialog', { name: nl.work.endSure })
  await expect(question).toBeVisible()
  await expect.poll(() => question.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(more).toBeFocused()
})

test('words are spoken when they are touched', async ({ page }) => {
  await page.getByRole('heading', { name: takeBase }).getByRole('button').click()
  expect((await spokenOn(page)).filter((text) => text === takeBase).length).toBe(2)
})

test('detections are drawn over the camera’s picture, and disappear with the camera', async ({
  page,
  context,
  site,
}) => {
  const table = await filmTable(context, site.url)
  await page.bringToFront()
  const view = page.getByRole('figure', { name: nl.work.whatISee })
  await expect(view.locator('polygon').first()).toHaveAttribute('points', filmed.activeBin)
  await expect(view.locator('polygon')).toHaveCount(filmed.bins)
  await expect(view.locator('polyline')).toHaveCount(6)
  const wood = () =>
    view
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => canvas.getContext('2d')?.getImageData(200, 150, 1, 1).data[0] ?? 0)
  await expect.poll(wood).toBeGreaterThan(100)
  await table.close()
  await expect(view.locator('polygon')).toHaveCount(0)
})

test('without the service the screen says one moment, and shows the same step when it is back', async ({
  page,
  site,
  siteFolder,
}) => {
  await page.keyboard.press('Space')
  await expect(page.getByRole('img', { name: /^Stap 2 van/ })).toBeVisible()
  const { port } = new URL(site.url)
  await site.kill()
  await expect(page.getByText(nl.oneMoment)).toBeVisible()
  await expect(page.getByRole('img', { name: /^Stap 2 van/ })).toBeVisible()
  const again = await start(siteFolder, '--port', port)
  await expect(page.getByText(nl.oneMoment)).toBeHidden()
  await expect(page.getByRole('img', { name: /^Stap 2 van/ })).toBeVisible()
  await page.getByRole('button', { name: nl.work.done }).click()
  await expect(page.getByRole('img', { name: /^Stap 3 van/ })).toBeVisible()
  await again.stop()
})

test('the overlay is aligned with the camera’s picture for any aspect ratio', async ({ page, context, site }) => {
  await filmTable(context, site.url, { widthPx: 640, heightPx: 480 })
  await page.bringToFront()
  const bins = page.locator('figure polygon')
  await expect(bins).toHaveCount(filmed.bins)
  const [first, second, last] = await Promise.all(
    [bins.nth(0), bins.nth(1), bins.last()].map((bin) => bin.boundingBox()),
  )
  if (!first || !second || !last) throw new Error('The bins are not drawn.')
  const middleOf = ({ x, y, width, height }: typeof first) => ({ x: x + width / 2, y: y + height / 2 })
  const between = { x: (first.x + first.width + second.x) / 2, y: middleOf(first).y }
  // The picture is drawn one frame after the overlay.
  await expect(async () => {
    const [inSecond, inLast, onTable] = await coloursAt(page, [middleOf(second), middleOf(last), between])
    for (const bin of [inSecond, inLast]) expect(bin?.blue, 'a bin is slate').toBeGreaterThan(bin?.red ?? 0)
    expect(onTable?.red, 'the table is brown').toBeGreaterThan(onTable?.blue ?? 255)
  }).toPass()
})
