// The table's window and the whole workplace on a machine without projector or camera.
import { staffWords } from '../../../src-renderer/ui/words/staffLanguages.ts'
import { workerWords } from '../../../src-renderer/ui/words/words.ts'
import { look, sideScreen } from './look.ts'
import { demoAccounts } from './people.ts'
import { expect, test } from './site.ts'

test.use({ viewport: sideScreen })
const { nl } = workerWords

test('the table’s window is accessible', async ({ page, site }) => {
  await page.goto(`${site.url}table`)
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 30_000 })
  await look(page, 'table')
})

test('a visitor signs in on the side screen of the whole workplace and begins a task', async ({ page, site }) => {
  await page.goto(site.url)
  await page.getByRole('link', { name: new RegExp(staffWords.nl.doors.workplace.name) }).click()
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 30_000 })
  const screen = page.frameLocator(`iframe[title="${staffWords.nl.table.sideScreen}"]`)
  await screen.getByRole('button', { name: demoAccounts.noor.name }).click()
  for (const digit of demoAccounts.noor.pin) await screen.getByRole('button', { name: digit, exact: true }).click()
  await screen.getByRole('button', { name: nl.work.done, exact: true }).click()
  await screen.getByRole('button', { name: /^Balpen/ }).click()
  await expect(screen.getByRole('button', { name: nl.work.pause })).toBeVisible()
  await look(page, 'workplace')
})
