// Writes an uncompressed, deterministic zip archive: MediaPipe reads models in place, and the hash must be reproducible.
import { crc32 } from 'node:zlib'

export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array }

const localSignature = 0x04034b50
const centralSignature = 0x02014b50
const endSignature = 0x06054b50
const localBytes = 30
const centralBytes = 46
const endBytes = 22
/** Version 1.0 of the format: stored files only. */
const version = 10
/** The earliest date a zip archive can store: 1 January 1980. */
const firstDay = 0x0021

/** An archive (PKWARE APPNOTE 4.3) of stored entries, in the given order. Names are ASCII; the total stays below 4 GB. */
export function writeStoredZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name)
    const checksum = crc32(entry.bytes)
    const local = new Uint8Array(localBytes + name.length)
    const localView = new DataView(local.buffer)
    localView.setUint32(0, localSignature, true)
    localView.setUint16(4, version, true)
    writeCommon(localView, 6, entry, name, checksum)
    local.set(name, localBytes)

    const central = new Uint8Array(centralBytes + name.length)
    const centralView = new DataView(central.buffer)
    centralView.setUint32(0, centralSignature, true)
    centralView.setUint16(4, version, true)
    centralView.setUint16(6, version, true)
    writeCommon(centralView, 8, entry, name, checksum)
    centralView.setUint32(42, at, true)
    central.set(name, centralBytes)

    parts.push(local, entry.bytes)
    directory.push(central)
    at += local.length + entry.bytes.length
  }
  const end = new DataView(new ArrayBuffer(endBytes))
  end.setUint32(0, endSignature, true)
  end.setUint16(8, entries.length, true)
  end.setUint16(10, entries.length, true)
  end.setUint32(
    12,
    directory.reduce((sum, part) => sum + part.length, 0),
    true,
  )
  end.setUint32(16, at, true)
  return Buffer.concat([...parts, ...directory, new Uint8Array(end.buffer)])
}

/** The fields shared by the local and the central header, from the flags on. */
function writeCommon(view: DataView, from: number, entry: ZipEntry, name: Uint8Array, checksum: number) {
  view.setUint16(from + 6, firstDay, true)
  view.setUint32(from + 8, checksum, true)
  view.setUint32(from + 12, entry.bytes.length, true)
  view.setUint32(from + 16, entry.bytes.length, true)
  view.setUint16(from + 20, name.length, true)
}
