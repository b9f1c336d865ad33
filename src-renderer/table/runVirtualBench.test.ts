import { describe, expect, it } from 'vitest'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import { manualClock } from '../../test/support/perception/manualClock.ts'
import { memoryMarks } from '../../test/support/table/memoryMarks.ts'
import { memorySight, pictureOf, restOnDone, smallSeen } from '../../test/support/table/memorySight.ts'
import { memoryRun, smallCalibration, stateNamed, workedWith } from '../../test/support/table/memoryTable.ts'
import type { HandDriver } from '../virtual-bench/hand/handDriver.ts'
import { defaultRig } from '../virtual-bench/rig.ts'
import { runVirtualBench, type VirtualBenchPorts } from './runVirtualBench.ts'

type Given = { readonly state?: BenchState | null; readonly ports?: Partial<VirtualBenchPorts> }

/** A bench without pictures: time passes on it, and its camera looks. */
function memoryBench() {
  const seen = {
    nowMs: 0,
    steps: [] as number[],
    captured: 0,
    drawn: 0,
    thrown: 0,
    cleared: 0,
    drivers: [] as (HandDriver | null)[],
  }
  return {
    seen,
    driven: {
      seen: () => smallSeen,
      renderProjection: () => {
        seen.thrown += 1
      },
      setMaps: () => undefined,
      bench: {
        rig: { ...defaultRig, camera: { ...defaultRig.camera, width: 4000, height: 4000 } },
        nowMs: () => seen.nowMs,
        step: (ms: number) => {
          seen.nowMs += ms
          seen.steps.push(ms)
        },
        drive: (driver: HandDriver | null) => seen.drivers.push(driver),
        clearWork: () => {
          seen.cleared += 1
        },
        captureFrame: () => {
          seen.captured += 1
          return Promise.resolve(pictureOf())
        },
        renderView: () => {
          seen.drawn += 1
        },
      },
    },
  }
}

async function running({ state = workedWith(600), ports = {} }: Given = {}) {
  const clock = manualClock()
  const sight = memorySight(clock)
  const memory = memoryRun(state)
  const { seen, driven } = memoryBench()
  const { marks, ...lit } = memoryMarks(() => seen.nowMs)
  const person = { holds: false }
  const source = runVirtualBench(memory.run, {
    clock,
    startTracker: sight.startTracker,
    driven,
    worker: 'me',
    calibration: null,
    marksOf: () => marks,
    isSlow: false,
    screenRatio: 1,
    takeHand: () => {
      person.holds = true
      return () => {
        person.holds = false
      }
    },
    fit: () => undefined,
    picture: { keep: () => undefined, offer: () => undefined },
    inTurn: (look) => look(),
    realign: () => undefined,
    ...ports,
  })
  await clock.pass(0)
  const begin = (restMs: number) => sight.begin(restOnDone(restMs), seen.nowMs)
  return { ...memory, ...lit, source, clock, sight, seen, person, goTo: memory.tell(source), begin }
}

describe('a worker’s own time to press', () => {
  it('is obeyed from the first picture on', async () => {
    const { begin, clock, service } = await running({ state: workedWith(1500) })
    begin(5000)
    await clock.pass(500 + 1400)
    expect(service.work()).toEqual([])
    await clock.pass(400)
    expect(service.work()).toEqual(['press done'])
  })

  it('is obeyed as soon as another worker is there', async () => {
    const { begin, clock, service, goTo } = await running({ state: workedWith(1500) })
    goTo(workedWith(300))
    begin(5000)
    await clock.pass(500 + 600)
    expect(service.work()).toEqual(['press done'])
  })
})

describe('the bench’s camera', () => {
  it('looks fifteen times a second of the bench’s time', async () => {
    const { clock, seen } = await running()
    await clock.pass(3000)
    expect(seen.captured).toBeGreaterThan(3 * 15 - 8)
    expect(seen.captured).toBeLessThanOrEqual(3 * 15 + 1)
  })

  it('sees no work while it looks at marks of light', async () => {
    const { begin, clock, service, goTo, holdLooks, letGo, covers } = await running({
      ports: { calibration: smallCalibration },
    })
    holdLooks()
    goTo(stateNamed('signedOut'))
    await clock.pass(600)
    expect(covers).toEqual([true])
    begin(1500)
    await clock.pass(4000)
    expect(service.work()).toEqual([])
    letGo()
    await clock.pass(100)
    expect(covers).toEqual([true, false])
    begin(1500)
    await clock.pass(2500)
    expect(service.work()).toEqual(['press done'])
  })
})

describe('the bench’s time', () => {
  it('passes as the window’s does', async () => {
    const { clock, seen } = await running()
    await clock.pass(1600)
    expect(seen.nowMs).toBe(1600)
    expect(new Set(seen.steps)).toEqual(new Set([16]))
  })

  it('passes by at most 70 ms a picture, however long that took', async () => {
    const clock = manualClock()
    const slowFrames = {
      ...clock,
      onNextFrame: (call: (nowMs: number) => void) => clock.after(500, () => call(clock.nowMs())),
    }
    const { seen } = await running({ ports: { clock: slowFrames } })
    await clock.pass(2000)
    expect(seen.steps).toEqual([70, 70, 70, 70])
  })

  it('waits, where drawing is slow, until hands were looked for in the last picture', async () => {
    const clock = manualClock()
    const sight = memorySight(clock)
    let answer: () => void = () => undefined
    const startTracker = (): ReturnType<typeof sight.startTracker> => {
      const tracker = sight.startTracker()
      return {
        ...tracker,
        track: async (frame) => {
          await new Promise<void>((resolve) => {
            answer = resolve
          })
          return tracker.track(frame)
        },
      }
    }
    const { seen } = await running({ ports: { clock, startTracker, isSlow: true } })
    await clock.pass(1000)
    const { captured, nowMs } = seen
    expect(captured).toBe(1)
    await clock.pass(3000)
    expect([seen.captured, seen.nowMs]).toEqual([captured, nowMs])
    answer()
    await clock.pass(100)
    expect(seen.captured).toBe(2)
  })
})

describe('the light on the bench', () => {
  it('is drawn with every picture, and less often where drawing is slow', async () => {
    const quick = await running()
    await quick.clock.pass(1600)
    expect([quick.seen.thrown, quick.seen.drawn]).toEqual([100, 100])
    const slow = await running({ ports: { isSlow: true } })
    await slow.clock.pass(1600)
    expect(slow.seen.thrown).toBeLessThanOrEqual(Math.ceil(1600 / 120))
    expect(slow.seen.thrown).toBeGreaterThan(5)
  })
})

describe('who moves the hands', () => {
  it('is the person at this screen, until the bench is closed', async () => {
    const { person, source } = await running()
    expect(person.holds).toBe(true)
    source.close()
    expect(person.holds).toBe(false)
  })

  it('is a made-up worker, until the bench is closed', async () => {
    const { person, seen, source } = await running({ ports: { worker: 'expert' } })
    expect(person.holds).toBe(false)
    expect(seen.drivers).toHaveLength(1)
    source.close()
    expect(seen.drivers.at(-1)).toBeNull()
  })
})

describe('finished work', () => {
  it('is cleared when the next product begins, and only then', async () => {
    const { goTo, seen } = await running({ state: stateNamed('level2Pick') })
    goTo(stateNamed('level2Place'))
    expect(seen.cleared).toBe(0)
    const next = stateNamed('level2Pick')
    goTo({ ...next, cycle: next.cycle && { ...next.cycle, number: next.cycle.number + 1 } })
    expect(seen.cleared).toBe(1)
  })
})

it('draws and looks no more once it is closed', async () => {
  const { clock, seen, source, looked } = await running({ ports: { calibration: smallCalibration } })
  await clock.pass(500)
  source.close()
  const { drawn, captured, nowMs } = seen
  await clock.pass(1000)
  expect([seen.drawn, seen.captured, seen.nowMs]).toEqual([drawn, captured, nowMs])
  expect(looked.isClosed).toBe(true)
})
