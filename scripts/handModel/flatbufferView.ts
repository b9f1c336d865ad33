// Reads a flatbuffer without its schema, by field numbers, with bounds checks on every access.

/** The bytes are not a valid model of the expected version; the message is a sentence. */
export class DamagedModel extends Error {
  override readonly name = 'DamagedModel'
}

type TableView = {
  /** Offset of the table from the first byte. */
  readonly at: number
  /** Offset of the field's value, or null when the table has no such field. */
  readonly field: (number: number) => number | null
}

export type FlatbufferView = {
  readonly root: TableView
  readonly uint32: (at: number) => number
  /** Follows the offset stored at `at`. */
  readonly follow: (at: number) => number
  readonly table: (at: number) => TableView
  /** The positions of the tables in the vector at `at`. */
  readonly tablesIn: (at: number) => number[]
  /** The text of the string at `at`. */
  readonly text: (at: number) => string
}

/**
 * Opens the flatbuffer in `bytes`.
 * @throws {DamagedModel} when the identifier differs, or, while reading, when an offset is out of bounds.
 */
export function viewFlatbuffer(bytes: Uint8Array, identifier: string, name: string): FlatbufferView {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const damaged = () => new DamagedModel(`${name} is damaged: take a fresh copy of the package it came in`)
  const within = (at: number, size: number) => {
    if (at < 0 || at + size > data.byteLength) throw damaged()
    return at
  }
  const uint16 = (at: number) => data.getUint16(within(at, 2), true)
  const uint32 = (at: number) => data.getUint32(within(at, 4), true)
  const follow = (at: number) => within(at + uint32(at), 4)
  const table = (at: number): TableView => {
    const vtable = within(at - data.getInt32(within(at, 4), true), 4)
    const fieldCount = (uint16(vtable) - 4) / 2
    return {
      at,
      field(number) {
        const slot = number < fieldCount ? uint16(vtable + 4 + 2 * number) : 0
        return slot === 0 ? null : within(at + slot, 1)
      },
    }
  }
  within(0, 8)
  if (new TextDecoder('latin1').decode(bytes.subarray(4, 8)) !== identifier) throw damaged()
  return {
    root: table(follow(0)),
    uint32,
    follow,
    table,
    tablesIn(at) {
      const count = uint32(at)
      within(at + 4, 4 * count)
      return Array.from({ length: count }, (_, index) => follow(at + 4 + 4 * index))
    },
    text(at) {
      const length = uint32(at)
      return new TextDecoder().decode(bytes.subarray(within(at + 4, length), at + 4 + length))
    },
  }
}
