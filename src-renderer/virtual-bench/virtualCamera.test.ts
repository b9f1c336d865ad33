import { expect, test } from 'vitest'
import type { FrameClock } from '../perception/frameClock.ts'
import { liveVirtualCamera, steppedVirtualCamera } from './virtualCamera.ts'

/** A clock that a test moves by hand. */
function handClock(): FrameClock & { readonly pass: (ms: number) => Promise<void> } {
  let nowMs = 0
  let waiting: { dueMs: number; call: () => void }[] = []
  return {
    nowMs: () => nowMs,
    after(delayMs, call) {
      const entry = { dueMs: nowMs + delayMs, call }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((other) => other !== entry)
      }
    },
    async pass(ms) {
      for (const endMs = nowMs + ms; nowMs < endMs; nowMs += 1) {
        const due = waiting.filter(({ dueMs }) => dueMs <= nowMs)
        waiting = waiting.filter(({ dueMs }) => dueMs > nowMs)
        for (const { call } of due) call()
        await Promise.resolve()
        await Promise.resolve()
      }
    },
  }
}

/** Stands in for the drawn bench, which needs a browser: its time, and pictures that count how many are still open. */
function pictureBench() {
  let nowMs = 0
  const open = new Set<object>()
  const captureFrame = (): Promise<ImageBitmap> => {
    const frame = { width: 4, height: 3, close: () => void open.delete(frame) }
    open.add(frame)
    return Promise.resolve(frame)
  }
  return { nowMs: () => nowMs, step: (dtMs: number) => void (nowMs += dtMs), captureFrame, open }
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

test('looks at a running bench at its own rate, on the bench’s time', async () => {
  const bench = pictureBench()
  const clock = handClock()
  const times: number[] = []
  const close = liveVirtualCamera(bench, clock, 10).open({
    onFrame: ({ image, atMs }) => {
      times.push(atMs)
      image.close()
    },
    onState: (state) => expect(state).toBe('seeing'),
  })
  for (let i = 0; i < 100; i++) {
    bench.step(10)
    await clock.pass(10)
  }
  close()
  expect(times.length).toBeGreaterThanOrEqual(10)
  expect(times.length).toBeLessThanOrEqual(11)
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(bench.open.size).toBe(0)
})

test('delivers nothing while the bench stands still and goes on with it', async () => {
  const bench = pictureBench()
  const clock = handClock()
  let frames = 0
  liveVirtualCamera(bench, clock, 20).open({
    onFrame: ({ image }) => {
      frames += 1
      image.close()
    },
    onState: () => undefined,
  })
  await clock.pass(500)
  expect(frames).toBe(1)
  bench.step(16)
  await clock.pass(60)
  expect(frames).toBe(2)
})

test('closes a picture that is ready only after nobody looks any more', async () => {
  const bench = pictureBench()
  const clock = handClock()
  let frames = 0
  const close = liveVirtualCamera(bench, clock, 20).open({ onFrame: () => (frames += 1), onState: () => undefined })
  close()
  await clock.pass(100)
  expect(frames).toBe(0)
  expect(bench.open.size).toBe(0)
})
