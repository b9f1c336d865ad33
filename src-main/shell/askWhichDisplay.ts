// Shows a large number on every display and waits until a person presses the number that appears on the table.
import { BrowserWindow, type Display, screen } from 'electron'
import { appOrigin } from './appProtocol.ts'
import { displayOfKey } from './placement.ts'

/** The chosen display, `none`, or null to leave the choice unchanged. */
type Answer = Display | 'none' | null

let asking: Promise<Answer> | null = null

/**
 * Asks for one of the table's projectors. A second call while the question is open gets the same answer.
 * @param which the number of the projector.
 */
export function askWhichDisplay(which: 1 | 2, webPreferences: Electron.WebPreferences): Promise<Answer> {
  asking ??= ask(which, webPreferences).finally(() => {
    asking = null
  })
  return asking
}

function ask(which: 1 | 2, webPreferences: Electron.WebPreferences): Promise<Answer> {
  const displays = screen.getAllDisplays()
  return new Promise((resolve) => {
    const windows = displays.map(({ bounds }, index) => {
      const window = new BrowserWindow({
        ...bounds,
        frame: false,
        alwaysOnTop: true,
        skipTaskbar: true,
        title: `Handwijzer ${index + 1}`,
        backgroundColor: '#000000',
        webPreferences,
      })
      window.setBounds(bounds)
      void window.loadURL(`${appOrigin}/display/${index + 1}${which === 2 ? '/second' : ''}`)
      window.webContents.on('before-input-event', (_event, { type, key }) => {
        const chosen = type === 'keyDown' ? displayOfKey(key, displays.length) : null
        if (chosen === 'leave') end(null)
        else if (chosen === 'none' && which === 2) end('none')
        else if (typeof chosen === 'number') end(displays[chosen - 1] ?? null)
      })
      window.on('closed', () => end(null))
      return window
    })
    windows[0]?.focus()

    function end(display: Answer): void {
      resolve(display)
      for (const window of windows) if (!window.isDestroyed()) window.destroy()
    }
  })
}
