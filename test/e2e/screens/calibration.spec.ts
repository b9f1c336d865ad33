// A supervisor registers light and camera to the table: on the virtual bench, through its own pictures, as on a real one.
import type { Page } from '@playwright/test'
import { staffWords } from '../../../src-renderer/ui/words/staffLanguages.ts'
import { look } from './look.ts'
import { passDoor } from './people.ts'
import { expect, test } from './site.ts'

test.describe.configure({ timeout: 240_000 })
test.use({ viewport: { width: 1280, height: 800 } })
const { nl } = staffWords
const say = nl.calibration
const solvedWithinMs = 150_000

const begin = (page: Page) => page.getByRole('button', { name: say.begin, exact: true }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { name })

test('a supervisor calibrates the virtual bench, is shown the error in mm, measures a box, and accepts', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}calibrate`)
  await expect(heading(page, say.title)).toBeVisible()
  await look(page, 'calibrate-prepare')
  await begin(page)
  await expect(heading(page, say.looking.light)).toBeVisible({ timeout: 60_000 })
  await look(page, 'calibrate-looking')
  await expect(heading(page, say.accepted)).toBeVisible({ timeout: solvedWithinMs })
  await look(page, 'calibrate-accepted')
})
