import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { handModelSha256 } from '../../src-renderer/perception/handModel.ts'
import { assembleHandModel, buildHandModel } from './build.ts'
import { bytes, existing, floats, table, text, uint32, vector, writeFlatbuffer } from './flatbuffer.ts'
import { viewFlatbuffer } from './flatbufferView.ts'
import { withImageMetadata } from './imageMetadata.ts'
import { unpackAsset } from './packedAssets.ts'

const packageFolder = dirname(createRequire(import.meta.url).resolve('@mediapipe/hands'))
const landmarkModel = () => readFile(join(packageFolder, 'hand_landmark_full.tflite'))

async function entriesOf(archive: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const zip = await fromBufferPromise(Buffer.from(archive), { lazyEntries: true })
  const entries = new Map<string, Uint8Array>()
  for await (const entry of zip.eachEntry()) {
    expect(entry.compressionMethod).toBe(0)
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    entries.set(entry.fileName, Buffer.concat(chunks))
  }
  return entries
}

describe('the flatbuffer writer', () => {
  it('writes fields that a reader finds by number, and leaves unset fields out', () => {
    const written = writeFlatbuffer(table(null, uint32(7), text('palm'), floats(0.5, 255)), 'TEST')
    const { root, uint32: read, follow, text: readText } = viewFlatbuffer(written, 'TEST', 'the test')
    expect(root.field(0)).toBeNull()
    expect(read(root.field(1) ?? 0)).toBe(7)
    expect(readText(follow(root.field(2) ?? 0))).toBe('palm')
    const list = follow(root.field(3) ?? 0)
    const view = new DataView(written.buffer)
    expect([read(list), view.getFloat32(list + 4, true), view.getFloat32(list + 8, true)]).toEqual([2, 0.5, 255])
    expect(root.field(4)).toBeNull()
  })

  it('keeps old bytes unchanged, aligned to 16, and refers to them', () => {
    const old = writeFlatbuffer(table(text('old words')), 'OLD ')
    const oldView = viewFlatbuffer(old, 'OLD ', 'the old one')
    const words = oldView.follow(oldView.root.field(0) ?? 0)
    const written = writeFlatbuffer(table(vector([existing(oldView.root.at)]), existing(words)), 'NEW ', old)
    const headBytes = written.length - old.length
    expect(headBytes % 16).toBe(0)
    expect(written.subarray(headBytes)).toEqual(old)
    const view = viewFlatbuffer(written, 'NEW ', 'the new one')
    expect(view.text(view.follow(view.root.field(1) ?? 0))).toBe('old words')
    const [carried] = view.tablesIn(view.follow(view.root.field(0) ?? 0))
    expect(view.text(view.follow(view.table(carried ?? 0).field(0) ?? 0))).toBe('old words')
  })

  it('aligns byte vectors to 16, as models require for their buffers', () => {
    const written = writeFlatbuffer(table(bytes(Uint8Array.of(9, 8, 7))), 'TEST')
    const view = viewFlatbuffer(written, 'TEST', 'the test')
    const list = view.follow(view.root.field(0) ?? 0)
    expect((list + 4) % 16).toBe(0)
    expect([...written.subarray(list + 4, list + 7)]).toEqual([9, 8, 7])
  })
})

describe('a model with image metadata', () => {
  it('keeps its operators, graph and buffers and gains one metadata entry that refers to a new buffer', async () => {
    const model = await landmarkModel()
    const before = viewFlatbuffer(model, 'TFL3', 'before')
    const told = withImageMetadata(model, 'the landmark model')
    const after = viewFlatbuffer(told, 'TFL3', 'after')
    const lists = (view: typeof before, field: number) => view.tablesIn(view.follow(view.root.field(field) ?? 0))
    const head = told.length - model.length
    expect(lists(after, 2).map((at) => at - head)).toEqual(lists(before, 2))
    expect(
      lists(after, 4)
        .slice(0, -1)
        .map((at) => at - head),
    ).toEqual(lists(before, 4))
    const entry = after.table(lists(after, 6).at(-1) ?? 0)
    expect(after.text(after.follow(entry.field(0) ?? 0))).toBe('TFLITE_METADATA')
    expect(after.uint32(entry.field(1) ?? 0)).toBe(lists(before, 4).length)

    const buffer = after.table(lists(after, 4).at(-1) ?? 0)
    const content = after.follow(buffer.field(0) ?? 0)
    const metadata = told.slice(content + 4, content + 4 + after.uint32(content))
    expect(() => viewFlatbuffer(metadata, 'M001', 'the metadata')).not.toThrow()
  })

  it('cannot be made from bytes that are no model, a truncated model, or a model that has metadata already', async () => {
    const model = await landmarkModel()
    const refused = (content: Uint8Array) => () => withImageMetadata(content, 'the landmark model')
    expect(refused(new TextEncoder().encode('not a model at all'))).toThrow(/damaged: take a fresh copy/)
    expect(refused(model.subarray(0, 4000))).toThrow(/damaged: take a fresh copy/)
    expect(refused(withImageMetadata(model, 'x'))).toThrow(/another version/)
  })
})

describe('the hand model', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hand-model-'))
    const files = [
      'hand_landmark_full.tflite',
      'hands_solution_packed_assets.data',
      'hands_solution_packed_assets_loader.js',
    ]
    for (const file of files) await cp(join(packageFolder, file), join(folder, file))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('has the pinned hash, whenever and wherever it is built', async () => {
    const first = await assembleHandModel(packageFolder)
    const second = await assembleHandModel(folder)
    expect(Buffer.compare(first, second)).toBe(0)
    expect((await buildHandModel()).sha256).toBe(handModelSha256)
  })

  it('is an archive of two stored models under the names that MediaPipe expects', async () => {
    const entries = await entriesOf(await assembleHandModel(packageFolder))
    expect([...entries.keys()]).toEqual(['hand_detector.tflite', 'hand_landmarks_detector.tflite'])
    for (const model of entries.values()) expect(Buffer.from(model.subarray(4, 8)).toString()).toBe('TFL3')
  })

  it('is refused with a sentence when the packed assets are damaged or of another version', async () => {
    const data = await readFile(join(packageFolder, 'hands_solution_packed_assets.data'))
    const loader = await readFile(join(packageFolder, 'hands_solution_packed_assets_loader.js'), 'utf8')
    const name = 'palm_detection_full.tflite'
    expect(unpackAsset(loader, data, name).length).toBe(2341280)
    expect(() => unpackAsset(loader, data.subarray(0, 1000), name)).toThrow(/end before .* fresh copy/)
    expect(() => unpackAsset(loader.replaceAll('palm', 'hand'), data, name)).toThrow(/hold no .* version/)
    await writeFile(join(folder, 'hand_landmark_full.tflite'), 'nothing')
    await expect(assembleHandModel(folder)).rejects.toThrow(/hand landmark model is damaged/)
  })
})
