// Saves a file through the browser's download.
import type { Clock } from '../clock.ts'

/** The browser has read the file by then. */
const keptForMs = 10_000

/** Saves text or bytes under the name. */
export function saveFile(clock: Clock, fileName: string, type: string, content: string | Uint8Array): void {
  const part = typeof content === 'string' ? content : Uint8Array.from(content)
  const url = URL.createObjectURL(new Blob([part], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  clock.after(keptForMs, () => URL.revokeObjectURL(url))
}
