import { expect, test } from 'vitest'
import type { CameraFrame } from '../perception/cameraSource.ts'
import { manualVirtualCamera, steppedVirtualCamera } from './virtualCamera.ts'

/** Replaces the rendered bench, which needs a browser: its time, and pictures that count how many are still open. */
function pictureBench() {
  let nowMs = 0
  let taken = 0
  const open = new Set<object>()
  const captureFrame = (): Promise<ImageBitmap> => {
    const frame = { width: 4, height: 3, close: () => void open.delete(frame) }
    open.add(frame)
    taken += 1
    return Promise.resolve(frame)
  }
  return { nowMs: () => nowMs, step: (dtMs: number) => void (nowMs += dtMs), captureFrame, open, taken: () => taken }
}

test('steps the bench by a frame for every frame asked for and ends when it is closed', async () => {
  const bench = pictureBench()
  const camera = steppedVirtualCamera(bench, 25)
  const first = await camera.nextFrame()
  const second = await camera.nextFrame()
  expect([first?.atMs, second?.atMs]).toEqual([40, 80])
  camera.close()
  expect(await camera.nextFrame()).toBeNull()
})

/** A listener that records the times of the pictures and closes them. */
function watcher() {
  const times: number[] = []
  return {
    times,
    onFrame: ({ image, atMs }: CameraFrame) => {
      times.push(atMs)
      image.close()
    },
    onState: () => undefined,
  }
}

test('delivers a picture whenever it is asked to, with the bench’s time', async () => {
  const bench = pictureBench()
  const camera = manualVirtualCamera(bench)
  const seen = watcher()
  camera.open(seen)
  for (let i = 0; i < 3; i += 1) {
    bench.step(70)
    await camera.look()
  }
  expect(seen.times).toEqual([70, 140, 210])
  expect(bench.open.size).toBe(0)
})

test('delivers nothing while the bench’s time stands still, and continues with it', async () => {
  const bench = pictureBench()
  const camera = manualVirtualCamera(bench)
  const seen = watcher()
  camera.open(seen)
  await camera.look()
  await camera.look()
  bench.step(16)
  await camera.look()
  expect(seen.times).toEqual([0, 16])
})

test('takes no picture while nobody listens', async () => {
  const bench = pictureBench()
  const camera = manualVirtualCamera(bench)
  await camera.look()
  camera.open(watcher())()
  await camera.look()
  expect(bench.taken()).toBe(0)
})

test('closes a picture that is ready only after nobody listens any more', async () => {
  const bench = pictureBench()
  const camera = manualVirtualCamera(bench)
  const seen = watcher()
  const close = camera.open(seen)
  const looking = camera.look()
  close()
  await looking
  expect(seen.times).toEqual([])
  expect(bench.taken()).toBe(1)
  expect(bench.open.size).toBe(0)
})
