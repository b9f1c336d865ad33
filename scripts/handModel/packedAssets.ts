// Extracts one file from the packed assets of an Emscripten program: a data file, and a loader script with the offsets.
import { DamagedModel } from './flatbufferView.ts'

/**
 * The bytes of the packed file whose path ends with `/name`.
 * @throws {DamagedModel} when the loader does not list it, or the data file is too short.
 */
export function unpackAsset(loader: string, data: Uint8Array, name: string): Uint8Array {
  const entries = loader.matchAll(/\{"filename":\s*"([^"]+)",\s*"start":\s*(\d+),\s*"end":\s*(\d+)/g)
  for (const [, path, start, end] of entries) {
    if (!path?.endsWith(`/${name}`)) continue
    const [from, to] = [Number(start), Number(end)]
    if (from >= to || to > data.length) {
      throw new DamagedModel(`the packed assets end before ${name} does: take a fresh copy of the package they came in`)
    }
    return data.subarray(from, to)
  }
  throw new DamagedModel(`the packed assets hold no ${name}: the package is another version than the one pinned`)
}
