// A bench whose data cannot be used: what its windows show, and how it is brought back from there.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { staffWords } from '../../../src-renderer/ui/words/staffLanguages.ts'
import type { RunningService } from '../../support/serviceProcess.ts'
import { look, sideScreen } from './look.ts'
import { passDoor } from './people.ts'
import { test as base, expect, start } from './site.ts'

const { nl, en } = staffWords
const { safekeeping } = nl

/** A demonstration site with a backup whose keys are sealed for `code`. Its service has ended. */
const test = base.extend<{ code: string; begin: () => Promise<RunningService> }>({
  code: async ({ siteFolder }, use) => {
    const service = await start(siteFolder)
    const { client } = service
    const [admin] = (await client.staff.people()).filter(({ roles }) => roles.includes('admin'))
    const account = (await client.system.site()).demoAccounts.find(({ name }) => name === admin?.name)
    if (!admin || !account) throw new Error('There is no administrator.')
    await client.staff.signIn({ personId: admin.personId, pin: account.pin })
    const { code } = await client.admin.makeRecoveryCode()
    await service.stop()
    await use(code)
  },
  begin: async ({ code: _code, siteFolder }, use) => {
    const begun: RunningService[] = []
    await use(async () => {
      const service = await start(siteFolder)
      begun.push(service)
      return service
    })
    for (const service of begun) await service.stop()
  },
})
test.use({ viewport: sideScreen, locale: 'nl-NL' })

const damage = (folder: string) => {
  const database = join(folder, 'handwijzer.sqlite')
  writeFileSync(database, Buffer.from(readFileSync(database)).fill(0xff, 4096, 40_000))
}

test('a damaged database beside a backup is put aside, and the bench comes back signed out and works', async ({
  page,
  siteFolder,
  begin,
}) => {
  damage(siteFolder)
  const { url } = await begin()
  await page.goto(url)
  await expect(page.getByRole('heading', { name: safekeeping.problem.databaseDamaged.title })).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(1)
  await look(page, 'rescue-damaged')
  await page.getByRole('button', { name: safekeeping.restore.next }).click()
  await expect(page.getByText(safekeeping.restore.steps[1] ?? '')).toBeVisible()
  await look(page, 'rescue-confirm')
  await page.getByRole('button', { name: safekeeping.restore.now }).press('Enter')
  await expect(page.getByRole('link', { name: new RegExp(nl.doors.workplace.name) })).toBeVisible({ timeout: 30_000 })
  expect(readdirSync(join(siteFolder, 'put-aside'))).toHaveLength(1)
  await passDoor(page, `${url}admin`, 'karim')
  await page.getByRole('button', { name: nl.admin.checkLog }).click()
  await expect(page.getByText(/^Alle [\d.]+ gebeurtenissen zijn zoals/)).toBeVisible()
})

test('a missing database never asks how to begin; the table stays dark', async ({ page, siteFolder, begin }) => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(siteFolder, `handwijzer.sqlite${suffix}`), { force: true })
  rmSync(join(siteFolder, 'backups'), { recursive: true })
  const { url } = await begin()
  await page.goto(url)
  const words = staffWords.nl.safekeeping
  await expect(page.getByRole('heading', { name: words.problem.databaseMissing.title })).toBeVisible()
  await expect(page.getByText(words.restore.none)).toBeVisible()
  await expect(page.getByText(nl.home.firstQuestion)).toBeHidden()
  await look(page, 'rescue-missing')
  await page.goto(`${url}table`)
  await expect(page.getByRole('heading', { name: words.lookAtScreen })).toBeVisible()
  await look(page, 'rescue-table')
})

test('missing keys come back with the code, in any of the staff’s languages, with the keyboard alone', async ({
  page,
  siteFolder,
  begin,
  code,
}) => {
  renameSync(join(siteFolder, 'keys'), join(siteFolder, 'keys-elsewhere'))
  const { url } = await begin()
  await page.goto(url)
  const { restore, problem, refused } = safekeeping
  await expect(page.getByRole('heading', { name: problem.keysMissing.title })).toBeVisible()
  await look(page, 'rescue-keys', { whole: true })
  const field = page.getByRole('textbox', { name: restore.code })
  await field.focus()
  await page.keyboard.type(code.replace(/.$/, (last) => (last === '0' ? '1' : '0')))
  await page.keyboard.press('Enter')
  await expect(page.getByText(refused.mistypedCode)).toBeVisible()
  await page.getByRole('combobox', { name: nl.common.language }).click()
  await page.getByRole('option', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: en.safekeeping.problem.keysMissing.title })).toBeVisible()
  await page.getByRole('textbox', { name: en.safekeeping.restore.code }).fill(code.toLowerCase())
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: en.safekeeping.keys.byCode })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: new RegExp(en.doors.workplace.name) })).toBeVisible({ timeout: 30_000 })
  expect(existsSync(join(siteFolder, 'keys', 'site.key'))).toBe(true)
})

test('keys are given up only by an administrator with the code', async ({ page, siteFolder, begin }) => {
  rmSync(join(siteFolder, 'keys'), { recursive: true })
  const { url, client } = await begin()
  await page.goto(url)
  const state = await client.rescue.state()
  await page.getByLabel(nl.admin.pin, { exact: true }).fill('9999')
  await page.getByRole('button', { name: safekeeping.goOn.now }).click()
  await expect(page.getByText(nl.signIn.wrongPin)).toBeVisible()
  expect(state?.admins).toHaveLength(1)
})

test('a backup on a stick brings the bench back on another computer, with its keys', async ({
  page,
  siteFolder,
  code,
  newBench,
}) => {
  // A bench that is not set up speaks English.
  const words = en.safekeeping
  const stick = join(siteFolder, 'stick')
  mkdirSync(stick)
  cpSync(join(siteFolder, 'backups'), join(stick, 'handwijzer-backups'), { recursive: true })
  await page.goto(newBench.url)
  await page.getByRole('button', { name: words.restore.title }).click()
  await page.getByRole('textbox', { name: words.restore.folder }).fill(stick)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio')).toHaveCount(1)
  await look(page, 'rescue-elsewhere')
  await page.getByRole('button', { name: words.restore.next }).click()
  await page.getByRole('textbox', { name: words.restore.code }).fill(code)
  await page.getByRole('button', { name: words.restore.now }).click()
  await expect(page.getByRole('link', { name: new RegExp(nl.doors.workplace.name) })).toBeVisible({ timeout: 30_000 })
})
