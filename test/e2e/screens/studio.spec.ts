import { sealPackage } from '../../../src-main/instruction-package/sealPackage.ts'
import { staffWords } from '../../../src-renderer/ui/words/staffLanguages.ts'
import { readSource } from '../../support/instruction/samples.ts'
import { look, staffScreen } from './look.ts'
import { passDoor } from './people.ts'
import { expect, test } from './site.ts'

test.use({ viewport: staffScreen })
const { nl } = staffWords
const { studio } = nl

test.beforeEach(async ({ page, site }) => {
  await passDoor(page, `${site.url}studio`, 'karim')
  await expect(page.getByRole('heading', { name: studio.tasks })).toBeVisible()
})

test('the tasks are listed, and one is shown step by step with its groups, texts and skills', async ({ page }) => {
  await expect(page.getByRole('link', { name: /Balpen/ })).toContainText(studio.ready)
  await look(page, 'studio-tasks', { whole: true })
  await page.getByRole('link', { name: /Zakje schroeven/ }).click()
  await expect(page.getByRole('heading', { name: studio.order })).toBeVisible()
  await expect(page.getByText(studio.repeated(4)).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Pak een schroef' })).toBeVisible()
  await expect(page.getByRole('list', { name: studio.catalogue })).toHaveCount(2)
  await expect(page.getByText('This service uses the ESCO classification of the European Commission.')).toBeVisible()
  await look(page, 'studio-task', { whole: true })
  await page.getByRole('combobox', { name: studio.wordsIn }).click()
  await page.getByRole('option', { name: 'Українська' }).click()
  await expect(page.locator('[lang="uk"] h3').first()).toContainText(/[а-яі]/)
})

test('missing bindings are shown where they belong, and the task is ready when they are chosen', async ({
  page,
  site,
}) => {
  await page.getByRole('link', { name: /Balpen/ }).click()
  const bin = (name: string) => page.getByRole('combobox', { name, exact: true })
  const choose = async (name: string, option: string) => {
    await bin(name).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  await choose('Vulling', studio.bin('A'))
  await expect(page.getByText(studio.binTaken('A'))).toBeVisible()
  await page.getByRole('button', { name: nl.common.save }).click()
  await expect(page.getByText(studio.bindIncomplete(1))).toBeVisible()
  await look(page, 'studio-bind', { whole: true })
  expect((await site.client.bench.tasks()).find(({ id }) => id === 'pen')?.problems).toHaveLength(1)
  await choose('Vulling', studio.bin('E'))
  await expect(page.getByText(studio.binTaken('A'))).toBeHidden()
  await page.getByRole('button', { name: nl.common.save }).click()
  await expect(page.getByText(studio.bindSaved)).toBeVisible()
  expect((await site.client.bench.tasks()).find(({ id }) => id === 'pen')?.problems).toEqual([])
})

test('a valid package is imported, an invalid one is refused with every path, reason and remedy', async ({ page }) => {
  const source = await readSource('samples/pen')
  const pen = source.json as { readonly title: Readonly<Record<string, string>> }
  const penNamed = async (nl: string, version: number) => {
    const sealed = await sealPackage({ ...source, json: { ...pen, version, title: { ...pen.title, nl } } })
    if (!sealed.ok) throw new Error(JSON.stringify(sealed.failure))
    return sealed.value.packageBytes
  }
  const take = (name: string, bytes: Uint8Array) =>
    page.setInputFiles('input[type=file]', { name, mimeType: 'application/zip', buffer: Buffer.from(bytes) })

  await take('pen.handwijzer', await penNamed('Balpen deluxe', 2))
  await expect(page.getByText(studio.imported('Balpen deluxe'))).toBeVisible()
  await expect(page.getByRole('link', { name: /Balpen deluxe/ })).toContainText(studio.version(2))

  await take('old.handwijzer', await penNamed('Balpen anders', 1))
  await expect(page.getByRole('alert')).toContainText(studio.refused)
  await expect(page.getByRole('row').filter({ hasText: 'version 2 of "pen" is here already' })).toBeVisible()
  await look(page, 'studio-refused')

  await take('notes.zip', new TextEncoder().encode('no zip at all'))
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('row').filter({ hasText: 'version 2' })).toBeHidden()
})

test('the layouts are listed, and one is drawn from above with the worker’s side', async ({ page }) => {
  await page.getByRole('link', { name: studio.layouts }).click()
  await expect(page.getByText(studio.bins(6))).toBeVisible()
  await look(page, 'studio-layouts')
  await page.getByRole('link', { name: /Demonstration bench/ }).click()
  const drawing = page.getByRole('img', { name: /^De werkbank van boven/ })
  await expect(drawing).toContainText(studio.workersSide)
  await expect(page.getByRole('row')).toHaveCount(12)
  await look(page, 'studio-layout', { whole: true })
})
