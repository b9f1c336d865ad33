// Adds image metadata to a TFLite model: MediaPipe Tasks refuses a float model without normalisation parameters.
import { byte, bytes, existing, floats, table, text, uint32, vector, writeFlatbuffer } from './flatbuffer.ts'
import { DamagedModel, viewFlatbuffer } from './flatbufferView.ts'

const modelIdentifier = 'TFL3'
const metadataIdentifier = 'M001'
const metadataName = 'TFLITE_METADATA'

/** Field numbers of TFLite's `Model` table (tensorflow/lite/schema/schema.fbs). */
const modelField = {
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadata: 6,
  signatures: 7,
} as const

/** Values of the enumerations in TFLite's metadata schema (metadata_schema.fbs). */
const imageContent = 2
const rgb = 1
const normalization = 1

/**
 * A `ModelMetadata` flatbuffer: one input, an RGB picture whose bytes 0–255 are normalised to 0–1. Tables and field numbers are
 * those of metadata_schema.fbs.
 */
function pictureMetadata(): Uint8Array {
  const content = table(byte(imageContent), table(byte(rgb)))
  const zeroToOne = table(byte(normalization), table(floats(0), floats(255)))
  const input = table(null, null, null, content, vector([zeroToOne]))
  const subgraph = table(null, null, vector([input]))
  return writeFlatbuffer(table(null, null, null, vector([subgraph])), metadataIdentifier)
}

/**
 * The same model, with a new root in front that refers to everything in the old one and adds the metadata.
 * @throws {DamagedModel} when the bytes are no TFLite model, or have metadata already.
 */
export function withImageMetadata(model: Uint8Array, name: string): Uint8Array {
  const old = viewFlatbuffer(model, modelIdentifier, name)
  const place = (field: number) => {
    const at = old.root.field(field)
    return at === null ? null : old.follow(at)
  }
  const carried = (field: number) => {
    const at = place(field)
    return at === null ? null : existing(at)
  }
  const tablesOf = (field: number) => {
    const at = place(field)
    return at === null ? [] : old.tablesIn(at)
  }
  const version = old.root.field(modelField.version)
  const oldBuffers = tablesOf(modelField.buffers)
  const oldMetadata = tablesOf(modelField.metadata)
  if (version === null || oldBuffers.length === 0) {
    throw new DamagedModel(`${name} holds no model: take a fresh copy of the package it came in`)
  }
  const names = oldMetadata.map((entry) => {
    const at = old.table(entry).field(0)
    return at === null ? '' : old.text(old.follow(at))
  })
  if (names.includes(metadataName)) throw new DamagedModel(`${name} says already what it is fed: it is another version`)

  const buffers = vector([...oldBuffers.map(existing), table(bytes(pictureMetadata()))])
  const metadata = vector([...oldMetadata.map(existing), table(text(metadataName), uint32(oldBuffers.length))])
  const root = table(
    uint32(old.uint32(version)),
    carried(modelField.operatorCodes),
    carried(modelField.subgraphs),
    carried(modelField.description),
    buffers,
    null,
    metadata,
    carried(modelField.signatures),
  )
  return writeFlatbuffer(root, modelIdentifier, model)
}
