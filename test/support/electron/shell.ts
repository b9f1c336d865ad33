// Starts the real shell in a real Electron, as on a workshop's machine.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import { graphicsArguments } from '../../../scripts/chromium.ts'

const root = join(import.meta.dirname, '..', '..', '..')
export const electronArguments = ['--no-sandbox', ...graphicsArguments] as const

export type ShellSetup = {
  readonly electron: string
  readonly display: string
  readonly dataFolder: string
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the shell like the packaged app: Electron loads it before it is ready. */
export const launchShell = (setup: ShellSetup): Promise<ElectronApplication> =>
  carriesALoader(setup.electron)
    ? launch(setup, withAppInside(setup.electron), [])
    : launch(setup, setup.electron, [root])

/** Starts the shell as an argument of Electron: a runtime with its own loader runs it after it is ready. */
export const launchShellByPath = (setup: ShellSetup): Promise<ElectronApplication> =>
  launch(setup, setup.electron, [root])

const launch = ({ display, dataFolder, env }: ShellSetup, electron: string, args: readonly string[]) =>
  _electron.launch({
    executablePath: electron,
    args: [...electronArguments, ...args],
    env: {
      ...process.env,
      DISPLAY: display,
      HANDWIJZER_DATA: dataFolder,
      /** SQLite does not load in the Node of older Electrons. */
      HANDWIJZER_NODE: process.execPath,
      ...env,
    },
  })

/** The window whose page has this path; waits for it to open. */
export async function windowAt(app: ElectronApplication, path: string): Promise<Page> {
  let found: Page | undefined
  await expect
    .poll(() => (found = app.windows().find((page) => new URL(page.url()).pathname === path)) !== undefined, {
      message: `a window at ${path}`,
      timeout: 60_000,
    })
    .toBe(true)
  if (!found) throw new Error(`There is no window at ${path}.`)
  return found
}

/** The id of the process that runs the bench service for this shell. */
export function serviceProcessId(app: ElectronApplication): number {
  const parent = String(app.process().pid)
  const { stdout } = spawnSync('ps', ['--ppid', parent, '-o', 'pid=,args='])
  const line = stdout
    .toString()
    .split('\n')
    .find((one) => one.includes('service/main.js'))
  const id = Number.parseInt(line ?? '', 10)
  if (Number.isNaN(id)) throw new Error('The shell has no service.')
  return id
}

const loaderOf = (electron: string): string => join(dirname(electron), 'resources', 'app')
const carriesALoader = (electron: string): boolean => existsSync(join(loaderOf(electron), 'package.json'))

/** The same Electron (its files linked, not copied) with the shell as its bundled app. */
function withAppInside(electron: string): string {
  const copy = join(root, '.cache', 'electron-with-app')
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(dirname(copy), { recursive: true })
  const linked = spawnSync('cp', ['-al', dirname(electron), copy])
  if (linked.status !== 0) spawnSync('cp', ['-a', dirname(electron), copy])
  const inside = join(copy, 'electron')
  const app = loaderOf(inside)
  rmSync(app, { recursive: true })
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'handwijzer', main: 'main.js' }))
  writeFileSync(join(app, 'main.js'), `require(${JSON.stringify(join(root, 'dist', 'shell', 'main.cjs'))})\n`)
  return inside
}
