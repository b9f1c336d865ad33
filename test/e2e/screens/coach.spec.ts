import { readFile } from 'node:fs/promises'
import { verifyCredential } from '../../../src-main/credential/verifyCredential.ts'
import { staffWords } from '../../../src-renderer/ui/words/staffLanguages.ts'
import { personId } from '../../support/ids.ts'
import { look, staffScreen } from './look.ts'
import { demoAccounts, passDoor } from './people.ts'
import { expect, test } from './site.ts'

test.use({ viewport: staffScreen })
const { nl } = staffWords
const { coach } = nl

test('nothing is shown before the coach has signed in, and nothing after signing out', async ({ page, site }) => {
  await page.goto(`${site.url}coach`)
  await expect(page.getByRole('button', { name: /^Els/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Karim/ })).toBeHidden()
  await look(page, 'staff-sign-in')
  await passDoor(page, `${site.url}coach`, 'els')
  await expect(page.getByRole('heading', { name: coach.proposals })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: coach.proposals })).toBeVisible()
  await page.getByRole('button', { name: nl.common.signOut }).click()
  await expect(page.getByRole('heading', { name: nl.signIn.title })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: nl.signIn.title })).toBeVisible()
})

test('a wrong PIN is refused with a sentence', async ({ page, site }) => {
  await page.goto(`${site.url}coach`)
  await page.getByRole('button', { name: /^Els/ }).click()
  await look(page, 'staff-code')
  for (const digit of '9876') await page.keyboard.press(digit)
  await page.keyboard.press('Enter')
  await expect(page.getByText(nl.signIn.wrongPin)).toBeVisible()
})

test('an awarded skill is signed, is listed among the decided, and its file verifies as genuine', async ({
  page,
  site,
}) => {
  await passDoor(page, `${site.url}coach`, 'els')
  const proposal = page.getByRole('article').first()
  await expect(proposal.getByText(coach.noErrors)).toBeVisible()
  await look(page, 'coach-proposals', { whole: true })
  const before = await page.getByRole('article').count()
  await proposal.getByRole('button', { name: coach.award }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(coach.note).fill('Samen drie gemaakt.')
  await look(page, 'coach-award')
  await dialog.getByRole('button', { name: coach.awardSure }).click()
  await expect(page.getByText(coach.awardChecked)).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(before - 1)
  const decided = page.getByRole('listitem').filter({ hasText: 'Samen drie gemaakt.' })
  await expect(decided).toContainText(coach.stateAwarded)
  await look(page, 'coach-awarded', { whole: true })

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    decided.getByRole('button', { name: new RegExp(coach.credential) }).click(),
  ])
  const verdict = await verifyCredential(await readFile(await download.path(), 'utf8'), { nowMs: Date.now() })
  expect(verdict).toMatchObject({ genuine: true, strength: 'hard' })
})

test('a proposal is declined only with a reason, which is stored', async ({ page, site }) => {
  await passDoor(page, `${site.url}coach`, 'els')
  await page.getByRole('article').first().getByRole('button', { name: coach.decline }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: coach.declineSure }).click()
  await expect(dialog.getByText(coach.reasonNeeded)).toBeVisible()
  await look(page, 'coach-decline')
  await dialog.getByLabel(coach.reason).fill('Eerst nog eens samen nakijken.')
  await dialog.getByRole('button', { name: coach.declineSure }).click()
  await expect(page.getByText(coach.declined)).toBeVisible()
  const decided = page.getByRole('listitem').filter({ hasText: 'Eerst nog eens samen nakijken.' })
  await expect(decided).toContainText(coach.stateDeclined)
  await expect(decided).toContainText(demoAccounts.els.name)
})

test('a proposal that someone else has decided meanwhile is reported as decided', async ({ page, site }) => {
  await passDoor(page, `${site.url}coach`, 'els')
  await page.getByRole('article').first().getByRole('button', { name: coach.award }).click()
  const els = (await site.client.staff.people()).find(({ name }) => name === demoAccounts.els.name)
  await site.client.staff.signIn({ personId: personId(els?.personId ?? ''), pin: demoAccounts.els.pin })
  for (const { proposalId, state } of await site.client.coach.proposals()) {
    if (state === 'open') await site.client.coach.decline({ proposalId, reason: 'Already looked at.' })
  }
  await page.getByRole('dialog').getByRole('button', { name: coach.awardSure }).click()
  await expect(page.getByText(nl.failure.notNow)).toBeVisible()
})

test('a worker’s steps show the prompting level, its reason, its history and what is still missing for mastery', async ({
  page,
  site,
}) => {
  await passDoor(page, `${site.url}coach`, 'els')
  await page.getByRole('link', { name: coach.workers }).click()
  await expect(page.getByRole('heading', { name: coach.workers })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    demoAccounts.noor.name,
    demoAccounts.sam.name,
    demoAccounts.yusuf.name,
  ])
  await look(page, 'coach-workers')
  await page.getByRole('link', { name: new RegExp(demoAccounts.noor.name) }).click()
  await expect(page.getByRole('heading', { name: demoAccounts.noor.name, exact: true })).toBeVisible()
  await page.getByText('Zakje schroeven', { exact: true }).first().click()
  const row = page.getByRole('row').filter({ hasText: 'Pak een schroef' })
  await expect(row.getByRole('img', { name: /40 keer: van/ })).toBeVisible()
  await expect(row).toContainText(coach.times(72))
  await look(page, 'coach-worker', { whole: true })
  await page.setViewportSize({ width: 1280, height: 800 })
  await look(page, 'coach-worker-narrow')
})

test('the staff’s pages use the chosen language, and remember it', async ({ page, site }) => {
  await page.goto(`${site.url}coach`)
  await page.getByRole('combobox', { name: nl.common.language }).click()
  await page.getByRole('option', { name: 'Français' }).click()
  await expect(page.getByRole('heading', { name: staffWords.fr.signIn.title })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await page.reload()
  await expect(page.getByRole('heading', { name: staffWords.fr.signIn.title })).toBeVisible()
})

test('a coach sees no link to the administrator’s pages', async ({ page, site }) => {
  await passDoor(page, `${site.url}coach`, 'els')
  await expect(page.getByRole('link', { name: coach.workers })).toBeVisible()
  await expect(page.getByRole('link', { name: nl.admin.title })).toBeHidden()
  await page.goto(`${site.url}admin`)
  await expect(page.getByText(nl.signIn.notYours)).toBeVisible()
})
