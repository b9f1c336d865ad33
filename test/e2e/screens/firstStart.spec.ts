import { look, staffScreen } from './look.ts'
import { demoAccounts } from './people.ts'
import { expect, test } from './site.ts'

test.use({ viewport: staffScreen, locale: 'en-GB' })

test('a new bench offers a demonstration, and then shows its entry pages and the people to sign in as', async ({
  page,
  newBench,
}) => {
  await page.goto(newBench.url)
  await expect(page.getByRole('heading', { name: 'Welcome to Handwijzer' })).toBeVisible()
  await look(page, 'start-first')
  await page.getByRole('button', { name: /Look around/ }).click()
  await expect(page.getByText('Playing a month of work')).toBeVisible()
  await expect(page.getByRole('link', { name: /The whole workplace/ })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('link', { name: /At the bench/ })).toBeVisible()
  for (const { name, pin } of Object.values(demoAccounts)) {
    await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(`code ${pin}`)
  }
  await look(page, 'start-doors', { whole: true })
})

test('a new site is named, refuses an easy PIN, and lets its administrator in', async ({ page, newBench }) => {
  await page.goto(newBench.url)
  await page.getByRole('button', { name: /Set up this bench/ }).click()
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByText('Give a name.').first()).toBeVisible()
  await page.getByLabel('Name of the workshop').fill('The Lime Tree')
  await page.getByLabel('Your name').fill('Ada')
  await page.getByLabel(/^Your code(?! once)/).fill('1234')
  await page.getByLabel('Your code once more').fill('1243')
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByText('The two codes are not the same.')).toBeVisible()
  await look(page, 'start-set-up')
  await page.getByLabel(/^Your code(?! once)/).fill('4711')
  await page.getByLabel('Your code once more').fill('4711')
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('heading', { name: 'The Lime Tree' })).toBeVisible()
  await expect(page.getByText('Who you can be here')).toBeHidden()
  await look(page, 'start-own')
  expect(await newBench.client.system.site()).toMatchObject({ mode: 'own', name: 'The Lime Tree', demoAccounts: [] })

  await page.getByRole('link', { name: /Administration/ }).click()
  await page.getByRole('button', { name: /^Ada/ }).click()
  for (const digit of '4711') await page.keyboard.press(digit)
  await page.keyboard.press('Enter')
  await expect(page.getByText('All is well')).toBeVisible()
})

test('an unknown address is reported, with links to the entry pages', async ({ page, site }) => {
  await page.goto(`${site.url}nowhere`)
  await expect(page.getByText('Op dit adres is niets.')).toBeVisible()
  await expect(page.getByRole('link', { name: /Aan de werkbank/ })).toBeVisible()
})
