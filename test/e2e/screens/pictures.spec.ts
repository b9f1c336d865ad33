// Takes the screenshots shown in the README: PICTURES=docs/pictures npx playwright test pictures
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { staffWords } from '../../../src-renderer/ui/words/staffLanguages.ts'
import { workerWords } from '../../../src-renderer/ui/words/words.ts'
import { settle, sideScreen, staffScreen } from './look.ts'
import { demoAccounts, enterCode, holdBadge } from './people.ts'
import { expect, test } from './site.ts'

const folder = process.env['PICTURES'] || undefined
const { en } = workerWords
const { en: staff } = staffWords

test.skip(folder === undefined, 'pictures are taken only where PICTURES names a folder')
test.setTimeout(240_000)

async function keep(page: Page, name: string): Promise<void> {
  await page.mouse.move(2, 2)
  await settle(page)
  await page.screenshot({ path: join(folder ?? '', `${name}.png`) })
}

test('the side screen', async ({ page, context, site }) => {
  await page.setViewportSize(sideScreen)
  await page.goto(`${site.url}bench`)
  await page.getByRole('button', { name: en.languageName }).click()
  await expect(page.getByRole('button', { name: demoAccounts.noor.name })).toBeVisible()
  await keep(page, 'sign-in')

  await holdBadge(page, demoAccounts.noor.badge)
  await expect(page.getByRole('heading', { name: workerWords.nl.tasks.choose })).toBeVisible()
  await site.client.bench.setPreferences({ language: 'en' })
  await page.getByRole('button', { name: en.skills.title }).click()
  await expect(page.getByRole('listitem')).toHaveCount(3)
  await keep(page, 'my-skills')
  await page.getByRole('button', { name: en.back }).click()
  await page.getByRole('button', { name: en.signOut }).click()

  await holdBadge(page, demoAccounts.sam.badge)
  await page.getByRole('button', { name: /^Three-pin plug/ }).click()
  await expect(page.getByRole('button', { name: en.work.done })).toBeVisible()
  const table = await context.newPage()
  await table.goto(`${site.url}table`)
  await expect(page.locator('polygon').first()).toBeVisible({ timeout: 120_000 })
  await keep(page, 'side-screen')
})

test('the staff’s screens', async ({ page, site }) => {
  await page.setViewportSize(staffScreen)
  const door = async (address: string, who: 'els' | 'karim') => {
    await page.goto(`${site.url}${address}`)
    await page.getByRole('button', { name: new RegExp(`^${demoAccounts[who].name}`) }).click()
    await enterCode(page, demoAccounts[who].pin, staff.signIn.done)
  }
  await page.addInitScript(() => localStorage.setItem('handwijzer.staffLanguage', 'en'))
  await door('coach', 'els')
  await page.getByRole('link', { name: staff.coach.workers }).click()
  await page.getByRole('link', { name: new RegExp(demoAccounts.sam.name) }).click()
  await page.getByText('Ballpoint pen', { exact: true }).first().click()
  await expect(page.getByRole('heading', { name: 'Steps of Ballpoint pen' })).toBeVisible()
  await page.getByRole('tablist').or(page.getByRole('radiogroup')).first().scrollIntoViewIfNeeded()
  await page.mouse.wheel(0, 150)
  await keep(page, 'coach')
  await page.getByRole('button', { name: staff.common.signOut }).click()
  await door('studio', 'karim')
  await page.getByRole('link', { name: /Ballpoint pen/ }).click()
  await expect(page.getByRole('heading', { name: staff.studio.order })).toBeVisible()
  await keep(page, 'studio')
})
