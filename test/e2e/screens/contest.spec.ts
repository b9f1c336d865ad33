// A worker contests a detected error; the coach reviews the evidence and agrees, and everything after it is recomputed.
import { staffWords } from '../../../src-renderer/ui/words/staffLanguages.ts'
import { workerWords } from '../../../src-renderer/ui/words/words.ts'
import { look, sideScreen, staffScreen } from './look.ts'
import { demoAccounts, holdBadge, passDoor } from './people.ts'
import { expect, test } from './site.ts'
import { handsAt } from './table.ts'
import { giveVoice, spokenOn } from './voice.ts'

const { work } = workerWords.nl
const { coach, learning } = staffWords.nl
const takeBarrel = 'Pak de huls'

test('an error detected wrongly is contested at the bench, and a coach agrees', async ({ page, site }) => {
  await page.setViewportSize(sideScreen)
  await giveVoice(page, ['nl-NL'])
  await page.goto(`${site.url}bench`)
  await expect(page.getByRole('button', { name: demoAccounts.noor.name })).toBeVisible()
  await holdBadge(page, demoAccounts.noor.badge)
  await site.client.bench.setPreferences({ voice: true })
  await page.getByRole('button', { name: /^Balpen/ }).click()
  const more = page.getByRole('button', { name: work.more, exact: true })
  await more.click()
  await expect(page.getByRole('button', { name: work.contest })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await handsAt(site).pick('F')
  await expect(page.getByText(work.wrongPart)).toBeVisible()
  await more.click()
  await look(page, 'contest-menu')
  await page.getByRole('button', { name: work.contest }).click()
  await expect(page.getByRole('dialog')).toContainText(takeBarrel)
  await look(page, 'contest-what')
  await page.getByRole('button', { name: work.contestReason.notMe }).click()
  await expect(page.getByRole('dialog', { name: work.contested })).toBeVisible()
  await expect(page.getByText(work.wrongPart)).toBeHidden()
  expect(await spokenOn(page)).toContain(work.contested)
  await look(page, 'contest-thanks')
  await page.getByRole('button', { name: work.resume }).click()
  await handsAt(site).pick('A')
  await expect(page.getByRole('img', { name: /^Stap 2 van/ })).toBeVisible()
  await site.client.bench.signOut()

  await page.setViewportSize(staffScreen)
  await passDoor(page, `${site.url}coach`, 'els')
  await page.getByRole('link', { name: coach.workers }).click()
  const tile = page.getByRole('link', { name: new RegExp(demoAccounts.noor.name) })
  await expect(tile).toContainText(coach.contested(1))
  await look(page, 'contest-workers')
  await tile.click()
  await page.getByText('Balpen', { exact: true }).first().click()
  await expect(page.getByText(learning.attention.contested)).toBeVisible()
  await page.getByRole('button', { name: learning.known.change(takeBarrel) }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText(learning.step.contestReason.notMe)).toBeVisible()
  await look(page, 'contest-coach')
  await drawer.getByRole('button', { name: learning.step.agree.notDone }).click()
  await expect(drawer.getByText(learning.step.notCounting)).toHaveCount(1)
  await expect(drawer.getByRole('button', { name: learning.step.keepAsSeen })).toHaveCount(0)
  await expect(page.getByText(learning.attention.contested)).toHaveCount(0)
})
