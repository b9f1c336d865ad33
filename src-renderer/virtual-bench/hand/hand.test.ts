import { type Bone, Matrix4, Vector3 } from 'three'
import { beforeAll, expect, test } from 'vitest'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import { readHands } from '../../../test/support/virtualBench/handFiles.ts'
import { buildHandMesh } from './handMesh.ts'
import { type HandModel, jointNames, parseHandModel } from './handModel.ts'
import { closedHand, type HandShape, openHand, openingOf, pinchingHand, pointingHand } from './handShape.ts'
import { createHandSkeleton, landmarkJoints } from './handSkeleton.ts'

let hands: Record<Hand, HandModel>
beforeAll(async () => {
  hands = await readHands()
})

/** The 21 landmarks of a shaped hand in hand space, mm. */
function landmarks(model: HandModel, shape: HandShape): Vector3[] {
  const skeleton = createHandSkeleton(model)
  skeleton.bend(shape)
  skeleton.bones[0]?.updateMatrixWorld(true)
  return landmarkJoints.map((joint) => new Vector3().setFromMatrixPosition((skeleton.bones[joint] as Bone).matrixWorld))
}

/** The same measure of openness that perception uses, seen from above. */
function openness(points: readonly Vector3[]): number {
  const flat = (i: number): Vector3 => (points[i] ?? new Vector3()).clone().setZ(0)
  const ratios = [5, 9, 13, 17].map((root) => flat(root + 3).distanceTo(flat(0)) / flat(root + 1).distanceTo(flat(0)))
  return ratios.reduce((sum, ratio) => sum + ratio, 0) / 4
}
const at = (points: readonly Vector3[], i: number): Vector3 => points[i] ?? new Vector3()

test('is a hand of natural size, fingers ahead, back up, the thumb on its own side', () => {
  for (const side of ['left', 'right'] as const) {
    const points = landmarks(hands[side], openHand)
    const length = at(points, 9).distanceTo(at(points, 0)) + at(points, 12).distanceTo(at(points, 9))
    expect(length).toBeGreaterThan(165)
    expect(length).toBeLessThan(195)
    expect(at(points, 12).y).toBeGreaterThan(150)
    expect(Math.sign(at(points, 4).x)).toBe(side === 'right' ? -1 : 1)
  }
})

test('bends its fingers towards the palm in every shape, never backwards', () => {
  for (const side of ['left', 'right'] as const) {
    for (const shape of [openHand, pinchingHand, closedHand, pointingHand]) {
      const points = landmarks(hands[side], shape)
      for (const tip of [8, 12, 16, 20]) expect(at(points, tip).z).toBeLessThan(at(points, tip - 3).z)
    }
  }
})

test('brings the tips of thumb, index and middle finger together when it pinches', () => {
  for (const side of ['left', 'right'] as const) {
    const pinched = landmarks(hands[side], pinchingHand)
    const open = landmarks(hands[side], openHand)
    expect(at(pinched, 4).distanceTo(at(pinched, 8))).toBeLessThan(22)
    expect(at(pinched, 8).distanceTo(at(pinched, 12))).toBeLessThan(24)
    expect(at(open, 4).distanceTo(at(open, 8))).toBeGreaterThan(60)
  }
})

test('looks open or closed from above by the measure that perception uses', () => {
  for (const side of ['left', 'right'] as const) {
    expect(openness(landmarks(hands[side], openHand))).toBeGreaterThan(1.15)
    expect(openness(landmarks(hands[side], pinchingHand))).toBeLessThan(1.07)
    expect(openness(landmarks(hands[side], closedHand))).toBeLessThan(0.95)
  }
})

test('stretches only the index finger when it points', () => {
  const points = landmarks(hands.right, pointingHand)
  for (const tip of [12, 16, 20]) expect(at(points, 8).y - at(points, tip).y).toBeGreaterThan(55)
})

test('mirrors left and right to within two millimetres', () => {
  for (const shape of [openHand, pinchingHand, closedHand, pointingHand]) {
    const right = landmarks(hands.right, shape)
    const left = landmarks(hands.left, shape)
    for (const [i, point] of right.entries()) {
      expect(point.distanceTo(at(left, i).clone().setX(-at(left, i).x)), `landmark ${i}`).toBeLessThan(
        i >= 1 && i <= 4 ? 6 : 4,
      )
    }
  }
})

test('blends shapes without a jump', () => {
  let before = landmarks(hands.right, openHand)
  for (let share = 0.05; share <= 1; share += 0.05) {
    const now = landmarks(hands.right, { pinch: share, closed: 0, point: 0 })
    for (const [i, point] of now.entries()) expect(point.distanceTo(at(before, i))).toBeLessThan(9)
    before = now
  }
})

test('counts a pointing hand as open and a gripping one as closed', () => {
  expect(openingOf(pointingHand)).toBe(1)
  expect(openingOf(closedHand)).toBe(0)
  expect(openingOf({ pinch: 0.25, closed: 0.25, point: 0 })).toBe(0.5)
})

test('continues into the arm without a gap at the wrist', () => {
  const geometry = buildHandMesh(hands.right, null)
  const position = geometry.getAttribute('position')
  const index = geometry.getIndex()
  const key = (corner: number): string =>
    [position.getX(corner), position.getY(corner), position.getZ(corner)].map((v) => Math.round(v * 50)).join()
  const sides = new Map<string, number>()
  for (let i = 0; i < (index?.count ?? 0); i += 3) {
    const corners = [0, 1, 2].map((k) => key(index?.getX(i + k) ?? 0))
    for (const k of [0, 1, 2]) {
      const name = [corners[k], corners[(k + 1) % 3]].sort().join(' ')
      sides.set(name, (sides.get(name) ?? 0) + 1)
    }
  }
  const openAt = [...sides]
    .filter(([, count]) => count === 1)
    .map(([name]) => Number(name.split(' ')[0]?.split(',')[1]) / 50)
  expect(openAt.length).toBeGreaterThan(0)
  expect(Math.max(...openAt)).toBeLessThan(-1000)
})

test('binds every vertex of hand, arm and sleeve with weights that add up to one', () => {
  const geometry = buildHandMesh(hands.left, { color: '#5d7180', cuffMm: 70 })
  const weights = geometry.getAttribute('skinWeight')
  const indices = geometry.getAttribute('skinIndex')
  for (let i = 0; i < weights.count; i++) {
    const sum = [0, 1, 2, 3].reduce((total, k) => total + weights.getComponent(i, k), 0)
    expect(Math.abs(sum - 1)).toBeLessThan(0.01)
    for (const k of [0, 1, 2, 3]) expect(indices.getComponent(i, k)).toBeLessThan(jointNames.length + 3)
  }
})

test('rejects a file that holds no hand', async () => {
  const json = JSON.stringify({ asset: { version: '2.0' }, scenes: [{ nodes: [] }], scene: 0 }).padEnd(64)
  const glb = new ArrayBuffer(20 + json.length)
  const view = new DataView(glb)
  for (const [i, word] of [0x46546c67, 2, glb.byteLength, json.length, 0x4e4f534a].entries())
    view.setUint32(i * 4, word, true)
  new Uint8Array(glb).set(new TextEncoder().encode(json), 20)
  await expect(parseHandModel('left', glb)).rejects.toThrow('no skinned mesh')
})

test('keeps its joints where the skin is bound when nothing bends', () => {
  const skeleton = createHandSkeleton(hands.right)
  skeleton.bones[0]?.updateMatrixWorld(true)
  for (const [i, bone] of skeleton.bones.entries()) {
    const rest = hands.right.joints[i]
    const expected = rest ? new Matrix4().compose(rest.position, rest.rotation, new Vector3(1, 1, 1)) : new Matrix4()
    for (const [k, value] of bone.matrixWorld.elements.entries())
      expect(value).toBeCloseTo(expected.elements[k] ?? 0, 3)
  }
})
