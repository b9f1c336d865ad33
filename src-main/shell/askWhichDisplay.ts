// Shows a large number on every display and waits until somebody presses the one that lies on the table.
import { BrowserWindow, type Display, screen } from 'electron'
import { appOrigin } from './appProtocol.ts'
import { displayOfKey } from './placement.ts'

let asking: Promise<Display | null> | null = null

/** Null when it is left as it is. Asked twice, the question that stands is answered for both. */
export function askWhichDisplay(webPreferences: Electron.WebPreferences): Promise<Display | null> {
  asking ??= ask(webPreferences).finally(() => {
    asking = null
  })
  return asking
}

function ask(webPreferences: Electron.WebPreferences): Promise<Display | null> {
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
      void window.loadURL(`${appOrigin}/display/${index + 1}`)
      window.webContents.on('before-input-event', (_event, { type, key }) => {
        const chosen = type === 'keyDown' ? displayOfKey(key, displays.length) : null
        if (chosen !== null) end(chosen === 'leave' ? null : (displays[chosen - 1] ?? null))
      })
      window.on('closed', () => end(null))
      return window
    })
    windows[0]?.focus()

    function end(display: Display | null): void {
      resolve(display)
      for (const window of windows) if (!window.isDestroyed()) window.destroy()
    }
  })
}
