// The real shell, preload and windows in a real Electron, on displays that are connected and disconnected.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { installedElectron } from '../../../scripts/electron.ts'
import { workerWords } from '../../../src-renderer/ui/words/words.ts'
import { type Displays, hasTwoOutputs, openDisplays } from '../../support/electron/displays.ts'
import {
  electronArguments,
  launchShell,
  launchShellByPath,
  type ShellSetup,
  serviceProcessId,
  windowAt,
} from '../../support/electron/shell.ts'
import { demoAccounts, holdBadge } from '../screens/people.ts'
import { test as base, expect } from '../screens/site.ts'

const electron = installedElectron() ?? ''
const { nl } = workerWords

type Running = { readonly displays: Displays; readonly setup: ShellSetup; readonly app: ElectronApplication }

const test = base.extend<Running>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the required fixtures from the pattern.
  displays: async ({}, use) => {
    const displays = await openDisplays()
    await use(displays)
    displays.close()
  },
  setup: async ({ displays }, use) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'handwijzer-shell-'))
    await use({ electron, display: displays.name, dataFolder })
    rmSync(dataFolder, { recursive: true, force: true })
  },
  app: async ({ setup }, use) => {
    const app = await launchShell(setup)
    await use(app)
    await app.close()
  },
})

test.skip(electron === '', 'There is no Electron on this machine: its tests are skipped. ELECTRON names one to use.')

const boundsAt = (app: ElectronApplication, path: string) =>
  app.evaluate(
    ({ BrowserWindow }, wanted) =>
      // A window that is being closed is still listed, but without its page.
      BrowserWindow.getAllWindows()
        .find((one) => !one.isDestroyed() && !one.webContents.isDestroyed() && one.webContents.getURL() === wanted)
        ?.getBounds() ?? null,
    `app://handwijzer${path}`,
  )

async function lookAround(app: ElectronApplication): Promise<Page> {
  const side = await windowAt(app, '/')
  await side.getByRole('button', { name: /Look around/ }).click()
  await expect(side.getByRole('link', { name: /At the bench/ })).toBeVisible({ timeout: 60_000 })
  return side
}

test.describe('with projectors', () => {
  test.skip(!hasTwoOutputs, 'Two displays need Xorg’s dummy driver and the right to start it.')

  test('puts the table on the projector and the side screen on the other display', async ({ app }) => {
    await windowAt(app, '/table')
    await expect.poll(() => boundsAt(app, '/table')).toEqual({ x: 1920, y: 0, width: 1280, height: 800 })
    const side = await boundsAt(app, '/')
    expect(side?.x).toBe(0)
    expect(side?.width).toBeGreaterThanOrEqual(1900)
  })

  test('closes the table when the projector is disconnected, and opens it there again when it returns', async ({
    app,
    displays,
  }) => {
    await windowAt(app, '/table')
    displays.unplug()
    await expect.poll(() => boundsAt(app, '/table'), { timeout: 15_000 }).toBeNull()
    expect(await boundsAt(app, '/')).not.toBeNull()
    displays.plugIn()
    await expect
      .poll(() => boundsAt(app, '/table'), { timeout: 15_000 })
      .toEqual({ x: 1920, y: 0, width: 1280, height: 800 })
  })

  test('asks with a number on every display which is the projector, and moves the table there', async ({ app }) => {
    await windowAt(app, '/table')
    const side = await windowAt(app, '/')
    await side.evaluate(() => postMessage('handwijzer.chooseProjector', location.origin))
    const numbered = await windowAt(app, '/display/2')
    await expect(numbered.getByText('2', { exact: true })).toBeVisible({ timeout: 20_000 })
    expect(await boundsAt(app, '/display/2')).toMatchObject({ x: 1920, y: 0 })
    await app.evaluate(({ BrowserWindow }) => {
      const asking = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('/display/2'))
      asking?.webContents.sendInputEvent({ type: 'keyDown', keyCode: '1' })
    })
    await expect.poll(() => boundsAt(app, '/display/1')).toBeNull()
    await expect
      .poll(() => boundsAt(app, '/table'), { timeout: 15_000 })
      .toEqual({ x: 0, y: 0, width: 1920, height: 1080 })
  })

  test('lights the table from a second projector when one is chosen, until it is unchosen', async ({
    app,
    displays,
  }) => {
    await windowAt(app, '/table')
    const side = await windowAt(app, '/')
    displays.plugInSecond()
    const answer = async (key: string) => {
      await side.evaluate(() => postMessage('handwijzer.chooseSecondProjector', location.origin))
      const numbered = await windowAt(app, '/display/3/second')
      await expect(numbered.getByText('3', { exact: true })).toBeVisible({ timeout: 20_000 })
      await app.evaluate(({ BrowserWindow }, keyCode) => {
        const asking = BrowserWindow.getAllWindows().find((one) =>
          one.webContents.getURL().endsWith('/display/3/second'),
        )
        asking?.webContents.sendInputEvent({ type: 'keyDown', keyCode })
      }, key)
    }
    await answer('3')
    await expect
      .poll(() => boundsAt(app, '/table/2'), { timeout: 15_000 })
      .toEqual({ x: 3200, y: 0, width: 1280, height: 800 })
    expect(await boundsAt(app, '/table')).toEqual({ x: 1920, y: 0, width: 1280, height: 800 })
    await answer('0')
    await expect.poll(() => boundsAt(app, '/table/2'), { timeout: 15_000 }).toBeNull()
  })
})

test('shows only the home page where there is one display', async ({ setup, displays }) => {
  if (hasTwoOutputs) displays.unplug()
  const app = await launchShell(setup)
  const home = await windowAt(app, '/')
  await expect(home.getByRole('heading', { name: 'Welcome to Handwijzer' })).toBeVisible({ timeout: 20_000 })
  expect(app.windows()).toHaveLength(1)
  await app.close()
})

test('is at the same step within seconds after the service was killed, and continues', async ({ app }) => {
  const side = await lookAround(app)
  await side.getByRole('link', { name: /At the bench/ }).click()
  await expect(side.getByRole('button', { name: demoAccounts.noor.name })).toBeVisible()
  await holdBadge(side, demoAccounts.noor.badge)
  await side.getByRole('button', { name: /^Stekker/ }).click()
  const dots = side.getByRole('img', { name: /^Stap \d+ van \d+$/ })
  await expect(dots).toHaveAttribute('aria-label', /^Stap 1 /)
  await side.keyboard.press('Space')
  await expect(dots).toHaveAttribute('aria-label', /^Stap 2 /)

  const first = serviceProcessId(app)
  process.kill(first, 'SIGKILL')
  const diedAt = performance.now()
  await expect(side.getByText(nl.oneMoment)).toBeVisible()
  await expect(side.getByText(nl.oneMoment)).toBeHidden({ timeout: 20_000 })
  const backMs = Math.round(performance.now() - diedAt)
  expect(serviceProcessId(app)).not.toBe(first)
  await expect(dots).toHaveAttribute('aria-label', /^Stap 2 /)
  test.info().annotations.push({ type: 'measured', description: `same step back after ${backMs} ms` })
  await side.keyboard.press('Space')
  await expect(dots).toHaveAttribute('aria-label', /^Stap 3 /)
})

test('connects the side screen embedded in the workplace page', async ({ setup, demonstrationFolder }) => {
  cpSync(demonstrationFolder, join(setup.dataFolder, 'bench'), { recursive: true })
  const app = await launchShell(setup)
  const side = await windowAt(app, '/')
  await expect(side.getByRole('link', { name: /^Aan de werkbank/ })).toBeVisible({ timeout: 20_000 })
  await side.evaluate(() => location.assign('/workplace'))
  await expect(side.frameLocator('iframe').getByRole('button', { name: demoAccounts.noor.name })).toBeVisible({
    timeout: 30_000,
  })
  await app.close()
})

test('gives pages no access to Node, Electron or other origins', async ({ app }) => {
  const page = await windowAt(app, '/')
  await page.waitForLoadState()
  const seen = await page.evaluate(async () => ({
    origin: location.origin,
    secure: isSecureContext,
    node: ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
    outside: await fetch('https://example.org/').then(
      () => 'answered',
      () => 'refused',
    ),
    file: await fetch('file:///etc/hostname').then(
      () => 'answered',
      () => 'refused',
    ),
    above: await fetch(`${location.origin}/..%2f..%2fpackage.json`).then(({ status }) => status),
    popup: window.open('https://example.org/') === null,
    location: await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
    microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'refused',
    ),
  }))
  expect(seen).toMatchObject({
    origin: 'app://handwijzer',
    secure: true,
    node: [],
    outside: 'refused',
    file: 'refused',
    popup: true,
    location: 'denied',
    microphone: 'refused',
  })
  expect(seen.above).not.toBe(200)
  const refused = await app.evaluateHandle(({ BrowserWindow }) => {
    const asked = { address: '', prevented: false }
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL() === 'app://handwijzer/')
      ?.webContents.once('will-navigate', ({ defaultPrevented }, address) =>
        Object.assign(asked, { address, prevented: defaultPrevented }),
      )
    return asked
  })
  await page.evaluate(() => location.assign('https://example.org/'))
  await expect
    .poll(() => refused.evaluate((asked) => asked))
    .toEqual({ address: 'https://example.org/', prevented: true })
  expect(page.url()).toBe('app://handwijzer/')
})

test('runs once: a second start exits, and leaves the first running', async ({ app, setup }) => {
  await windowAt(app, '/')
  const executable = await app.evaluate(({ app: one }) => one.getPath('exe'))
  const second = spawnSync(executable, [...electronArguments], {
    env: {
      ...process.env,
      DISPLAY: setup.display,
      HANDWIJZER_DATA: setup.dataFolder,
      HANDWIJZER_NODE: process.execPath,
    },
    timeout: 20_000,
  })
  expect(second.status).toBe(0)
  expect(serviceProcessId(app)).toBeGreaterThan(0)
})

test('works as well when a runtime loads it after the app is ready', async ({ setup }) => {
  const app = await launchShellByPath(setup)
  const home = await windowAt(app, '/')
  await expect(home.getByRole('heading', { name: 'Welcome to Handwijzer' })).toBeVisible({ timeout: 20_000 })
  await app.close()
})
