import { describe, expect, it } from 'vitest'
import { manualClock } from '../../test/support/perception/manualClock.ts'
import { memoryMarks } from '../../test/support/table/memoryMarks.ts'
import { pictureOf } from '../../test/support/table/memorySight.ts'
import { smallCalibration, stateNamed } from '../../test/support/table/memoryTable.ts'
import { watchRegistration } from './watchRegistration.ts'

const minuteMs = 60_000

function watching(first = 'signedOut') {
  const clock = manualClock()
  const { marks, looked, covers, holdLooks, letGo } = memoryMarks(clock.nowMs)
  const states: string[] = []
  const watch = watchRegistration({
    calibration: smallCalibration,
    maps: smallCalibration,
    marks,
    inTurn: (look) => look(),
    clock,
    onState: ({ kind }) => states.push(kind),
    onMaps: () => undefined,
    realign: () => undefined,
    forKeeping: (maps) => maps,
  })
  const goTo = (name: string) => watch.onState(stateNamed(name))
  const show = () => watch.onFrame({ image: pictureOf(), atMs: clock.nowMs() })
  goTo(first)
  return { clock, watch, looked, covers, states, goTo, show, holdLooks, letGo }
}

describe('when it is looked whether light and camera have moved', () => {
  it('is never before the camera has shown anything', async () => {
    const { clock, looked, show } = watching()
    await clock.pass(10 * minuteMs)
    expect(looked.lightMs).toEqual([])
    show()
    await clock.pass(1000)
    expect(looked.lightMs).toEqual([10 * minuteMs + 400])
  })

  it('is at rest, and every five minutes as long as nobody works', async () => {
    const { clock, looked, show } = watching()
    show()
    await clock.pass(11 * minuteMs)
    expect(looked.lightMs).toEqual([400, 400 + 5 * minuteMs, 400 + 10 * minuteMs])
  })

  it('is a moment after a step has begun, by the stickers alone', async () => {
    const { clock, looked, show, covers } = watching('level2Pick')
    show()
    await clock.pass(399)
    expect(looked.stickersMs).toEqual([])
    await clock.pass(20 * minuteMs)
    expect(looked).toMatchObject({ stickersMs: [400], lightMs: [] })
    expect(covers).toEqual([])
  })

  it('is put off while steps follow each other quickly', async () => {
    const { clock, looked, show, goTo } = watching('level2Pick')
    show()
    await clock.pass(300)
    goTo('level2Place')
    await clock.pass(300)
    expect(looked.stickersMs).toEqual([])
    await clock.pass(100)
    expect(looked.stickersMs).toEqual([700])
  })

  it('is in a break once the product was celebrated, by its light when the projector has warmed up further', async () => {
    const { clock, looked, show, goTo } = watching('level2Pick')
    show()
    await clock.pass(6 * minuteMs)
    goTo('cycleDone')
    await clock.pass(1399)
    expect(looked.lightMs).toEqual([])
    await clock.pass(1)
    expect(looked.lightMs).toEqual([6 * minuteMs + 1400])
  })

  it('is over once it is closed', async () => {
    const { clock, watch, looked, show } = watching()
    show()
    watch.close()
    await clock.pass(10 * minuteMs)
    expect(looked).toEqual({ lightMs: [], stickersMs: [], isClosed: true })
  })
})

describe('while marks of light stand on the table', () => {
  it('they take the place of its picture, and are said to be looked at until they are gone', async () => {
    const { clock, watch, covers, show, holdLooks, letGo } = watching()
    holdLooks()
    show()
    await clock.pass(399)
    expect([watch.isLooking(), covers]).toEqual([false, []])
    await clock.pass(10_000)
    expect([watch.isLooking(), covers]).toEqual([true, [true]])
    letGo()
    await clock.pass(1)
    expect([watch.isLooking(), covers]).toEqual([false, [true, false]])
  })

  it('a person who asks sees that it is checked, and what was found', async () => {
    const { clock, watch, states } = watching('level2Pick')
    watch.check()
    await clock.pass(1)
    expect(states).toEqual(['holds', 'checking', 'unseen'])
  })
})
