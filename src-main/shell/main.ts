// Electron's main process: windows, permissions, lifetime of the service. It contains no domain logic.
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, Menu, session, type WebFrameMain, webContents } from 'electron'
import { declareAppProtocol, isOurs, serveApp } from './appProtocol.ts'
import { guardNavigation, guardSession } from './guard.ts'
import { hostService } from './serviceHost.ts'
import { readShellSettings, rememberProjectors, type ShellSettings } from './settings.ts'
import { openWindows } from './windows.ts'

const root = join(__dirname, '..', '..')
const userData = process.env['HANDWIJZER_DATA'] ?? app.getPath('userData')
app.setPath('userData', userData)
const settingsFile = join(userData, 'shell.json')
const dataFolder = join(userData, 'bench')

const log = (sentence: string) => process.stdout.write(`${sentence}\n`)

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
  const service = hostService({
    entry: join(root, 'dist', 'service', 'main.js'),
    args: ['--data', dataFolder, '--root', root],
    nodeBinary: settings.nodeBinary,
    onReady: () => pages().forEach(joinPage),
    onGone: () => {
      for (const page of pages()) page.send('service-gone')
    },
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
  app.on('render-process-gone', (_event, contents, { reason }) => {
    log(`A window ended (${reason}). It is opened again.`)
    if (reason !== 'clean-exit') BrowserWindow.fromWebContents(contents)?.reload()
  })
  app.on('before-quit', service.stop)
}

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
