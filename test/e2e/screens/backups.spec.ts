// The backups of a bench as an administrator sees and makes them.
import { mkdirSync, rmSync } from 'node:fs'
import { staffWords } from '../../../src-renderer/ui/words/staffLanguages.ts'
import { look, sideScreen } from './look.ts'
import { passDoor } from './people.ts'
import { expect, test } from './site.ts'

test.use({ viewport: sideScreen })
const { nl } = staffWords
const { admin, safekeeping } = nl
const { backups, restore } = safekeeping

test.beforeEach(async ({ page, site }) => {
  await passDoor(page, `${site.url}admin`, 'karim')
  await expect(page.getByText(admin.noBackups)).toBeVisible()
})

test('a recovery code is made, shown once, and the backups have keys from then on', async ({ page }) => {
  await expect(page.getByText(backups.codeNone)).toBeVisible()
  await page.getByRole('button', { name: backups.makeCode }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(backups.writeDown)).toBeVisible()
  await expect(dialog.getByText(/^[0-9A-Z]{4}$/)).toHaveCount(8)
  await look(page, 'backups-code')
  await dialog.getByRole('button', { name: backups.written }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(backups.codeNone)).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: backups.withKeys })).toHaveCount(1)
})

test('a backup is tried out, copied to a second place, and restored from the page', async ({ page, siteFolder }) => {
  await page.getByRole('button', { name: admin.backUpNow }).click()
  await expect(page.getByRole('row').filter({ hasText: backups.verified })).toHaveCount(1)
  await page.getByRole('button', { name: backups.tryNow }).click()
  await expect(page.getByText(/^Deze werkbank is na .* terug\./)).toBeVisible({ timeout: 30_000 })

  const place = page.getByRole('region', { name: backups.secondTitle })
  await place.getByRole('textbox').fill('/nowhere/at/all')
  await place.getByRole('button', { name: backups.secondSet }).click()
  await expect(place.getByText(backups.secondRefused.notThere)).toBeVisible()
  const stick = `${siteFolder}-stick`
  mkdirSync(stick)
  await place.getByRole('textbox').fill(stick)
  await place.getByRole('button', { name: backups.secondSet }).click()
  await expect(page.getByRole('row').filter({ hasText: backups.inSecondPlace })).toHaveCount(1)
  await look(page, 'backups', { whole: true })
  rmSync(stick, { recursive: true })

  await page.getByRole('button', { name: restore.open }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio')).toHaveCount(1)
  await look(page, 'backups-restore')
  await dialog.getByRole('button', { name: restore.next }).click()
  await dialog.getByRole('button', { name: restore.now }).click()
  await expect(page.getByText(nl.signIn.title)).toBeVisible({ timeout: 30_000 })
  await expect(dialog).toBeHidden()
})
