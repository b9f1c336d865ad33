// Writes zip files byte by byte, with false header fields where wanted, for testing the package reader.
import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as it is written; every header field can differ from the truth. */
export type CraftedEntry = {
  readonly name: string | Uint8Array
  readonly content?: Uint8Array | string
  readonly deflate?: boolean
  readonly method?: number
  readonly flags?: number
  readonly unixMode?: number
  readonly claimedBytes?: number
  readonly claimedCrc?: number
  readonly localName?: string
  /** Writes the offset of the first entry instead of this entry's own. */
  readonly pointsAtFirst?: boolean
}

/** The bytes of a zip with these entries; `claimedEntries` is the number in its end record. */
export function craftZip(entries: readonly CraftedEntry[], claimedEntries = entries.length): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '')
    const data = entry.deflate === true ? deflateRawSync(content) : content
    const name = Buffer.from(entry.name)
    const localName = Buffer.from(entry.localName ?? name)
    const shared = Buffer.alloc(22)
    shared.writeUInt16LE(entry.flags ?? 0, 0)
    shared.writeUInt16LE(entry.method ?? (entry.deflate === true ? 8 : 0), 2)
    shared.writeUInt32LE(0x00210000, 4)
    shared.writeUInt32LE(entry.claimedCrc ?? crc32(content), 8)
    shared.writeUInt32LE(data.length, 12)
    shared.writeUInt32LE(entry.claimedBytes ?? content.length, 16)
    shared.writeUInt16LE(name.length, 20)
    const localShared = Buffer.from(shared)
    localShared.writeUInt16LE(localName.length, 20)
    const local = Buffer.concat([bytes('504b03041400'), localShared, Buffer.alloc(2), localName, data])
    const tail = Buffer.alloc(16)
    tail.writeUInt32LE(((entry.unixMode ?? 0o100644) << 16) >>> 0, 8)
    tail.writeUInt32LE(entry.pointsAtFirst === true ? 0 : offset, 12)
    directory.push(Buffer.concat([bytes('504b010214031400'), shared, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(claimedEntries & 0xffff, 4)
  end.writeUInt16LE(claimedEntries & 0xffff, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...locals, central, bytes('504b0506'), end]))
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')
