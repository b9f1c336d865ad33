import { describe, expect, it } from 'vitest'
import { framesOf, handAt, trackedHand } from '../../../test/support/perception/handStory.ts'
import { at, inShort, interactionsIn, readFrames, smallBench } from '../../../test/support/perception/readStory.ts'
import { interactionSchema } from '../interaction.schema.ts'
import { tableMapping } from '../tableMapping.ts'
import { defaultThresholds } from '../thresholds.ts'

const comesIn = handAt(...at.home).wait(200)
const picksB = comesIn
  .move(...at.B, 700)
  .wait(150)
  .close()
  .wait(200)
  .move(...at.home, 700)
const shortOf = (story: ReturnType<typeof handAt>, fps = 25) =>
  inShort(interactionsIn(framesOf({ right: story }, fps), smallBench))

describe('ten hands at once', () => {
  it('leave the report about the one that picks unchanged', () => {
    const idle = Array.from({ length: 9 }, (_, index) =>
      trackedHand(index % 2 === 0 ? 'left' : 'right', { grip: { x: -800 + 200 * index, y: 700 }, openness: 1 }),
    )
    const frames = framesOf({ right: picksB }).map(({ atMs, hands }) => ({ atMs, hands: [...idle, ...hands] }))
    expect(inShort(interactionsIn(frames, smallBench)).filter((told) => told !== 'rest')).toEqual(['reach B', 'pick B'])
  })
})

describe('picking', () => {
  it('reports the reach while the closed hand is still in the bin, and the pick when it leaves', () => {
    const results = readFrames(framesOf({ right: picksB }), smallBench)
    const told = results.flatMap(({ interactions, reading }) =>
      interactions.map(({ kind, target }) => ({ kind, target, knownMs: reading.atMs })),
    )
    expect(told).toMatchObject([
      { kind: 'reach', target: 'B' },
      { kind: 'pick', target: 'B' },
    ])
    const [closedMs, leavesMs] = [1000 + 200 + 700 + 150 + 250, 1000 + 200 + 700 + 150 + 250 + 200]
    expect(told[0]?.knownMs).toBeLessThan(leavesMs)
    expect(told[0]?.knownMs).toBeGreaterThan(closedMs - 250)
    expect(told[1]?.knownMs).toBeLessThan(leavesMs + 600)
  })

  it('reports which hand it was, with high confidence', () => {
    const [, pick] = interactionsIn(framesOf({ left: picksB }), smallBench)
    expect(pick).toMatchObject({ kind: 'pick', hand: 'left', sources: ['landmarks'] })
    expect(pick?.confidence).toBeGreaterThan(0.8)
    expect(interactionSchema.parse(pick)).toEqual(pick)
  })

  it('reports nothing for a hand that hovers in a bin and leaves open', () => {
    expect(
      shortOf(
        comesIn
          .move(...at.B, 700)
          .wait(900)
          .move(...at.home, 700),
      ),
    ).toEqual([])
  })

  it('distinguishes a part put back into its bin from a second one taken', () => {
    const again = picksB.wait(200).move(...at.B, 700)
    const putsBack = again
      .wait(150)
      .open()
      .wait(200)
      .move(...at.home, 700)
    expect(shortOf(putsBack)).toEqual(['reach B', 'pick B', 'place B'])
    const takesAnother = again
      .open()
      .wait(150)
      .close()
      .wait(200)
      .move(...at.home, 700)
    expect(shortOf(takesAnother)).toEqual(['reach B', 'pick B', 'reach B', 'pick B'])
  })

  it('reports nothing for a hand that crosses bins without stopping', () => {
    expect(
      shortOf(
        comesIn
          .move(-400, -275, 600)
          .glide(400, -275, 900)
          .move(...at.home, 600),
      ),
    ).toEqual([])
  })

  it('reports nothing for a forearm over a nearer bin: only the fingers count', () => {
    const twoRows = {
      ...smallBench,
      bins: [
        ...smallBench.bins,
        ...smallBench.bins.map(({ id, rect, rimMm }) => ({
          id: `near-${id}`,
          rect: { ...rect, y: rect.y + 140 },
          rimMm,
        })),
      ],
    }
    expect(inShort(interactionsIn(framesOf({ right: picksB }), twoRows))).toEqual(['reach B', 'pick B'])
  })

  it('is less confident the less the hand has closed, and reports nothing when it stayed open', () => {
    const confidenceWhenClosedTo = (openness: number) => {
      const story = comesIn
        .move(...at.B, 700)
        .wait(150)
        .close(250, openness)
        .wait(200)
        .move(...at.home, 700)
      return interactionsIn(framesOf({ right: story }), smallBench).find(({ kind }) => kind === 'pick')?.confidence
    }
    expect(confidenceWhenClosedTo(0.1)).toBeGreaterThan(0.8)
    expect(confidenceWhenClosedTo(0.65)).toBeLessThan(0.6)
    expect(confidenceWhenClosedTo(0.9)).toBeUndefined()
  })

  it('reports one pick for each time the hand goes into the bin', () => {
    const again = picksB
      .open()
      .move(...at.B, 700)
      .wait(150)
      .close()
      .wait(200)
      .move(...at.home, 700)
    expect(shortOf(again)).toEqual(['reach B', 'pick B', 'reach B', 'pick B'])
  })

  it('follows two hands that work at the same time', () => {
    const left = handAt(-150, 300)
      .wait(400)
      .move(...at.A, 700)
      .wait(150)
      .close()
      .wait(200)
      .move(-150, 300, 700)
    const interactions = interactionsIn(framesOf({ right: picksB, left }), smallBench)
    const picks = interactions.filter(({ kind }) => kind === 'pick')
    expect(picks.map(({ target, hand }) => `${target} ${hand}`).sort()).toEqual(['A left', 'B right'])
  })
})

describe('a hand that is lost for a while', () => {
  it('gives reach and pick together when its fingers were hidden until it was out of the bin', () => {
    const hidden = comesIn
      .move(...at.B, 700)
      .wait(300)
      .close(0)
      .hideAndMove(-10, -100, 400)
      .wait(400)
    const results = readFrames(framesOf({ right: hidden }), smallBench)
    const telling = results.filter(({ interactions }) => interactions.length > 0)
    expect(telling.map(({ interactions }) => inShort(interactions))).toEqual([['reach B', 'pick B']])
  })

  it('still picks when it was hidden in the bin for 300 ms', () => {
    const story = comesIn
      .move(...at.B, 700)
      .wait(150)
      .close()
      .hide(300)
      .wait(100)
      .move(...at.home, 700)
    expect(shortOf(story)).toEqual(['reach B', 'pick B'])
  })

  it('has picked when it is found again outside the bin within a second', () => {
    const story = comesIn
      .move(...at.B, 700)
      .wait(150)
      .close()
      .wait(200)
      .hideAndMove(-10, -60, 600)
      .wait(400)
    expect(shortOf(story)).toEqual(['reach B', 'pick B'])
  })

  it('gives no pick when it is found again only after two seconds', () => {
    const story = comesIn
      .move(...at.B, 700)
      .wait(150)
      .close()
      .wait(200)
      .hideAndMove(-10, -60, 2000)
      .wait(400)
    expect(shortOf(story)).toEqual(['reach B'])
  })

  it('resets the state when the camera’s clock jumps back', () => {
    const frames = framesOf({ right: picksB })
    const again = [...frames, ...frames]
    expect(inShort(interactionsIn(again, smallBench))).toEqual(['reach B', 'pick B', 'reach B', 'pick B'])
  })
})

describe('placing and taking out', () => {
  const carries = picksB.move(...at.tray, 500).wait(300)

  it('reports a place when the hand that carries a part opens over a zone', () => {
    expect(
      shortOf(
        carries
          .open()
          .wait(200)
          .move(...at.home, 600),
      ),
    ).toEqual(['reach B', 'pick B', 'place tray'])
  })

  it('is less confident when it never saw the part being picked', () => {
    const closed = handAt(...at.home, 0)
      .wait(200)
      .move(...at.tray, 500)
      .wait(300)
      .open()
      .wait(200)
    const confidenceOf = (story: typeof closed) =>
      interactionsIn(framesOf({ right: story }), smallBench).find(({ kind }) => kind === 'place')?.confidence ?? 0
    expect(confidenceOf(closed)).toBeGreaterThan(0.35)
    expect(confidenceOf(carries.open().wait(200))).toBeGreaterThan(confidenceOf(closed) + 0.2)
  })

  it('is unsure when the hand that carried a part left only a little more open than it came', () => {
    const half = comesIn
      .move(...at.B, 700)
      .wait(150)
      .close(250, 0.25)
      .wait(200)
      .move(...at.tray, 500)
      .wait(300)
      .close(250, 0.5)
      .wait(200)
      .move(...at.home, 600)
    const placed = interactionsIn(framesOf({ right: half }), smallBench).filter(({ kind }) => kind === 'place')
    expect(inShort(placed)).toEqual(['place tray'])
    expect(placed[0]?.confidence).toBeLessThan(0.9)
  })

  it('reports nothing for a closed hand that passes over a zone', () => {
    expect(shortOf(picksB.glide(300, 55, 300).glide(-400, 55, 1200).wait(200))).toEqual(['reach B', 'pick B'])
  })

  it('reports a removal when a hand comes open, closes over a zone and leaves', () => {
    expect(
      shortOf(
        comesIn
          .move(...at.tray, 500)
          .wait(200)
          .close()
          .wait(200)
          .move(...at.home, 600),
      ),
    ).toEqual(['removal tray'])
  })
})

describe('pressing', () => {
  /** The grip point that brings the index finger's tip onto the button. */
  const onDone = [375, 170] as const

  it('takes a finger’s dwell of 600 ms, shown by a ring that fills', () => {
    const results = readFrames(
      framesOf({
        right: handAt(...at.home)
          .move(...onDone, 500)
          .wait(1000),
      }),
      smallBench,
    )
    const pressed = results.find(({ interactions }) => interactions.some(({ kind }) => kind === 'press'))
    expect(pressed?.interactions).toMatchObject([{ kind: 'press', target: 'done' }])
    expect(pressed?.reading.atMs).toBeGreaterThanOrEqual(1000 + 500 + 400)
    expect(pressed?.reading.atMs).toBeLessThanOrEqual(1000 + 500 + 700)
    const rings = results.flatMap(({ press }) => (press ? [press.progress] : []))
    expect(rings).toEqual([...rings].sort((a, b) => a - b))
    expect(Math.max(...rings)).toBeGreaterThan(0.9)
    expect(results.at(-1)?.press).toBeNull()
  })

  it('uses this worker’s own dwell time', () => {
    const frames = framesOf({
      right: handAt(...at.home)
        .move(...onDone, 500)
        .wait(850),
    })
    const pressesIn = (pressDwellMs: number) =>
      inShort(interactionsIn(frames, smallBench, { limits: { ...defaultThresholds, pressDwellMs } }))
    expect(pressesIn(400)).toEqual(['press done'])
    expect(pressesIn(1000)).toEqual([])
  })

  it('happens once until the finger has left, however long it rests', () => {
    const rests = handAt(...at.home)
      .move(...onDone, 500)
      .wait(3000)
    expect(shortOf(rests)).toEqual(['press done'])
    expect(
      shortOf(
        rests
          .move(375, 300, 300)
          .wait(300)
          .move(...onDone, 300)
          .wait(1000),
      ),
    ).toEqual(['press done', 'press done'])
  })

  it('does not happen to a hand that passes over the button', () => {
    expect(shortOf(handAt(500, 170).wait(200).glide(200, 170, 1200).wait(200))).toEqual([])
  })
})

describe('activity', () => {
  it('reports once that a hand rests', () => {
    expect(shortOf(handAt(250, 300).wait(5000))).toEqual(['rest'])
  })

  it('reports hesitation once when a hand searches among the bins without grasping', () => {
    const searches = comesIn.move(-180, -160, 500).move(160, -160, 1500).move(-180, -160, 1500).move(160, -160, 1500)
    expect(shortOf(searches)).toEqual(['hesitation'])
  })

  it('reports a hand in a forbidden place', () => {
    expect(
      shortOf(
        comesIn
          .move(495, -225, 900)
          .wait(300)
          .move(...at.home, 900),
      ),
    ).toEqual(['forbidden press'])
  })
})

describe('a detection that is not a hand, or not certainly one', () => {
  it('has no effect for a pattern that looks like a hand in a single picture', () => {
    const ghost = trackedHand('left', { grip: { x: 160, y: -275 }, openness: 0 })
    const frames = framesOf({ right: picksB }).map((frame, index) =>
      index % 30 === 10 ? { ...frame, hands: [...frame.hands, ghost] } : frame,
    )
    const results = readFrames(frames, smallBench)
    expect(inShort(results.flatMap(({ interactions }) => interactions))).toEqual(['reach B', 'pick B'])
    expect(Math.max(...results.map(({ tracks }) => tracks.length))).toBe(1)
  })

  it('has no effect when it is far too small or too large to be a hand', () => {
    for (const factor of [0.3, 2]) {
      const frames = framesOf({ right: picksB }).map(({ atMs, hands }) => ({
        atMs,
        hands: hands.map((hand) => ({ ...hand, landmarks: scaled(hand.landmarks, factor) })),
      }))
      expect(interactionsIn(frames, smallBench)).toEqual([])
    }
  })

  it('keeps its side when the tracker misreads handedness in single pictures', () => {
    const frames = framesOf({ right: picksB }).map(({ atMs, hands }, index) => ({
      atMs,
      hands: hands.map((hand) => (index % 4 === 3 ? { ...hand, hand: 'left' as const } : hand)),
    }))
    expect(interactionsIn(frames, smallBench).map(({ kind, hand }) => `${kind} ${hand}`)).toEqual([
      'reach right',
      'pick right',
    ])
  })
})

describe('bins with a rim', () => {
  it('are distinguished at the height of their rim when the camera’s pose is known', () => {
    // A camera 1,000 mm up sees a hand at a 100 mm rim 11 % too far out: over the next bin.
    const overhead = [
      [1000, 0, 0, 0],
      [0, 1000, 0, 0],
      [0, 0, -1, 1000],
    ] as const
    const rimmed = {
      ...smallBench,
      bins: [1, 2].map((id) => ({ id: `${id}`, rect: { x: 300 + 60 * id, y: -300, w: 50, h: 100 }, rimMm: 100 })),
    }
    const raised = 1000 / (1000 - 100)
    const story = handAt(390, 0).wait(200).move(390, -250, 600).wait(200).close().wait(200).move(390, 0, 600)
    const frames = framesOf({ right: story }).map(({ atMs, hands }) => ({
      atMs,
      hands: hands.map((hand) => ({ ...hand, landmarks: scaled(hand.landmarks, raised) })),
    }))
    const picksWith = (tableToCamera: readonly (readonly [number, number, number, number])[] | null) =>
      inShort(interactionsIn(frames, rimmed, tableToCamera ? { mapping: tableMapping({ tableToCamera }) } : {})).filter(
        (short) => short.startsWith('pick'),
      )
    expect(picksWith(overhead)).toEqual(['pick 1'])
    expect(picksWith(null)).toEqual(['pick 2'])
  })
})

const scaled = (landmarks: readonly (readonly [number, number])[], factor: number) =>
  landmarks.map(([x, y]) => [factor * x, factor * y] as const)
