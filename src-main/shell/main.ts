// Electron's main process: windows, permissions, lifetime of the service. It contains no domain logic.
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, Menu, session, type WebContents, type WebFrameMain, webContents } from 'electron'
import { declareAppProtocol, isOurs, serveApp } from './appProtocol.ts'
import { guardNavigation, guardSession } from './guard.ts'
import { hostService, serviceName } from './serviceHost.ts'
import { readShellSettings, rememberProjectors, type ShellSettings } from './settings.ts'
import { openShellLog } from './shellLog.ts'
import { openWindows } from './windows.ts'

const root = join(__dirname, '..', '..')
const userData = process.env['HANDWIJZER_DATA'] ?? app.getPath('userData')
app.setPath('userData', userData)
const settingsFile = join(userData, 'shell.json')
const dataFolder = join(userData, 'bench')

const shellLog = openShellLog(join(dataFolder, 'logs'), Date.now)
const log = (sentence: string) => process.stdout.write(`${sentence}\n`)

/** Once noted, the bench goes on: windows and service do not depend on what failed here. */
function noteFault(error: unknown): void {
  log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  shellLog.thrown(error)
}

/** The first part of the address of a window's page, as `table`. */
const pageOf = (contents: WebContents): string => contents.getURL().split('/')[3] || 'home'

function start(): void {
  let settings: ShellSettings = readShellSettings(settingsFile, process.env)
  Menu.setApplicationMenu(null)
  guardSession(session.defaultSession)
  serveApp({
    pages: join(root, 'dist', 'renderer'),
    media: [join(dataFolder, 'media'), join(dataFolder, 'backups', 'media')],
  })

  /** The frames that asked for a connection to the service: a window's own page, and pages embedded in it. */
  const asked = new WeakSet<WebFrameMain>()
  const pages = () =>
    webContents
      .getAllWebContents()
      .flatMap(({ mainFrame }) => mainFrame.framesInSubtree.filter((one) => asked.has(one)))
  const joinPage = (page: WebFrameMain) => {
    const port = service.connect()
    if (port) page.postMessage('service-port', null, [port])
  }
  const tellGone = () => {
    for (const page of pages()) page.send('service-gone')
  }
  const service = hostService({
    entry: join(root, 'dist', 'service', 'main.js'),
    args: ['--data', dataFolder, '--root', root],
    nodeBinary: settings.nodeBinary,
    onReady: () => pages().forEach(joinPage),
    onGone: (how) => {
      shellLog.ended({ kind: 'serviceEnded', where: null }, how)
      tellGone()
    },
    onPause: () => tellGone(),
    log,
  })
  ipcMain.on('wants-service-port', ({ senderFrame: page }) => {
    if (page === null || !isOurs(page.url)) return
    asked.add(page)
    joinPage(page)
  })

  const windows = openWindows({
    preload: join(__dirname, 'preload.cjs'),
    kiosk: settings.kiosk,
    remembered: () => settings,
    remember: (projectors) => {
      const next = { ...settings, ...projectors }
      if (JSON.stringify(next) === JSON.stringify(settings)) return
      settings = next
      rememberProjectors(settingsFile, settings)
    },
  })
  ipcMain.on('choose-projector', ({ senderFrame: page }, which: unknown) => {
    if (page !== null && isOurs(page.url)) void windows.chooseProjector(which === 2 ? 2 : 1)
  })
  app.on('second-instance', windows.focus)
  app.on('render-process-gone', (_event, contents, how) => {
    log(`A window ended (${how.reason}). It is opened again.`)
    if (how.reason === 'clean-exit') return
    shellLog.ended({ kind: 'windowGone', where: pageOf(contents) }, how)
    BrowserWindow.fromWebContents(contents)?.reload()
  })
  app.on('child-process-gone', (_event, { type, name, ...how }) => {
    // The service's end is noted by its host, also where it runs in a Node of its own.
    if (how.reason !== 'clean-exit' && name !== serviceName) shellLog.ended({ kind: 'processGone', where: type }, how)
  })
  app.on('before-quit', service.stop)
}

process.on('uncaughtException', noteFault)
process.on('unhandledRejection', noteFault)
app.on('web-contents-created', (_event, contents) => {
  contents.on('unresponsive', () => {
    shellLog.ended({ kind: 'windowGone', where: pageOf(contents) }, { reason: 'unresponsive', exitCode: null })
  })
  contents.on('preload-error', (_error, _path, error) => shellLog.thrown(error, pageOf(contents)))
})

// A runtime with its own loader may start this code after the app is ready, too late for these two.
if (!app.isReady()) {
  declareAppProtocol()
  // Chromium's sandbox does not work as root; --no-sandbox states that the app was started as root on purpose.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}
guardNavigation()
if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
} else {
  app.quit()
}
