// A demonstration site for each test: the real service in its own process, on a copy of prepared data.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { type RunningService, startService } from '../../support/serviceProcess.ts'

/** A folder whose built pages are used instead of those in `dist`, for testing work in progress. */
const root = process.env['HANDWIJZER_ROOT']

/** Starts a service on the data in a folder. */
export const start = (folder: string, ...more: readonly string[]): Promise<RunningService> =>
  startService(folder, ...(root === undefined ? [] : ['--root', root]), ...more)

const newFolder = () => mkdtempSync(join(tmpdir(), 'handwijzer-e2e-'))
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true })

type ForTest = {
  /** A bench that has not been set up yet. */
  readonly newBench: RunningService
  /** The demonstration site, fresh for this test. */
  readonly site: RunningService
  /** The same with a stopped clock, so that nothing happens by timeout. */
  readonly stillSite: RunningService
  readonly siteFolder: string
}
type ForWorker = { readonly demonstrationFolder: string }

export const test = base.extend<ForTest, ForWorker>({
  /** A fault in a page, or anything that the page's own policy refuses, fails the test, whatever else was seen. */
  page: async ({ page }, use) => {
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) faults.push(message.text())
    })
    await use(page)
    expect(faults, 'faults in the page').toEqual([])
  },
  demonstrationFolder: [
    async ({ playwright: _playwright }, use) => {
      const folder = newFolder()
      const service = await start(folder)
      await service.client.system.setUp({ mode: 'demonstration', language: 'nl' })
      await service.stop()
      await use(folder)
      remove(folder)
    },
    { scope: 'worker' },
  ],
  siteFolder: async ({ demonstrationFolder }, use) => {
    const folder = newFolder()
    cpSync(demonstrationFolder, folder, { recursive: true })
    await use(folder)
    remove(folder)
  },
  site: async ({ siteFolder }, use) => {
    const service = await start(siteFolder)
    await use(service)
    await service.stop()
  },
  stillSite: async ({ siteFolder }, use) => {
    const service = await start(siteFolder, '--manual-clock', String(Date.now()))
    await use(service)
    await service.stop()
  },
  newBench: async ({ playwright: _playwright }, use) => {
    const folder = newFolder()
    const service = await start(folder)
    await use(service)
    await service.stop()
    remove(folder)
  },
})
export { expect }
