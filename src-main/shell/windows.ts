// The windows at a bench: the table on one or two projectors, the side screen on another display; rearranged when displays
// change.
import { BrowserWindow, type Display, powerSaveBlocker, screen } from 'electron'
import { appOrigin } from './appProtocol.ts'
import { askWhichDisplay } from './askWhichDisplay.ts'
import { placeWindows, type Remembered, rememberDisplay, toRemember } from './placement.ts'
import type { RememberedDisplay } from './settings.ts'

export type WindowOptions = {
  readonly preload: string
  readonly kiosk: boolean
  readonly remembered: () => Remembered
  readonly remember: (projectors: Partial<Remembered>) => void
}

const secure = (preload: string): Electron.WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  /** The workplace page embeds the side screen as a frame; it needs the same preload to connect to the service. */
  nodeIntegrationInSubFrames: true,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  devTools: process.env['HANDWIJZER_DEVTOOLS'] === '1',
  /** The table must keep drawing and processing camera pictures while another window has the focus. */
  backgroundThrottling: false,
})

/** Opens the windows and keeps each on its display. Returns functions to focus the side screen and to choose projectors. */
export function openWindows({ preload, kiosk, remembered, remember }: WindowOptions) {
  /** The table windows by projector number. */
  const tables = new Map<1 | 2, BrowserWindow>()
  powerSaveBlocker.start('prevent-display-sleep')

  const placement = () => placeWindows(screen.getAllDisplays(), screen.getPrimaryDisplay().id, remembered())

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

  function openTable(which: 1 | 2, display: Display): BrowserWindow {
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
    void window.loadURL(`${appOrigin}/table${which === 2 ? '/2' : ''}`)
    window.on('closed', () => {
      if (tables.get(which) === window) tables.delete(which)
    })
    return window
  }

  /** Removed from the map at once: a projector that reconnects while the old window is closing gets a new one. */
  function closeTable(which: 1 | 2): void {
    const closing = tables.get(which)
    tables.delete(which)
    closing?.close()
  }

  function putTable(which: 1 | 2, display: Display | null): void {
    const open = tables.get(which)
    if (!display) closeTable(which)
    else if (open) moveTo(open, display)
    else tables.set(which, openTable(which, display))
  }

  function arrange(): void {
    const { projector, second, sideScreen } = placement()
    if (projector) remember({ projector: toRemember(projector, remembered().projector) })
    putTable(1, projector)
    putTable(2, second)
    if (!contains(sideScreen.bounds, side.getBounds())) side.setBounds(inside(sideScreen.bounds))
  }

  arrange()
  screen.on('display-added', arrange)
  screen.on('display-removed', arrange)
  screen.on('display-metrics-changed', arrange)
  side.on('closed', () => {
    closeTable(1)
    closeTable(2)
  })

  return {
    /** Shows a number on every display, and assigns the display that a person chooses to this projector. */
    chooseProjector: async (which: 1 | 2) => {
      const chosen = await askWhichDisplay(which, secure(preload))
      if (chosen === 'none') remember({ second: null })
      else if (chosen) remember(swapped(remembered(), which, rememberDisplay(chosen)))
      arrange()
      side.focus()
    },
    focus: () => {
      if (side.isMinimized()) side.restore()
      side.focus()
    },
  }
}

/** One display cannot be both projectors: when it was the other one, the two are swapped. */
function swapped({ projector, second }: Remembered, which: 1 | 2, chosen: RememberedDisplay): Remembered {
  if (which === 1) return { projector: chosen, second: second?.id === chosen.id ? projector : second }
  return { projector: projector?.id === chosen.id ? second : projector, second: chosen }
}

/** Bounds are set twice: with mixed scale factors the first call results in the wrong size. */
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
