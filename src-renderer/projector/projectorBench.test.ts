import { expect, test } from 'vitest'
import { manualClock } from '../../test/support/perception/manualClock.ts'
import { openProjectorBench } from './projectorBench.ts'

/** A bench whose camera shows nothing. */
function blindBench() {
  const clock = manualClock()
  const bench = openProjectorBench({
    light: { width: 400, height: 300 } as OffscreenCanvas,
    frames: () => () => undefined,
    clock,
    shown: () => Promise.resolve(),
    framesPerPicture: 1,
  })
  return { clock, bench }
}

test('a camera that shows nothing for 15 seconds of the clock that was handed in is given up', async () => {
  const { clock, bench } = blindBench()
  const outcomes: string[] = []
  bench.see().catch((error: unknown) => outcomes.push(String(error)))
  await clock.pass(14_999)
  expect(outcomes).toEqual([])
  await clock.pass(1)
  expect(outcomes).toEqual(['Error: The camera gave no picture.'])
})

test('a frame is wanted only while a picture is waited for', () => {
  const { bench } = blindBench()
  expect(bench.wantsFrame()).toBe(false)
  bench.see().catch(() => undefined)
  expect(bench.wantsFrame()).toBe(true)
})
