// Reads a rigged hand of the WebXR profile, whose joints are siblings in the file, into one coordinate frame and joint
// order.
import { Matrix4, Quaternion, type SkinnedMesh, Vector3 } from 'three'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'

export const fingers = ['thumb', 'index-finger', 'middle-finger', 'ring-finger', 'pinky-finger'] as const
export type Finger = (typeof fingers)[number]

const segments = (finger: Finger): string[] =>
  finger === 'thumb'
    ? ['metacarpal', 'phalanx-proximal', 'phalanx-distal', 'tip']
    : ['metacarpal', 'phalanx-proximal', 'phalanx-intermediate', 'phalanx-distal', 'tip']

/** Names of the joints from wrist to fingertips in the order of the WebXR hand input specification. */
export const jointNames: readonly string[] = [
  'wrist',
  ...fingers.flatMap((finger) => segments(finger).map((segment) => `${finger}-${segment}`)),
]

/** The parent of joint `index` in the rebuilt chain; -1 for the wrist. */
export const parentJoint = (index: number): number =>
  index === 0 ? -1 : jointNames[index]?.endsWith('-metacarpal') ? 0 : index - 1

/** A joint at rest in hand space: its own x to the right, y out of the back of the hand, z back towards the wrist. */
type RestJoint = { readonly position: Vector3; readonly rotation: Quaternion }

/**
 * A hand's mesh and joints in hand space: mm, the wrist at the origin, x to the right when the back is up, y along the
 * fingers, z out of the back of the hand. Each vertex is bound to four joints (`skinIndex` into `joints`).
 */
export type HandModel = {
  readonly side: Hand
  readonly joints: readonly RestJoint[]
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly uvs: Float32Array
  readonly skinIndices: Uint16Array
  readonly skinWeights: Float32Array
  readonly triangles: Uint32Array
}

/**
 * Reads the bytes of `generic-hand/{left,right}.glb` of the npm package `@webxr-input-profiles/assets` (MIT).
 * @throws when the file holds no hand with the 25 joints of the WebXR hand input specification.
 */
export async function parseHandModel(side: Hand, glb: ArrayBuffer): Promise<HandModel> {
  const { scene } = await new GLTFLoader().parseAsync(glb, '')
  const mesh = scene.getObjectByProperty('isSkinnedMesh', true) as SkinnedMesh | undefined
  if (!mesh) throw new Error(`The ${side} hand's file holds no skinned mesh.`)
  const { geometry, skeleton } = mesh
  const fileIndex = jointNames.map((name) => skeleton.bones.findIndex((bone) => bone.name === name))
  if (fileIndex.includes(-1)) throw new Error(`The ${side} hand's file lacks some of the 25 joints of a WebXR hand.`)

  const bind = fileIndex.map((index) => skeleton.boneInverses[index]?.clone().invert() ?? new Matrix4())
  const wrist = new Vector3().setFromMatrixPosition(bind[0] ?? new Matrix4())
  const toHand = fileToHand(side, wrist)
  const position = geometry.getAttribute('position').clone().applyMatrix4(toHand)
  const normal = geometry.getAttribute('normal').clone().transformDirection(toHand)
  const newIndex = new Map(fileIndex.map((index, position) => [index, position]))

  return {
    side,
    joints: bind.map((matrix) => restJoint(toHand.clone().multiply(matrix))),
    positions: Float32Array.from(position.array),
    normals: Float32Array.from(normal.array),
    uvs: Float32Array.from(geometry.getAttribute('uv').array),
    skinIndices: Uint16Array.from(geometry.getAttribute('skinIndex').array, (index) => newIndex.get(index) ?? 0),
    skinWeights: Float32Array.from(geometry.getAttribute('skinWeight').array),
    triangles: Uint32Array.from(geometry.getIndex()?.array ?? []),
  }
}

/**
 * Fetches and reads one hand.
 * @throws when it cannot be fetched or read.
 */
export async function loadHandModel(side: Hand, url: string): Promise<HandModel> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The ${side} hand could not be loaded (${response.status}).`)
  return parseHandModel(side, await response.arrayBuffer())
}

/**
 * The transform from the file's frame, which is in metres with fingers along -y, the thumb at -z, and the back of the
 * right hand at +x, of the left at -x.
 */
function fileToHand(side: Hand, wrist: Vector3): Matrix4 {
  const s = side === 'right' ? 1000 : -1000
  return new Matrix4()
    .set(0, 0, s, 0, 0, -1000, 0, 0, s, 0, 0, 0, 0, 0, 0, 1)
    .multiply(new Matrix4().makeTranslation(-wrist.x, -wrist.y, -wrist.z))
}

function restJoint(matrix: Matrix4): RestJoint {
  const joint = { position: new Vector3(), rotation: new Quaternion() }
  matrix.decompose(joint.position, joint.rotation, new Vector3())
  return joint
}
