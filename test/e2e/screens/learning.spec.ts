// A coach's view of one worker's learning, and the effect of the coach's settings and corrections.
import type { Page } from '@playwright/test'
import { staffWords } from '../../../src-renderer/ui/words/staffLanguages.ts'
import { look, staffScreen } from './look.ts'
import { demoAccounts, passDoor } from './people.ts'
import { expect, test } from './site.ts'

test.use({ viewport: staffScreen })
const { learning, coach, level, common } = staffWords.nl

async function openWorker(page: Page, url: string, who: 'noor' | 'yusuf'): Promise<void> {
  await passDoor(page, `${url}coach`, 'els')
  await page.getByRole('link', { name: coach.workers }).click()
  await page.getByRole('link', { name: new RegExp(demoAccounts[who].name) }).click()
  await page.getByText('Balpen', { exact: true }).first().click()
  await expect(page.getByRole('heading', { name: learning.known.title })).toBeVisible()
}
const step = learning.known.change('Pak de dop')

test('a worker’s learning is shown with its uncertainty, its days, and the suitable tasks', async ({ page, site }) => {
  await openWorker(page, site.url, 'yusuf')
  await expect(page.getByRole('img', { name: /kans dat de stap gekend is, misschien/ }).first()).toBeVisible()
  await expect(page.getByRole('img', { name: /dagen geoefend, van/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: learning.plan.title })).toBeVisible()
  await look(page, 'coach-learning', { whole: true })
})

test('a step’s prompting level is fixed, shown in full once, and a wrong detection is corrected', async ({
  page,
  site,
}) => {
  await openWorker(page, site.url, 'noor')
  await page.getByRole('button', { name: step }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('combobox', { name: learning.step.level }).click()
  await page.getByRole('option', { name: learning.step.fixed(level[2].name) }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Pak de dop' })).toContainText(level[2].name)
  await drawer.getByRole('button', { name: learning.step.demonstrate }).click()
  await expect(drawer.getByText(learning.step.demonstrationWanted)).toBeVisible()
  await drawer
    .getByRole('combobox', { name: /Wat geldt voor/ })
    .first()
    .click()
  await page.getByRole('option', { name: learning.step.corrections.contested }).click()
  await expect(drawer.getByText(learning.step.notCounting)).toHaveCount(1)
  await look(page, 'coach-step')
  await drawer.getByRole('button', { name: common.close }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Pak de dop' })).toContainText(level[3].name)
})

test('settings made for a worker, and a note, are stored', async ({ page, site }) => {
  await openWorker(page, site.url, 'noor')
  await page.getByRole('combobox', { name: learning.arrange.pace }).click()
  await page.getByRole('option', { name: learning.arrange.paces.slower }).click()
  await page.getByRole('button', { name: common.save, exact: true }).click()
  await expect(page.getByText(learning.arrange.saved)).toBeVisible()
  await page.getByLabel(learning.notes.write).fill('Sorteert eerst de doppen.')
  await page.getByRole('button', { name: learning.notes.keep, exact: true }).click()
  await expect(page.getByText('Sorteert eerst de doppen.', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByText('Sorteert eerst de doppen.', { exact: true })).toBeVisible()
  await expect(page.getByRole('combobox', { name: learning.arrange.pace })).toHaveValue(learning.arrange.paces.slower)
})
