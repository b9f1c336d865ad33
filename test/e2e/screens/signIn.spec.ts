import { workerWords } from '../../../src-renderer/ui/words/words.ts'
import { sideScreen } from './look.ts'
import { demoAccounts, enterCode, holdBadge } from './people.ts'
import { expect, test } from './site.ts'

test.use({ viewport: sideScreen })
const { nl, ar } = workerWords

test.beforeEach(async ({ page, stillSite: site }) => {
  await page.goto(`${site.url}bench`)
  await expect(page.getByRole('button', { name: demoAccounts.noor.name })).toBeVisible()
})

test('a badge signs its worker in, in the worker’s own language', async ({ page, stillSite: site }) => {
  await holdBadge(page, demoAccounts.yusuf.badge)
  await expect(page.getByText(ar.tasks.choose)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await page.getByRole('button', { name: ar.signOut }).click()
  await expect(page.getByText(nl.signIn.holdBadge)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  expect((await site.client.bench.people()).length).toBe(3)
})

test('an unknown badge is answered with a sentence', async ({ page }) => {
  await holdBadge(page, '99999999')
  await expect(page.getByText(nl.signIn.unknownBadge)).toBeVisible()
})

test('a picture and its PIN sign in, by touch and by keyboard', async ({ page }) => {
  await page.getByRole('button', { name: demoAccounts.noor.name }).click()
  await enterCode(page, demoAccounts.noor.pin, nl.work.done)
  await expect(page.getByText(nl.tasks.greeting('Noor'))).toBeVisible()
  await page.getByRole('button', { name: nl.signOut }).click()
  await page.getByRole('button', { name: demoAccounts.noor.name }).click()
  for (const [index, digit] of Array.from(demoAccounts.noor.pin).entries()) {
    await page.keyboard.press(digit)
    // Only after the badge reader has recognised manual typing.
    await expect(page.getByRole('img', { name: String(index + 1), exact: true })).toBeVisible()
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText(nl.tasks.greeting('Noor'))).toBeVisible()
})

test('no digit of a badge gets into a PIN being entered', async ({ page }) => {
  await page.getByRole('button', { name: demoAccounts.noor.name }).click()
  await page.getByRole('button', { name: '9', exact: true }).click()
  await holdBadge(page, '88888888')
  await expect(page.getByText(nl.signIn.unknownBadge)).toBeVisible()
  await expect(page.getByRole('img', { name: '1', exact: true })).toBeVisible()
})

test('wrong PINs cause a wait with a countdown, and the right PIN works after it', async ({
  page,
  stillSite: site,
}) => {
  await page.clock.install()
  await page.getByRole('button', { name: demoAccounts.noor.name }).click()
  await enterCode(page, '0000', nl.work.done)
  await expect(page.getByText(nl.signIn.wrongPin)).toBeVisible()
  for (let attempt = 2; attempt <= 5; attempt += 1) await enterCode(page, '0000', nl.work.done)
  await expect(page.getByText(/^Wacht 1[0-5] seconden/)).toBeVisible()
  await expect(page.getByRole('button', { name: '1', exact: true })).toBeDisabled()
  await site.client.rehearsal.advance({ ms: 15_000 })
  await page.clock.runFor(15_000)
  await expect(page.getByRole('button', { name: '1', exact: true })).toBeEnabled()
  await enterCode(page, demoAccounts.noor.pin, nl.work.done)
  await expect(page.getByText(nl.tasks.greeting('Noor'))).toBeVisible()
})

test('a guest chooses a language and sees the tasks in it', async ({ page }) => {
  await page.getByRole('button', { name: 'Türkçe' }).click()
  await page.getByRole('button', { name: workerWords.tr.signIn.guest }).click()
  await expect(page.getByText(workerWords.tr.tasks.choose)).toBeVisible()
  await expect(page.getByRole('button', { name: workerWords.tr.skills.title })).toBeHidden()
})

test('a second badge is told that somebody is signed in already', async ({ page }) => {
  await holdBadge(page, demoAccounts.noor.badge)
  await expect(page.getByText(nl.tasks.greeting('Noor'))).toBeVisible()
  await holdBadge(page, demoAccounts.sam.badge)
  await expect(page.getByText(nl.refusal.someoneSignedIn)).toBeVisible()
})
