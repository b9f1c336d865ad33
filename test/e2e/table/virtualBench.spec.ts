// The virtual bench as seen by its camera, its projector and the real hand tracker, in Chromium.
import { expect, test } from '@playwright/test'
import { applyHomography } from '../../../src-domain/geometry/homography.ts'
import { defaultAppearance, skinTones } from '../../../src-renderer/virtual-bench/appearance.ts'
import type { HandPose } from '../../../src-renderer/virtual-bench/hand/handPose.ts'
import { openHand, pinchingHand, pointingHand } from '../../../src-renderer/virtual-bench/hand/handShape.ts'
import { distortPoint } from '../../../src-renderer/virtual-bench/lens.ts'
import { defaultRig } from '../../../src-renderer/virtual-bench/rig.ts'
import { type OpenBench, openVirtualBench } from '../../support/virtualBench/open.ts'
import { smallBench, smallStock } from '../../support/virtualBench/smallBench.ts'

test.describe.configure({ timeout: 180_000 })

let bench: OpenBench
test.beforeAll(async () => {
  bench = await openVirtualBench()
})
test.afterAll(async () => {
  const complaints = bench.complaints.filter((text) => !/GPU stall|Automatic fallback|XNNPACK|^[WE]\d{4} /.test(text))
  await bench.close()
  expect(complaints).toEqual([])
})

const setup = { layout: smallBench, stock: smallStock, seed: 3 }
const bare = { ...smallBench, bins: [], zones: [] }
const { width, height } = defaultRig.camera
const pose = (x: number, y: number, z: number, shape: HandPose['shape']): HandPose => ({
  x,
  y,
  z,
  yaw: 0,
  pitch: 0.2,
  roll: 0.28,
  shape,
})
/** The camera's current picture, one byte per pixel. */
const take = async (): Promise<Uint8Array> => Buffer.from(await bench.call('camera'), 'base64')
/** The brightness difference of two pictures at a px. */
const gain = (lit: Uint8Array, dark: Uint8Array, x: number, y: number): number => {
  const at = Math.round(y) * width + Math.round(x)
  return (lit[at] ?? 0) - (dark[at] ?? 0)
}

test('renders byte-identical pictures for the same seed and steps, and different ones for another seed', async () => {
  const takeWith = async (seed: number): Promise<string> => {
    await bench.call('open', { ...setup, seed })
    await bench.call('pose', { right: pose(100, 20, 60, openHand) })
    await take()
    return bench.call('camera')
  }
  const first = await takeWith(3)
  expect((await takeWith(3)) === first).toBe(true)
  expect((await takeWith(4)) === first).toBe(false)
})

test('shows projected light where camera, lens and projector model predict it, to a seventh of a pixel', async () => {
  const camera = { ...defaultRig.camera, k1: -0.12, k2: 0.02, noiseLevels: 1 }
  const { tableToCamera, tableToProjector } = await bench.call('open', {
    ...setup,
    layout: bare,
    stock: [],
    rig: { ...defaultRig, camera },
  })
  const points = [-480, -160, 160, 480].flatMap((x) => [-310, 0, 310].map((y) => ({ x, y })))
  await bench.call('pose', {})
  const dark = await take()
  await bench.call(
    'project',
    points.map(({ x, y }) => ({ ...applyHomography(tableToProjector, { x, y }), radius: 9, color: '#ffffff' })),
  )
  const lit = await take()
  for (const { x, y } of points) {
    const expected = distortPoint(camera, applyHomography(tableToCamera, { x, y }))
    const sum = { weight: 0, x: 0, y: 0 }
    for (let py = Math.round(expected.y) - 12; py <= expected.y + 12; py++) {
      for (let px = Math.round(expected.x) - 12; px <= expected.x + 12; px++) {
        const weight = Math.max(0, gain(lit, dark, px, py) - 12)
        sum.weight += weight
        sum.x += weight * (px + 0.5)
        sum.y += weight * (py + 0.5)
      }
    }
    expect(sum.weight).toBeGreaterThan(500)
    expect(Math.hypot(sum.x / sum.weight - expected.x, sum.y / sum.weight - expected.y)).toBeLessThan(0.15)
  }
})

test('lets a hand be lit by the projector and cast its shadow on the table', async () => {
  await bench.call('open', { ...setup, layout: bare, stock: [] })
  const { hands } = await bench.call('pose', { right: pose(120, 20, 120, openHand) })
  const everything = [{ x: 640, y: 400, radius: 900, color: '#ffffff' }]
  const dark = await take()
  await bench.call('project', everything)
  const lit = await take()
  const palm = hands.find(({ hand }) => hand === 'right')?.landmarks[9] ?? [0, 0]
  expect(gain(lit, dark, palm[0], palm[1])).toBeGreaterThan(25)
  let shadowed = 0
  let bright = 0
  for (let y = 150; y < 400; y++) {
    for (let x = 300; x < 520; x++) {
      if (gain(lit, dark, x, y) < 8) shadowed += 1
      if (gain(lit, dark, x, y) > 25) bright += 1
    }
  }
  expect(shadowed).toBeGreaterThan(300)
  expect(bright).toBeGreaterThan(20_000)
})

test('shows no light where nothing is projected and none through the table', async () => {
  await bench.call('open', { ...setup, layout: bare, stock: [] })
  await bench.call('pose', {})
  const dark = await take()
  await bench.call('project', [{ x: 640, y: 400, radius: 900, color: '#ffffff' }])
  const lit = await take()
  expect(gain(lit, dark, 320, 240)).toBeGreaterThan(25)
  expect(Math.abs(gain(lit, dark, 320, 470))).toBeLessThan(14)
  await bench.call('project', null)
  const again = await take()
  expect(Math.abs(gain(again, dark, 320, 240))).toBeLessThan(14)
})

test('shows a bin with one part less after a pick', async () => {
  await bench.call('open', setup)
  await bench.call('pose', {})
  const before = await take()
  const over = pose(-225, -290, 50, openHand)
  await bench.call('pose', { right: over }, 200)
  const { bins } = await bench.call('pose', { right: { ...over, shape: pinchingHand } }, 200)
  expect(bins).toEqual({ A: 9, B: 12, C: 20 })
  await bench.call('pose', { right: pose(500, 330, 60, pinchingHand) }, 200)
  const after = await take()
  let changed = 0
  for (let y = 60; y < 130; y++)
    for (let x = 180; x < 255; x++) if (Math.abs(gain(after, before, x, y)) > 30) changed += 1
  expect(changed).toBeGreaterThan(25)
})

test('is rendered for a person from the orbiting view', async () => {
  await bench.call('open', setup)
  await bench.call('view')
  expect((await bench.page.locator('#view').screenshot()).length).toBeGreaterThan(100_000)
})

test('has hands of any appearance that the real tracker detects, close to their true position', async () => {
  let asked = 0
  const errors: number[] = []
  for (const skin of [skinTones[0], skinTones[3], skinTones[6]]) {
    await bench.call('open', { ...setup, look: { ...defaultAppearance, skin } })
    for (const side of ['left', 'right'] as const) {
      for (const [x, y, z, shape] of [
        [90, 40, 50, openHand],
        [90, 60, 30, pinchingHand],
        [225, -290, 45, pinchingHand],
        [160, 80, -15, pointingHand],
      ] as const) {
        const at = pose(side === 'right' ? x : -x, y, z, shape)
        const away = pose(side === 'right' ? -170 : 170, 730, 20, openHand)
        const truth = await bench.call('pose', { [side]: at, [side === 'right' ? 'left' : 'right']: away })
        const landmarks = truth.hands.find(({ hand }) => hand === side)?.landmarks ?? []
        const [knuckleX, knuckleY] = landmarks[9] ?? [0, 0]
        const found = (await bench.call('find', [{ x: knuckleX - 120, y: knuckleY - 120, side: 240 }])).flat()
        asked += 1
        const apart = found.map((hand) =>
          hand.landmarks.reduce(
            (sum, [fx, fy], i) => sum + Math.hypot(fx - (landmarks[i]?.[0] ?? 0), fy - (landmarks[i]?.[1] ?? 0)) / 21,
            0,
          ),
        )
        if (apart.length > 0 && Math.min(...apart) < 15) errors.push(Math.min(...apart))
      }
    }
  }
  expect(errors.length / asked).toBeGreaterThanOrEqual(0.95)
  errors.sort((a, b) => a - b)
  expect(errors[Math.floor(errors.length * 0.9)]).toBeLessThan(8)
})

test('writes a clip’s ground truth frame by frame', async () => {
  const { truth, found, stills } = await bench.call('followWorker', 5, {}, 40, 10, [0, 39])
  expect(truth.hands.length).toBe(40)
  expect(found.length).toBe(40)
  expect(stills.length).toBe(2)
  expect(truth.fps).toBe(10)
  expect(truth.width / truth.height).toBeCloseTo(width / height, 9)
  for (const hands of truth.hands) for (const { landmarks } of hands) expect(landmarks.length).toBe(21)
})

test('releases its graphics resources', async () => {
  await bench.call('open', setup)
  await take()
  await bench.call('close')
  const before = await bench.call('memory')
  for (let i = 0; i < 3; i++) {
    await bench.call('open', setup)
    await take()
    await bench.call('view')
    await bench.call('close')
  }
  expect(await bench.call('memory')).toEqual(before)
})
