import { readFile } from 'node:fs/promises'
import { verifyCredential } from '../../../src-main/credential/verifyCredential.ts'
import { workerWords } from '../../../src-renderer/ui/words/words.ts'
import { sideScreen } from './look.ts'
import { demoAccounts, holdBadge } from './people.ts'
import { expect, test } from './site.ts'
import { giveVoice, spokenOn } from './voice.ts'

test.use({ viewport: sideScreen })
const { nl } = workerWords

test('an awarded skill is shown on the worker’s wall, read aloud, and exported as a genuine file', async ({
  page,
  site,
}) => {
  await giveVoice(page, ['nl-NL'])
  await page.goto(`${site.url}bench`)
  await expect(page.getByRole('button', { name: demoAccounts.noor.name })).toBeVisible()
  await holdBadge(page, demoAccounts.noor.badge)
  await page.getByRole('button', { name: nl.skills.title }).click()
  await page.getByRole('button', { name: 'Een pen in elkaar zetten' }).click()
  await expect(page.getByText(nl.skills.confirmedBy('Els'))).toBeVisible()
  await expect(page.getByText(nl.skills.genuine)).toBeVisible()
  const inEurope = page.getByRole('complementary', { name: nl.skills.inEurope })
  await expect(inEurope).toContainText('This service uses the ESCO classification of the European Commission.')
  await page.getByRole('button', { name: nl.read }).click()
  expect((await spokenOn(page)).at(-1)).toContain(nl.skills.confirmedBy('Els'))

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: nl.skills.takeAlong }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^skill-.*\.json$/)
  const text = await readFile(await download.path(), 'utf8')
  expect(await verifyCredential(text, { nowMs: Date.now() })).toMatchObject({ genuine: true, strength: 'hard' })
  expect(text).not.toContain(demoAccounts.noor.name)
  await expect(page.getByText(nl.skills.saved)).toBeVisible()
})

test('a wall without skills says that they will come', async ({ page, site }) => {
  await page.goto(`${site.url}bench`)
  await page.getByRole('button', { name: demoAccounts.sam.name }).waitFor()
  await holdBadge(page, demoAccounts.sam.badge)
  await page.getByRole('button', { name: workerWords.en.skills.title }).click()
  await expect(page.getByText(workerWords.en.skills.none)).toBeVisible()
})
