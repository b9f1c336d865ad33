// The two windows at a bench: the table on the projector, the side screen on the other display; moved when displays change.
import { BrowserWindow, type Display, powerSaveBlocker, screen } from 'electron'
import { appOrigin } from './appProtocol.ts'
import { askWhichDisplay } from './askWhichDisplay.ts'
import { placeWindows, rememberDisplay } from './placement.ts'
import type { RememberedDisplay } from './settings.ts'

export type WindowOptions = {
  readonly preload: string
  readonly kiosk: boolean
  readonly projector: () => RememberedDisplay | null
  readonly remember: (display: RememberedDisplay) => void
}

const secure = (preload: string): Electron.WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  /** The workplace shows the side screen within its page: that page is joined to the service by the same preload. */
  nodeIntegrationInSubFrames: true,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  devTools: process.env['HANDWIJZER_DEVTOOLS'] === '1',
  /** The table goes on drawing and seeing when another window has the focus. */
  backgroundThrottling: false,
})

/** Opens the windows and keeps each on its display. Returns what brings the side screen to the front. */
export function openWindows({ preload, kiosk, projector, remember }: WindowOptions) {
  let table: BrowserWindow | null = null
  powerSaveBlocker.start('prevent-display-sleep')

  const placement = () => placeWindows(screen.getAllDisplays(), screen.getPrimaryDisplay().id, projector())

  const { bounds } = placement().sideScreen
  const side = new BrowserWindow({
    ...inside(bounds),
    kiosk,
    show: false,
    title: 'Handwijzer',
    backgroundColor: '#f7f4ec',
    autoHideMenuBar: true,
    webPreferences: secure(preload),
  })
  side.once('ready-to-show', () => side.show())
  void side.loadURL(`${appOrigin}/`)

  function openTable(display: Display): BrowserWindow {
    const window = new BrowserWindow({
      ...display.bounds,
      frame: false,
      fullscreen: true,
      show: false,
      title: 'Handwijzer table',
      backgroundColor: '#000000',
      autoHideMenuBar: true,
      webPreferences: secure(preload),
    })
    window.once('ready-to-show', () => {
      moveTo(window, display)
      window.showInactive()
    })
    void window.loadURL(`${appOrigin}/table`)
    window.on('closed', () => {
      if (table === window) table = null
    })
    return window
  }

  /** Forgotten at once: a projector that returns while the old window is closing gets a new one. */
  function closeTable(): void {
    const closing = table
    table = null
    closing?.close()
  }

  function arrange(): void {
    const { projector: wanted, sideScreen } = placement()
    if (wanted) {
      remember(rememberDisplay(wanted))
      if (table) moveTo(table, wanted)
      else table = openTable(wanted)
    } else {
      closeTable()
    }
    if (!contains(sideScreen.bounds, side.getBounds())) side.setBounds(inside(sideScreen.bounds))
  }

  arrange()
  screen.on('display-added', arrange)
  screen.on('display-removed', arrange)
  screen.on('display-metrics-changed', arrange)
  side.on('closed', closeTable)

  return {
    /** Shows its number on every display, and takes the one that a person names for the projector. */
    chooseProjector: async () => {
      const chosen = await askWhichDisplay(secure(preload))
      if (chosen) remember(rememberDisplay(chosen))
      arrange()
      side.focus()
    },
    focus: () => {
      if (side.isMinimized()) side.restore()
      side.focus()
    },
  }
}

/** Bounds are set twice: with mixed scale factors the first call lands on the wrong size. */
function moveTo(window: BrowserWindow, { bounds }: Display): void {
  window.setFullScreen(false)
  window.setBounds(bounds)
  window.setBounds(bounds)
  window.setFullScreen(true)
}

const inside = ({ x, y, width, height }: Electron.Rectangle): Electron.Rectangle => ({
  x,
  y,
  width: Math.min(width, 1920),
  height: Math.min(height, 1080),
})

const contains = (outer: Electron.Rectangle, inner: Electron.Rectangle): boolean =>
  inner.x >= outer.x - 8 &&
  inner.y >= outer.y - 8 &&
  inner.x < outer.x + outer.width &&
  inner.y < outer.y + outer.height
