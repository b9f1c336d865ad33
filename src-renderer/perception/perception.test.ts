import { describe, expect, it } from 'vitest'
import type { Interaction } from '../../src-domain/perception/interaction.schema.ts'
import { tableMapping } from '../../src-domain/perception/tableMapping.ts'
import type { TrackedHand } from '../../src-domain/perception/trackedHand.ts'
import { framesOf, handAt } from '../../test/support/perception/handStory.ts'
import { manualClock } from '../../test/support/perception/manualClock.ts'
import { at, inShort, smallBench } from '../../test/support/perception/readStory.ts'
import type { CameraListener } from './cameraSource.ts'
import type { HandTracker } from './handTracker.ts'
import { startPerception } from './perception.ts'
import type { TrackerFailure, TrackReport } from './trackerMessages.ts'

const middlePx = 2000
const mapping = tableMapping({
  tableToCamera: [
    [1, 0, middlePx],
    [0, 1, middlePx],
    [0, 0, 1],
  ],
})

const failureOf = (reason: TrackerFailure['reason']): TrackerFailure => ({ reason, sentence: `It is ${reason}.` })

/** A picture that records when it is closed. */
const pictureOf = (closed: number[], id: number) =>
  ({ width: 2 * middlePx, height: 2 * middlePx, close: () => closed.push(id) }) as unknown as ImageBitmap

/** A bench whose camera and tracker are controlled by the test. */
function bench({ startsWith }: { startsWith?: TrackerFailure } = {}) {
  const clock = manualClock()
  const closed: number[] = []
  const sights: string[] = []
  const interactions: Interaction[] = []
  const perceivedMs: number[] = []
  const tracking: { atMs: number; answer: (report: TrackReport | TrackerFailure) => void }[] = []
  let listener: CameraListener | null = null
  let trackers = 0
  const startTracker = (): HandTracker => {
    trackers += 1
    return {
      started: Promise.resolve(
        startsWith
          ? { ok: false, failure: startsWith }
          : { ok: true, value: { delegate: 'CPU', renderer: '', warmUpMs: 1 } },
      ),
      track: ({ image, atMs }) =>
        new Promise((resolve) => {
          tracking.push({
            atMs,
            answer(report) {
              image.close()
              resolve('hands' in report ? { ok: true, value: report } : { ok: false, failure: report })
            },
          })
        }),
      close: () => undefined,
    }
  }
  const perception = startPerception({
    layout: smallBench,
    mapping,
    clock,
    startTracker,
    camera: {
      open(given) {
        listener = given
        given.onState('starting')
        return () => {
          listener = null
        }
      },
    },
    listener: {
      onSight: (state) => sights.push(state),
      onPerception(perceived) {
        interactions.push(...perceived.interactions)
        perceivedMs.push(perceived.atMs)
      },
    },
  })
  return {
    clock,
    closed,
    sights,
    interactions,
    perceivedMs,
    tracking,
    perception,
    trackers: () => trackers,
    camera: () => listener,
    show: (atMs: number) => listener?.onFrame({ image: pictureOf(closed, atMs), atMs }),
  }
}

const nothing: TrackReport = { hands: [], small: null, trackerMs: 1, smallMs: 0 }

describe('live perception', () => {
  it('reports what hands did, from the frames alone', async () => {
    const { clock, show, tracking, interactions, camera } = bench()
    camera()?.onState('seeing')
    await clock.pass(1)
    const story = handAt(...at.home)
      .wait(200)
      .move(...at.B, 700)
      .wait(150)
      .close()
      .wait(200)
      .move(...at.home, 700)
    for (const { atMs, hands } of framesOf({ right: story })) {
      show(atMs)
      tracking.at(-1)?.answer({ ...nothing, hands: hands.map(inPicture) })
      await clock.pass(40)
    }
    expect(inShort(interactions)).toEqual(['reach B', 'pick B'])
  })

  it('perceives the newest frame next, and closes those that were skipped', async () => {
    const { clock, show, tracking, perceivedMs, closed } = bench()
    await clock.pass(1)
    for (const atMs of [100, 140, 180, 220]) show(atMs)
    expect(tracking.map(({ atMs }) => atMs)).toEqual([100])
    expect(closed).toEqual([140, 180])
    tracking[0]?.answer(nothing)
    await clock.pass(1)
    expect(tracking.map(({ atMs }) => atMs)).toEqual([100, 220])
    tracking[1]?.answer(nothing)
    await clock.pass(1)
    expect(perceivedMs).toEqual([100, 220])
    expect(closed.sort()).toEqual([100, 140, 180, 220])
  })

  it("reports the camera's state, and sees once frames are perceived", async () => {
    const { clock, sights, camera, show, tracking } = bench()
    await clock.pass(1)
    camera()?.onState('cameraBusy')
    camera()?.onState('unplugged')
    camera()?.onState('seeing')
    show(100)
    tracking[0]?.answer(nothing)
    await clock.pass(1)
    expect(sights).toEqual(['starting', 'cameraBusy', 'unplugged', 'seeing'])
  })

  it('reports a frozen picture when no frames come any more', async () => {
    const { clock, sights, camera, show, tracking } = bench()
    await clock.pass(1)
    camera()?.onState('seeing')
    show(100)
    tracking[0]?.answer(nothing)
    await clock.pass(4000)
    expect(sights.at(-1)).toBe('frozen')
  })

  it('starts another tracker after a crash, and perceives again', async () => {
    const { clock, sights, camera, show, tracking, trackers, perceivedMs } = bench()
    await clock.pass(1)
    camera()?.onState('seeing')
    show(100)
    tracking[0]?.answer(failureOf('crashed'))
    await clock.pass(1)
    expect([trackers(), sights.at(-1)]).toEqual([1, 'frozen'])
    await clock.pass(1500)
    expect([trackers(), sights.at(-1)]).toEqual([2, 'seeing'])
    show(2000)
    tracking[1]?.answer(nothing)
    await clock.pass(1)
    expect(perceivedMs).toEqual([2000])
  })

  it('reports a missing or damaged model, and does not retry for ever', async () => {
    for (const reason of ['modelMissing', 'modelDamaged', 'programMissing'] as const) {
      const { clock, sights, trackers, camera } = bench({ startsWith: failureOf(reason) })
      camera()?.onState('seeing')
      await clock.pass(60_000)
      expect([sights.at(-1), trackers()]).toEqual(['modelMissing', 1])
    }
  })

  it('is silent once closed, and closes the waiting frame', async () => {
    const { clock, show, tracking, perceivedMs, closed, perception, camera } = bench()
    await clock.pass(1)
    show(100)
    show(140)
    perception.close()
    tracking[0]?.answer(nothing)
    await clock.pass(10_000)
    expect(perceivedMs).toEqual([])
    expect(closed.sort()).toEqual([100, 140])
    expect(camera()).toBeNull()
  })
})

/** The stories' coordinates have their origin at the centre of the table; the picture's origin is its corner. */
const inPicture = (hand: TrackedHand): TrackedHand => ({
  ...hand,
  landmarks: hand.landmarks.map(([x, y]) => [x + middlePx, y + middlePx] as const),
})
