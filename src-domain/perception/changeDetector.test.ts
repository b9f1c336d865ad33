import { describe, expect, it } from 'vitest'
import {
  blackGlove,
  greyGlove,
  type PaintedScene,
  paint,
  paintedMapping,
  paintedSize,
} from '../../test/support/perception/paintedBench.ts'
import { at, inShort, smallBench } from '../../test/support/perception/readStory.ts'
import { confidenceBar } from '../session/decideInteraction.ts'
import type { Interaction } from './interaction.schema.ts'
import { createObserver } from './observer.ts'
import { defaultThresholds } from './thresholds.ts'

type Spot = readonly [number, number]
const frameMs = 40

/** Scenes in order; each lasts the given number of pictures. */
type Story = readonly (readonly [pictures: number, scene: PaintedScene])[]

/**
 * The interactions reported in each part of a story, whose parts follow each other on the same bench. The hand tracker finds no
 * hand at all.
 */
function interactionsOfParts(parts: readonly Story[]): Interaction[][] {
  const observer = createObserver({ layout: smallBench, mapping: paintedMapping })
  let index = 0
  return parts.map((part) =>
    part.flatMap(([pictures, scene]) =>
      Array.from({ length: pictures }, () => {
        const picture = { atMs: 1000 + index++ * frameMs, size: paintedSize, tracked: [] }
        const noise = { levels: 4, seed: index, ...scene.noise }
        return observer.observe({ ...picture, small: paint({ ...scene, noise }) }, defaultThresholds).interactions
      }).flat(),
    ),
  )
}

const interactionsOf = (story: Story): Interaction[] => interactionsOfParts([story]).flat()

/** The arm moves in a straight line, one picture per step. */
function movement(from: Spot, to: Spot, pictures: number, scene: PaintedScene): Story {
  return Array.from({ length: pictures }, (_, step) => {
    const share = (step + 1) / pictures
    const tip: Spot = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
    return [1, { ...scene, arms: [tip] }] as const
  })
}

const outside: Spot = [20, 420]

/** Reaches somewhere, stays and withdraws; what it leaves behind is there from the stay on. */
const visit = (to: Spot, left: PaintedScene, before: PaintedScene = {}): Story => [
  [5, before],
  ...movement(outside, to, 8, before),
  [10, { ...before, ...left, arms: [to] }],
  ...movement(to, outside, 8, { ...before, ...left }),
  [5, { ...before, ...left }],
]

const inB: Spot = [at.B[0], at.B[1]]
const onFixture: Spot = [at.fixture[0], at.fixture[1]]

describe('the change detector', () => {
  it('reports a pick from the missing part, whatever the hand looks like', () => {
    for (const arm of [undefined, blackGlove, greyGlove]) {
      const colour = arm ? { arm } : {}
      expect(inShort(interactionsOf(visit(inB, { ...colour, taken: { B: [5] } }, colour)))).toEqual([
        'reach B',
        'pick B',
      ])
    }
  })

  it('distinguishes a hand that reaches in and takes nothing from one that takes a part', () => {
    expect(inShort(interactionsOf(visit(inB, {})))).toEqual(['reach B'])
  })

  it('reports nothing for a hand that sweeps across the bins', () => {
    const story: Story = [
      [5, {}],
      ...movement([-300, -275], [300, -275], 12, {}),
      ...movement([300, -275], outside, 8, {}),
      [6, {}],
    ]
    expect(interactionsOf(story)).toEqual([])
  })

  it('reports a part put down, and one taken away again', () => {
    const put = visit(onFixture, { parts: [onFixture] })
    const away = visit(onFixture, { parts: [] }, { parts: [onFixture] })
    expect(inShort(interactionsOf([...put, ...away]))).toEqual(['place fixture', 'removal fixture'])
  })

  it('attributes the pick to the bin that the hand was in, not to the zone that the arm lay over', () => {
    const under: Spot = [at.B[0], at.B[1]]
    const story = visit(under, { taken: { B: [6] }, parts: [] }, { parts: [[-20, 60]] })
    expect(inShort(interactionsOf(story))).toEqual(['reach B', 'pick B'])
  })

  it('attributes illumination that appears, disappears or pulsates to light, not to hands or parts', () => {
    const breath = Array.from({ length: 30 }, (_, step): Story[number] => [
      1,
      { lit: { target: 'B', level: 0.8 + 0.2 * Math.sin(step / 4) } },
    ])
    expect(interactionsOf([[5, {}], ...breath, [5, {}], [5, { lit: { target: 'tray', level: 1 } }], [5, {}]])).toEqual(
      [],
    )
  })

  it('reports a pick from a bin whose light goes out as the hand leaves', () => {
    const lit = { lit: { target: 'B', level: 1 } }
    const story: Story = [
      [5, lit],
      ...movement(outside, inB, 8, lit),
      [10, { ...lit, taken: { B: [5] }, arms: [inB] }],
      ...movement(inB, outside, 8, { taken: { B: [5] }, lit: { target: 'fixture', level: 1 } }),
      [5, { taken: { B: [5] }, lit: { target: 'fixture', level: 1 } }],
    ]
    expect(inShort(interactionsOf(story))).toEqual(['reach B', 'pick B'])
  })

  it('reports nothing in a workshop whose light drifts and flickers', () => {
    const story = Array.from({ length: 80 }, (_, step): Story[number] => [
      1,
      { gain: 1 - step / 400 + 0.04 * Math.sin(step) },
    ])
    expect(interactionsOf(story)).toEqual([])
  })

  it('reports a finger that rests on a button, and none that crosses it', () => {
    const onDone: Spot = [365, 125]
    const finger = { armHalfMm: 10 }
    const press: Story = [
      [5, {}],
      ...movement([365, 420], onDone, 8, finger),
      [22, { ...finger, arms: [onDone] }],
      [6, {}],
    ]
    expect(inShort(interactionsOf(press))).toEqual(['press done'])
    const cross: Story = [
      [5, {}],
      [30, { arms: [[365, -200]] }],
      [6, {}],
    ]
    expect(interactionsOf(cross)).toEqual([])
  })

  it('takes an evenly coloured sleeve over most of a button for an arm, not for light, and the uncovered rest of the button for no finger', () => {
    const sleeve = { arm: [70, 95, 115] as const, arms: [[320, -250] as Spot] }
    expect(
      interactionsOf([
        [5, {}],
        [30, sleeve],
        [6, {}],
      ]),
    ).toEqual([])
  })

  it('does not take a forearm over a neighbouring bin’s edge for a reach into that bin', () => {
    const overEdgeOfC: Spot = [at.B[0] + 85, at.B[1] + 20]
    const story: Story = [
      [5, {}],
      [16, { arms: [overEdgeOfC] }],
      [6, {}],
    ]
    expect(inShort(interactionsOf(story))).not.toContain('reach C')
  })

  it('is unsure about a change in the bin that the part in hand came from, and sure again once the part was put down', () => {
    const first = visit(inB, { taken: { B: [5] } })
    const second = visit(inB, { taken: { B: [5, 6] } }, { taken: { B: [5] } })
    const picksIn = (story: Story) => interactionsOf(story).filter(({ kind }) => kind === 'pick')
    expect(picksIn([...first, ...second]).map(({ confidence }) => confidence > confidenceBar)).toEqual([true, false])
    const put: PaintedScene = { parts: [onFixture], taken: { B: [5] } }
    const between = visit(onFixture, put, { taken: { B: [5] } })
    const later = visit(inB, { ...put, taken: { B: [5, 6] } }, put)
    const sure = picksIn([...first, ...between, ...later]).map(({ confidence }) => confidence > confidenceBar)
    expect(sure).toEqual([true, true])
  })

  it('reports a gloved hand over a forbidden place, one that rests, and one that hesitates at a bin', () => {
    const glove: PaintedScene = { arm: blackGlove }
    const over = (spot: Spot, pictures: number): Story => [
      [5, glove],
      ...movement(outside, spot, 6, glove),
      [pictures, { ...glove, arms: [spot] }],
      ...movement(spot, outside, 6, glove),
    ]
    expect(inShort(interactionsOf(over([490, -225], 8)))).toEqual(['forbidden press'])
    expect(inShort(interactionsOf(over([-20, 250], 56)))).toEqual(['rest'])
    const searching = Array.from({ length: 90 }, (_, step): Story[number] => [
      1,
      { ...glove, arms: [[at.B[0] + 60 * Math.sin(step / 6), at.B[1] + 95]] },
    ])
    expect(inShort(interactionsOf([[5, glove], ...searching]))).toEqual(['hesitation'])
  })

  it('follows two arms at once', () => {
    const story: Story = [
      [5, {}],
      [4, { arms: [inB, [115, 300]] }],
      [8, { arms: [inB, [115, 55]], taken: { B: [5] }, parts: [[115, 55]] }],
      [8, { taken: { B: [5] }, parts: [[115, 55]] }],
    ]
    expect(inShort(interactionsOf(story)).sort()).toEqual(['pick B', 'place tray', 'reach B'])
  })

  it('reports a pick while the hand still lingers half over the bin, and a place once it has gone', () => {
    const halfOut: Spot = [at.B[0], at.B[1] + 45]
    const gone = { arm: greyGlove, taken: { B: [0, 1] } }
    const lingersOverBin: Story = [
      [5, { arm: greyGlove }],
      ...movement(outside, inB, 8, { arm: greyGlove }),
      [12, { ...gone, arms: [inB] }],
      ...movement(inB, halfOut, 3, gone),
      [12, { ...gone, arms: [halfOut] }],
    ]
    const leavesBin: Story = [...movement(halfOut, outside, 6, gone), [8, gone]]
    expect(interactionsOfParts([lingersOverBin, leavesBin]).map(inShort)).toEqual([['reach B', 'pick B'], []])

    const put = { arm: greyGlove, parts: [[at.fixture[0], at.fixture[1] - 50] as Spot] }
    const besideIt: Spot = [at.fixture[0], at.fixture[1] + 25]
    const lingersOverZone: Story = [
      [5, { arm: greyGlove }],
      ...movement(outside, [at.fixture[0], at.fixture[1] - 50], 8, { arm: greyGlove }),
      [10, { ...put, arms: [[at.fixture[0], at.fixture[1] - 50]] }],
      [12, { ...put, arms: [besideIt] }],
    ]
    const leavesZone: Story = [...movement(besideIt, outside, 6, put), [8, put]]
    expect(interactionsOfParts([lingersOverZone, leavesZone]).map(inShort)).toEqual([[], ['place fixture']])
  })

  it('reports nothing for a hand that lingers half over a bin from which it took nothing', () => {
    const halfOut: Spot = [at.B[0], at.B[1] + 45]
    const story: Story = [
      [5, {}],
      ...movement(outside, inB, 8, {}),
      [10, { arms: [inB] }],
      ...movement(inB, halfOut, 3, {}),
      [20, { arms: [halfOut] }],
      ...movement(halfOut, outside, 6, {}),
      [5, {}],
    ]
    expect(inShort(interactionsOf(story))).toEqual(['reach B'])
  })

  it('does not take the shadow of a hand that waits beside a zone, and then crosses it, for a part put down there', () => {
    const beside: Spot = [onFixture[0] - 170, onFixture[1]]
    const [x, y] = onFixture
    const lies: PaintedScene = {
      parts: [-40, 0, 40].flatMap((down): Spot[] => [
        [x + 15, y + down],
        [x + 50, y + down],
      ]),
    }
    const inShadow: PaintedScene = { ...lies, shadow: { x: x - 60, y: y - 30, w: 40, h: 60 } }
    const story: Story = [
      [8, lies],
      ...movement([beside[0], 420], beside, 8, lies),
      [20, { ...inShadow, arms: [beside] }],
      ...movement(beside, [x + 240, y], 24, lies),
      ...movement([x + 240, y], [x + 240, 420], 8, lies),
      [8, lies],
    ]
    expect(interactionsOf(story)).toEqual([])
  })

  it('detects an arm nearly as dark as the table it lies on, and takes no faint shadow for an arm', () => {
    const dark: PaintedScene = { arm: [196, 178, 163] }
    expect(inShort(interactionsOf(visit(inB, { ...dark, taken: { B: [5] } }, dark)))).toEqual(['reach B', 'pick B'])
    const tipUnder = (scene: PaintedScene) => {
      const observer = createObserver({ layout: smallBench, mapping: paintedMapping })
      const look = (index: number, seen: PaintedScene) =>
        observer.observe(
          { atMs: index * frameMs, size: paintedSize, tracked: [], small: paint(seen) },
          defaultThresholds,
        )
      for (let index = 0; index < 5; index++) look(index, {})
      return look(5, scene).changes?.tip
    }
    expect(tipUnder({ ...dark, arms: [[250, 0]] })).not.toBeNull()
    expect(tipUnder({ arm: [170, 164, 157], arms: [[250, 0]] })).toBeNull()
  })

  it('keeps an arm that rests in the foreground however long, and absorbs one into the background that was there at the start', () => {
    const rests: Story = [
      [5, {}],
      ...movement(outside, inB, 8, {}),
      [100, { arms: [inB] }],
      ...movement(inB, outside, 8, {}),
      [8, {}],
    ]
    const told = interactionsOf(rests).filter(({ kind }) => kind !== 'rest' && kind !== 'hesitation')
    expect(inShort(told)).toEqual(['reach B'])
    const wasThere: Story = [[5, { arms: [inB] }], [75, {}], ...visit(inB, { taken: { B: [5] } })]
    expect(inShort(interactionsOf(wasThere)).slice(-2)).toEqual(['reach B', 'pick B'])
  })

  it('does not learn the shadow that a resting arm casts on a zone as the zone’s own appearance', () => {
    const [x, y] = onFixture
    const inC: Spot = [at.C[0], at.C[1]]
    const inShadow: PaintedScene = { shadow: { x: x - 60, y: y - 75, w: 75, h: 150 } }
    const story: Story = [
      ...movement([x, 420], [x, y - 60], 6, {}),
      ...movement([x, y - 60], inC, 8, inShadow),
      [30, { ...inShadow, arms: [inC] }],
    ]
    const observer = createObserver({ layout: smallBench, mapping: paintedMapping })
    let index = 0
    const see = (scene: PaintedScene) => {
      const small = paint({ ...scene, noise: { levels: 4, seed: ++index } })
      return observer.observe({ atMs: index * frameMs, size: paintedSize, tracked: [], small }, defaultThresholds)
    }
    const play = (scenes: Story) =>
      scenes.flatMap(([pictures, scene]) => Array.from({ length: pictures }, () => see(scene)))
    play([[8, {}]])
    const before = observer.pictureOf('fixture') ?? []
    const settled = play(story).flatMap(({ changes }) => changes?.settled ?? [])
    expect(settled.map(({ target }) => target.id)).toContain('fixture')
    const after = observer.pictureOf('fixture') ?? []
    expect(Math.max(...after.map((value, channel) => Math.abs(value - (before[channel] ?? 0))))).toBeLessThan(15)
  })

  it('reports where an arm ends, and null without an arm', () => {
    const observer = createObserver({ layout: smallBench, mapping: paintedMapping })
    const look = (atMs: number, scene: PaintedScene) =>
      observer.observe({ atMs, size: paintedSize, tracked: [], small: paint(scene) }, defaultThresholds).changes?.tip
    for (let atMs = 0; atMs < 200; atMs += frameMs) expect(look(atMs, {})).toBeNull()
    const tip = look(240, { arms: [inB] })
    const there = paintedMapping.toCamera({ x: inB[0], y: inB[1] })
    expect((tip?.across ?? 0) * paintedSize.width).toBeCloseTo(there.x, -1.5)
    expect((tip?.down ?? 0) * paintedSize.height).toBeCloseTo(there.y, -1.5)
  })

  it('does not follow the arm of a person who stands beside the bench', () => {
    const leftBench = {
      ...smallBench,
      buttons: [],
      zones: smallBench.zones.slice(0, 1),
      bins: smallBench.bins.slice(0, 1),
    }
    const observer = createObserver({ layout: leftBench, mapping: paintedMapping })
    const look = (atMs: number, scene: PaintedScene) =>
      observer.observe({ atMs, size: paintedSize, tracked: [], small: paint(scene) }, defaultThresholds).changes?.tip
    for (let atMs = 0; atMs < 200; atMs += frameMs) look(atMs, {})
    expect(look(240, { arms: [[380, -200]] })).toBeNull()
  })

  it('reports nothing from a black picture, and continues after it', () => {
    const black = { gain: 0, noise: { levels: 0, seed: 1 } }
    expect(
      interactionsOf([
        [5, {}],
        [20, black],
        [5, {}],
      ]),
    ).toEqual([])
    const afterBlack: Story = [[10, black], ...visit(inB, { taken: { B: [5] } })]
    expect(inShort(interactionsOf(afterBlack))).toEqual(['reach B', 'pick B'])
  })
})
