import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { staffWords } from '../../../src-renderer/ui/words/staffLanguages.ts'
import { workerWords } from '../../../src-renderer/ui/words/words.ts'
import { look, sideScreen } from './look.ts'
import { holdBadge, passDoor } from './people.ts'
import { expect, start, test } from './site.ts'

test.use({ viewport: sideScreen })
const { nl } = staffWords
const { admin } = nl

test.beforeEach(async ({ page, site }) => {
  await passDoor(page, `${site.url}admin`, 'karim')
  await expect(page.getByText(admin.well)).toBeVisible()
})

test('a worker is added with a picture and a badge, and can sign in with it at the bench', async ({ page, site }) => {
  await page.getByRole('button', { name: admin.addPerson }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: admin.addPerson }).click()
  await expect(dialog.getByText(admin.nameNeeded)).toBeVisible()
  await expect(dialog.getByText(admin.wayInNeeded)).toBeVisible()
  await expect(dialog.getByLabel(admin.name)).toBeFocused()
  await expect(dialog.getByLabel(admin.name)).toHaveAccessibleDescription(admin.nameNeeded)
  await look(page, 'admin-add')
  await dialog.getByLabel(admin.name).fill('Fatima')
  await dialog.getByRole('radio', { name: nl.pictures.balloon }).check({ force: true })
  await dialog.getByRole('textbox', { name: admin.badge }).click()
  await holdBadge(page, '10010001')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: admin.addPerson }).click()
  await expect(dialog.getByText(nl.failure.badgeTaken)).toBeVisible()
  await dialog.getByRole('textbox', { name: admin.badge }).fill('20020002')
  await dialog.getByRole('button', { name: admin.addPerson }).click()
  await expect(page.getByText(admin.added('Fatima'))).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Fatima' })).toContainText(nl.roles.worker)

  await page.goto(`${site.url}bench`)
  await expect(page.getByText(workerWords.nl.signIn.holdBadge)).toBeVisible()
  await holdBadge(page, '20020002')
  await expect(page.getByText(workerWords.nl.tasks.greeting('Fatima'))).toBeVisible()
})

test('staff need a PIN that is not too easy', async ({ page }) => {
  await page.getByRole('button', { name: admin.addPerson }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(admin.name).fill('Jo')
  await dialog.getByRole('checkbox', { name: nl.roles.coach }).check()
  await dialog.getByRole('button', { name: admin.addPerson }).click()
  await expect(dialog.getByText(admin.pinNeeded)).toBeVisible()
  await dialog.getByLabel(admin.pin, { exact: true }).fill('1234')
  await expect(dialog.getByText(nl.failure.weakPin)).toBeVisible()
  await dialog.getByLabel(admin.pin, { exact: true }).fill('8024')
  await dialog.getByRole('button', { name: admin.addPerson }).click()
  await expect(page.getByText(admin.added('Jo'))).toBeVisible()
  await expect(page.getByRole('button', { name: admin.addPerson })).toBeFocused()
})

test('a backup is made and listed, and the event log’s hash chain is found intact', async ({ page }) => {
  await expect(page.getByText(admin.noBackups)).toBeVisible()
  await page.getByRole('button', { name: admin.backUpNow }).click()
  await expect(page.getByText(/^De back-up is gemaakt en nagekeken/)).toBeVisible()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(1)
  await page.getByRole('button', { name: admin.checkLog }).click()
  await expect(page.getByText(/^Alle [\d.]+ gebeurtenissen zijn zoals/)).toBeVisible()
  await look(page, 'admin', { whole: true })
})

test('a fault in a window is counted, outlives a restart, and ends to ail the bench once it was seen', async ({
  page,
  site,
  siteFolder,
}) => {
  const { faults } = nl
  await expect(page.getByText(faults.none)).toBeVisible()
  const bench = await page.context().newPage()
  await bench.goto(`${site.url}bench`)
  await expect(bench.getByText(workerWords.nl.signIn.holdBadge)).toBeVisible()
  await bench.evaluate((name) => {
    for (let times = 0; times < 3; times += 1) reportError(new TypeError(`There is no ${name}.`))
    void Promise.reject(new RangeError(name))
    document.createElement('canvas').dispatchEvent(new Event('webglcontextlost'))
    const canvas = document.body.appendChild(document.createElement('canvas'))
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  }, 'Fatima')
  await expect.poll(async () => (await site.client.system.health()).faults.length).toBe(3)
  await bench.close()

  await site.stop()
  const again = await start(siteFolder)
  await passDoor(page, `${again.url}admin`, 'karim')
  await expect(page.getByText(admin.ailing)).toBeVisible()
  const row = page.getByRole('row', { name: 'TypeError' })
  await expect(row).toContainText(faults.kind.window)
  await expect(row).toContainText(faults.window.bench)
  await expect(row).toContainText(faults.isNew)
  await expect(row.getByRole('cell').first()).toHaveText('3')
  await expect(page.getByRole('row', { name: faults.kind.graphics })).toBeVisible()
  await look(page, 'admin-faults', { whole: true })

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: faults.saveLog }).click()
  const packed = await readFile(await (await saving).path())
  const text = gunzipSync(packed).toString()
  expect(text).toContain('"name":"RangeError"')
  expect(text).not.toContain('Fatima')

  await page.getByRole('button', { name: faults.markSeen }).click()
  await expect(page.getByText(admin.well)).toBeVisible()
  await expect(row).toBeVisible()
  await expect(row).not.toContainText(faults.isNew)
  await again.stop()
})
