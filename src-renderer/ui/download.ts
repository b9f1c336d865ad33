// Saves a file through the browser's download.

/** Saves text or bytes under the file name. */
export function saveFile(fileName: string, type: string, content: string | Uint8Array): void {
  const part = typeof content === 'string' ? content : Uint8Array.from(content)
  const url = URL.createObjectURL(new Blob([part], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
