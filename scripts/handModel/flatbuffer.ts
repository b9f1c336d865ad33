// A minimal flatbuffer writer, enough to add TFLite metadata to a model without a schema compiler.

/** A slot of a table: an inline scalar, an offset to another object, or unset. */
type Field = Scalar | Target | null
type Scalar = { readonly kind: 'byte' | 'uint32'; readonly value: number }
type Target = Table | Vector | Floats | Bytes | Existing

/** A flatbuffer table; the index in `fields` is the field's number in the schema (a union takes two: its type, its value). */
export type Table = { readonly kind: 'table'; readonly fields: readonly Field[] }
type Vector = { readonly kind: 'vector'; readonly items: readonly (Table | Existing)[] }
type Floats = { readonly kind: 'floats'; readonly values: readonly number[] }
type Bytes = { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly endsWithZero: boolean }
/** An object in the old flatbuffer, at this offset from its first byte. */
export type Existing = { readonly kind: 'existing'; readonly at: number }

export const byte = (value: number): Scalar => ({ kind: 'byte', value })
export const uint32 = (value: number): Scalar => ({ kind: 'uint32', value })
export const table = (...fields: readonly Field[]): Table => ({ kind: 'table', fields })
export const vector = (items: readonly (Table | Existing)[]): Vector => ({ kind: 'vector', items })
export const floats = (...values: readonly number[]): Floats => ({ kind: 'floats', values })
export const bytes = (content: Uint8Array): Bytes => ({ kind: 'bytes', bytes: content, endsWithZero: false })
export const text = (words: string): Bytes => ({
  kind: 'bytes',
  bytes: new TextEncoder().encode(words),
  endsWithZero: true,
})
export const existing = (at: number): Existing => ({ kind: 'existing', at })

/** The largest alignment that TFLite uses in a file, in bytes. */
const blockBytes = 16
const headerBytes = 8

const alignUp = (position: number, to: number) => Math.ceil(position / to) * to
const isTarget = (field: Field): field is Target => field !== null && field.kind !== 'byte' && field.kind !== 'uint32'
const vtableBytes = ({ fields }: Table) => alignUp(4 + 2 * fields.length, 4)

/**
 * Writes a flatbuffer whose root is `root`, followed by `old` unchanged. Offsets in a flatbuffer only point forwards, so new
 * tables in front can refer to anything in the old bytes. The new part is padded to 16 bytes, which preserves alignment.
 * Deterministic.
 */
export function writeFlatbuffer(root: Table, identifier: string, old: Uint8Array = new Uint8Array()): Uint8Array {
  if (identifier.length !== 4) throw new Error(`a flatbuffer's identifier has four letters, not "${identifier}"`)
  const { places, end } = layOut(root)
  const headBytes = alignUp(end, blockBytes)
  const out = new Uint8Array(headBytes + old.length)
  out.set(old, headBytes)
  const view = new DataView(out.buffer)
  const placeOf = (target: Target) => {
    const place = target.kind === 'existing' ? headBytes + target.at : places.get(target)
    if (place === undefined) throw new Error('a part of the flatbuffer was given no place')
    return place
  }
  const point = (from: number, target: Target) => view.setUint32(from, placeOf(target) - from, true)

  point(0, root)
  out.set(new TextEncoder().encode(identifier), 4)
  for (const [target, place] of places) {
    if (target.kind === 'table') writeTable(view, place, target, point)
    else writeList(view, place, target, point)
  }
  return out
}

/** Assigns each object its position, parents before the objects they refer to. */
function layOut(root: Table): { places: ReadonlyMap<Target, number>; end: number } {
  const places = new Map<Target, number>()
  const waiting: Target[] = [root]
  let end = headerBytes
  for (const target of waiting) {
    if (target.kind === 'existing' || places.has(target)) continue
    switch (target.kind) {
      case 'table': {
        const place = alignUp(end, 4) + vtableBytes(target)
        places.set(target, place)
        end = place + 4 + 4 * target.fields.length
        waiting.push(...target.fields.filter(isTarget))
        break
      }
      case 'vector':
        places.set(target, alignUp(end, 4))
        end = alignUp(end, 4) + 4 + 4 * target.items.length
        waiting.push(...target.items)
        break
      case 'floats':
        places.set(target, alignUp(end, 4))
        end = alignUp(end, 4) + 4 + 4 * target.values.length
        break
      case 'bytes': {
        const content = alignUp(end + 4, blockBytes)
        places.set(target, content - 4)
        end = content + target.bytes.length + (target.endsWithZero ? 1 : 0)
        break
      }
    }
  }
  return { places, end }
}

type Point = (from: number, target: Target) => void

function writeTable(view: DataView, place: number, target: Table, point: Point) {
  const vtable = place - vtableBytes(target)
  view.setInt32(place, place - vtable, true)
  view.setUint16(vtable, 4 + 2 * target.fields.length, true)
  view.setUint16(vtable + 2, 4 + 4 * target.fields.length, true)
  for (const [number, field] of target.fields.entries()) {
    if (field === null) continue
    const slot = 4 + 4 * number
    view.setUint16(vtable + 4 + 2 * number, slot, true)
    if (isTarget(field)) point(place + slot, field)
    else if (field.kind === 'byte') view.setUint8(place + slot, field.value)
    else view.setUint32(place + slot, field.value, true)
  }
}

function writeList(view: DataView, place: number, target: Exclude<Target, Table>, point: Point) {
  switch (target.kind) {
    case 'vector':
      view.setUint32(place, target.items.length, true)
      for (const [index, item] of target.items.entries()) point(place + 4 + 4 * index, item)
      break
    case 'floats':
      view.setUint32(place, target.values.length, true)
      for (const [index, value] of target.values.entries()) view.setFloat32(place + 4 + 4 * index, value, true)
      break
    case 'bytes':
      view.setUint32(place, target.bytes.length, true)
      new Uint8Array(view.buffer).set(target.bytes, place + 4)
      break
    case 'existing':
      break
  }
}
