// The task wall: which tasks are suitable for a worker today, in text and speech.
import { workerWords } from '../../../src-renderer/ui/words/words.ts'
import { sideScreen } from './look.ts'
import { demoAccounts, holdBadge } from './people.ts'
import { expect, test } from './site.ts'
import { giveVoice, spokenOn } from './voice.ts'

test.use({ viewport: sideScreen })
const { nl } = workerWords

test.beforeEach(async ({ page, site }) => {
  await giveVoice(page, ['nl-NL'])
  await page.goto(`${site.url}bench`)
  await expect(page.getByRole('button', { name: demoAccounts.noor.name })).toBeVisible()
})

test('each task says in kind words how suitable it is today, and says so aloud', async ({ page }) => {
  await holdBadge(page, demoAccounts.noor.badge)
  const card = (title: string) => page.getByRole('listitem').filter({ hasText: title })
  await expect(card('Balpen')).toContainText(nl.tasks.fit.alone)
  await expect(card('Fietsbel')).toContainText(nl.tasks.fit.withHelp)
  await expect(card('Stekker')).toContainText(nl.tasks.fit.learnNext)
  await page.getByRole('button', { name: `${nl.read}: Balpen` }).click()
  expect((await spokenOn(page)).at(-1)).toContain(`${nl.tasks.fit.alone}.`)
})

test('a guest, about whom nothing is known, sees no such sentence', async ({ page }) => {
  await page.getByRole('button', { name: nl.signIn.guest }).click()
  await expect(page.getByRole('button', { name: /^Balpen/ })).toContainText(nl.tasks.neverMade)
  for (const words of Object.values(nl.tasks.fit)) await expect(page.getByText(words)).toHaveCount(0)
})
