// A supervisor registers projector and camera to the table, on the virtual bench with its own pictures.
import type { Page } from '@playwright/test'
import { tableCorners } from '../../../src-domain/geometry/rect.ts'
import { checkKey } from '../../../src-renderer/projector/registrationChannel.ts'
import { staffWords } from '../../../src-renderer/ui/words/staffLanguages.ts'
import { workerWords } from '../../../src-renderer/ui/words/words.ts'
import { distortPoint } from '../../../src-renderer/virtual-bench/lens.ts'
import { pinholeMatrix, projectPoint } from '../../../src-renderer/virtual-bench/pinholeCamera.ts'
import { atWidth, defaultRig } from '../../../src-renderer/virtual-bench/rig.ts'
import { look } from './look.ts'
import { passDoor } from './people.ts'
import { expect, test } from './site.ts'

test.describe.configure({ timeout: 300_000 })
test.use({ viewport: { width: 1280, height: 800 } })
const { nl } = staffWords
const say = nl.calibration
const solvedWithinMs = 180_000

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { name })

test('a supervisor calibrates the virtual bench, is told why a box is refused, accepts, and the bench detects a bump', async ({
  page,
  site,
}) => {
  await passDoor(page, `${site.url}studio/layouts`, 'karim')
  await expect(page.getByText(say.state.never)).toBeVisible()
  await look(page, 'calibrate-studio', { whole: true })
  const sheets = page.waitForEvent('download')
  await press(page, say.sheets('A3'))
  expect((await sheets).suggestedFilename()).toBe('handwijzer-A3.pdf')
  await page.getByRole('link', { name: say.title }).click()

  await expect(heading(page, say.title)).toBeVisible()
  await look(page, 'calibrate-prepare')
  await press(page, say.begin)
  await expect(heading(page, say.looking.light)).toBeVisible({ timeout: 60_000 })
  await look(page, 'calibrate-looking')
  await expect(heading(page, say.accepted)).toBeVisible({ timeout: solvedWithinMs })
  await look(page, 'calibrate-accepted')

  // The box is 80 mm high: the projected discs do not fit a height of 30.
  await page.getByRole('spinbutton', { name: say.boxHeight }).fill('30')
  await press(page, say.lookAtBox)
  await expect(heading(page, say.advice.boxUneven.sentence)).toBeVisible({ timeout: solvedWithinMs })
  await expect(page.getByText(say.advice.boxUneven.remedy)).toBeVisible()
  await look(page, 'calibrate-refused')
  await press(page, say.back)
  await page.getByRole('spinbutton', { name: say.boxHeight }).fill('80')
  await press(page, say.lookAtBox)
  await expect(page.getByText(say.seen.height.measured)).toBeVisible({ timeout: solvedWithinMs })
  await look(page, 'calibrate-box')
  await press(page, say.finish)
  await expect(heading(page, say.kept)).toBeVisible({ timeout: 60_000 })

  const kept = await site.client.table.calibration({ bench: 'virtual', surface: 1 })
  expect(kept?.error.rmsMm).toBeLessThan(1)
  expect(kept?.landmarks.stays).toHaveLength(4)
  expect(kept?.landmarks.marks.length).toBeGreaterThanOrEqual(6)
  expect(kept?.context.projector).toMatchObject({ width: defaultRig.projector.width })
  expect(await site.client.table.calibration({ bench: 'real', surface: 1 })).toBeNull()
  await press(page, say.back)
  await expect(page.getByText(/^Gekalibreerd op/)).toBeVisible()

  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(`${site.url}table`)
  const bar = page.getByRole('region', { name: nl.table.title })
  const bump = bar.getByRole('button', { name: say.drift.bump })
  await expect(bump).toBeAttached({ timeout: 60_000 })
  // The bar is shown while the pointer moves, and on keyboard focus.
  await bump.focus()
  await bump.press('Enter')
  await expect(bar.getByText(/^Licht of camera is 1\d,\d mm verschoven/)).toBeVisible({ timeout: 90_000 })
  await look(page, 'calibrate-table-moved')
  const beside = await page.context().newPage()
  await beside.goto(`${site.url}bench`)
  await expect(beside.getByText(workerWords.nl.light.moved)).toBeVisible()
  await look(beside, 'calibrate-side-moved')
  await beside.keyboard.press(checkKey)
  await page.bringToFront()
  await expect(bar.getByText(/^Hersteld: het was/)).toBeAttached({ timeout: 90_000 })
  const mended = (await site.client.table.calibration({ bench: 'virtual', surface: 1 }))?.tableToProjector
  expect(mended).not.toEqual(kept?.tableToProjector)
})

test('without sheets, four corners are placed to the pixel with a magnifier', async ({ page, site }) => {
  const rig = { ...defaultRig, camera: atWidth(defaultRig.camera, 960) }
  const { layout } = await site.client.table.setup()
  const seen = tableCorners(layout.table).map(({ x, y }) =>
    distortPoint(rig.camera, projectPoint(pinholeMatrix(rig.camera), { x, y, z: 0 })),
  )
  await page.goto(`${site.url}calibrate`)
  await press(page, say.frames.corners)
  await press(page, say.begin)
  await expect(heading(page, say.corners.title)).toBeVisible({ timeout: 90_000 })
  const box = await page.locator('svg', { has: page.getByRole('slider') }).boundingBox()
  if (!box) throw new Error('The picture has no place.')
  const place = async (index: number, { x, y }: { x: number; y: number }) => {
    await page.mouse.click(box.x + (x / rig.camera.width) * box.width, box.y + (y / rig.camera.height) * box.height)
    const corner = page.getByRole('slider', { name: say.corners.names[index] ?? '' })
    const value = async () => (await corner.getAttribute('aria-valuetext'))?.split(', ').map(Number) ?? []
    for (const [axis, [less, more], wanted] of [
      [0, ['ArrowLeft', 'ArrowRight'], Math.round(x)],
      [1, ['ArrowUp', 'ArrowDown'], Math.round(y)],
    ] as const)
      for (let off = wanted - ((await value())[axis] ?? 0); off !== 0; off -= Math.sign(off))
        await corner.press(off < 0 ? less : more)
    expect(await value()).toEqual([Math.round(x), Math.round(y)])
  }
  for (const [index, corner] of seen.entries()) await place(index, corner)
  await look(page, 'calibrate-corners')
  await press(page, say.corners.done)
  await expect(heading(page, say.accepted)).toBeVisible({ timeout: solvedWithinMs })
})
