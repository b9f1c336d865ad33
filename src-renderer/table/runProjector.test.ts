import { describe, expect, it } from 'vitest'
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import { layoutId } from '../../test/support/ids.ts'
import { manualClock } from '../../test/support/perception/manualClock.ts'
import { memoryMarks } from '../../test/support/table/memoryMarks.ts'
import { memorySight, noHand, restOnDone } from '../../test/support/table/memorySight.ts'
import { memoryRun, smallCalibration, stateNamed, workedWith } from '../../test/support/table/memoryTable.ts'
import { type ProjectorPorts, runProjector } from './runProjector.ts'

type Given = {
  readonly state?: BenchState
  readonly surface?: Surface
  readonly ports?: Partial<ProjectorPorts>
}

async function running({ state = workedWith(600), surface = 1, ports = {} }: Given = {}) {
  const clock = manualClock()
  const sight = memorySight(clock)
  const memory = memoryRun(state)
  const { marks, ...lit } = memoryMarks(clock.nowMs)
  const other = { isAlone: false, hands: 0, isClosed: false }
  const alone: boolean[] = []
  const source = runProjector(memory.run, {
    ...sight,
    clock,
    surface,
    kept: null,
    recorded: null,
    openCamera: () => Promise.resolve(sight.camera),
    contextNow: ({ width, height }) => ({
      ...smallCalibration.context,
      camera: { ...smallCalibration.context.camera, width, height },
    }),
    share: {
      lightBy: () => undefined,
      takeAlone: (isAlone) => alone.push(isAlone),
      isOtherAlone: () => other.isAlone,
      showHands: (hands) => {
        other.hands = hands.length
      },
      close: () => {
        other.isClosed = true
      },
    },
    marksOf: () => marks,
    picture: { keep: () => undefined, offer: () => undefined },
    inTurn: (look) => look(),
    realign: () => undefined,
    ...ports,
  })
  await clock.pass(0)
  return { ...memory, ...lit, source, clock, sight, other, alone, goTo: memory.tell(source) }
}

describe('a worker’s own time to press', () => {
  it('is obeyed from the first picture on', async () => {
    const { sight, service } = await running({ state: workedWith(1500) })
    await sight.film(restOnDone(1300))
    expect(service.work()).toEqual([])
    await sight.film(noHand)
    await sight.film(restOnDone(1800))
    expect(service.work()).toEqual(['press done'])
  })

  it('is obeyed as soon as another worker is there', async () => {
    const { sight, service, goTo } = await running({ state: workedWith(1500) })
    goTo(workedWith(300))
    await sight.film(restOnDone(500))
    expect(service.work()).toEqual(['press done'])
  })
})

describe('what is seen', () => {
  it('is no work while the camera looks at this projector’s marks of light', async () => {
    const { sight, service, goTo, clock, holdLooks, letGo, alone, covers } = await running({
      ports: { kept: smallCalibration },
    })
    sight.show()
    holdLooks()
    goTo(stateNamed('signedOut'))
    await clock.pass(400)
    expect([alone, covers]).toEqual([[true], [true]])
    await sight.film(restOnDone(1000))
    expect(service.work()).toEqual([])
    letGo()
    await sight.film(noHand)
    await sight.film(restOnDone(1000))
    expect([alone, covers]).toEqual([
      [true, false],
      [true, false],
    ])
    expect(service.work()).toEqual(['press done'])
  })

  it('is no work while the camera looks at the other projector’s light', async () => {
    const { sight, service, other } = await running()
    other.isAlone = true
    await sight.film(restOnDone(1000))
    expect(service.work()).toEqual([])
  })

  it('is work by the maps of a calibration that holds, in a clip by those of the clip, and otherwise as if the picture were the table', async () => {
    const recorded = {
      name: 'clip',
      width: 4000,
      height: 4000,
      tableToCamera: [
        [1, 0, 2000],
        [0, 1, 2000],
        [0, 0, 1],
      ] as [[number, number, number], [number, number, number], [number, number, number]],
      bins: [],
      zones: [],
      buttons: [{ id: 'done', x: 310, y: 80, w: 110, h: 90 }],
    }
    for (const ports of [{ kept: smallCalibration }, { recorded }, {}]) {
      const { sight, service } = await running({ ports })
      await sight.film(restOnDone(1000))
      expect(service.work()).toEqual(['press done'])
    }
  })

  it('is found again when the camera’s picture turns out to be of another size', async () => {
    const context = { ...smallCalibration.context, camera: { ...smallCalibration.context.camera, width: 1000 } }
    const { sight, service, lights } = await running({ ports: { kept: { ...smallCalibration, context } } })
    expect(lights).toEqual([{ kind: 'holds' }])
    await sight.film(restOnDone(1000))
    expect(lights).toEqual([{ kind: 'holds' }, { kind: 'lost', because: 'camera' }])
    expect(service.work()).toEqual(['press done'])
  })

  it('shows hands to the other projector, so that it spares them too', async () => {
    const { sight, other } = await running()
    await sight.film(restOnDone(200))
    expect(other.hands).toBe(1)
  })
})

describe('how light is registered to the table', () => {
  it('is said to hold, to be lost, or never to have been', async () => {
    const moved = { ...smallCalibration.context, layoutId: layoutId('another') }
    expect((await running()).lights).toEqual([{ kind: 'never' }])
    expect((await running({ ports: { kept: smallCalibration } })).lights).toEqual([{ kind: 'holds' }])
    expect((await running({ ports: { kept: { ...smallCalibration, context: moved } } })).lights).toEqual([
      { kind: 'lost', because: 'table' },
    ])
  })

  it('is looked at when a person asks', async () => {
    const { source, lights, clock } = await running({ ports: { kept: smallCalibration } })
    source.check()
    await clock.pass(1)
    expect(lights.map(({ kind }) => kind)).toEqual(['holds', 'checking', 'unseen'])
  })
})

describe('the second projector', () => {
  it('perceives nothing, closes the pictures it is shown, and watches its own light', async () => {
    const { sight, service, clock, looked, goTo } = await running({ surface: 2, ports: { kept: smallCalibration } })
    goTo(stateNamed('signedOut'))
    await sight.film(restOnDone(1000))
    await clock.pass(1000)
    expect([service.work(), service.sights]).toEqual([[], []])
    expect(sight.pictures.closed).toBe(sight.pictures.shown)
    expect(looked.lightMs).toEqual([400])
  })
})

describe('a source', () => {
  it('that cannot be opened leaves the table lit and says no more', async () => {
    const { source, sights, service, goTo } = await running({ ports: { openCamera: () => Promise.resolve(null) } })
    goTo(stateNamed('paused'))
    source.check()
    expect([sights, service.sights]).toEqual([[], []])
  })

  it('that is closed lets go of the camera, the light and the other projector', async () => {
    const { source, sight, other, looked } = await running({ ports: { kept: smallCalibration } })
    expect(sight.isOpen()).toBe(true)
    source.close()
    expect([sight.isOpen(), other.isClosed, looked.isClosed]).toEqual([false, true, true])
  })

  it('that is closed before its camera was found never opens it', async () => {
    const clock = manualClock()
    const sight = memorySight(clock)
    let found: () => void = () => undefined
    const openCamera = () =>
      new Promise<typeof sight.camera>((resolve) => {
        found = () => resolve(sight.camera)
      })
    const { source, clock: time } = await running({ ports: { openCamera } })
    source.close()
    found()
    await time.pass(0)
    expect(sight.isOpen()).toBe(false)
  })
})
