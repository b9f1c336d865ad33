// The projected picture of the table, with properties that tracker, workers and virtual bench rely on, rendered in Chromium.
import { test as base, expect, type Page } from '@playwright/test'
import type { Rect } from '../../../src-domain/geometry/rect.ts'
import { bench } from '../../support/scene/bench.ts'
import type { PictureOf } from '../../support/scene/page.ts'
import { flashesPerSecond } from '../../support/scene/pixelFacts.ts'
import { withScenePage } from '../../support/scene/scenePage.ts'
import { states } from '../../support/scene/states.ts'

const factsOf = (page: Page, picture: PictureOf, rects: readonly Rect[] = []) =>
  page.evaluate(([which, where]) => window.tableScenePage.factsOf(which, where), [picture, rects] as const)
const places = [...bench.bins, ...bench.zones].map(({ rect }) => rect)

/** One page for all tests: they leave no state on it. */
const test = base.extend<object, { readonly scenePage: Page }>({
  scenePage: [async ({ playwright: _playwright }, use) => withScenePage(use), { scope: 'worker' }],
})
test.setTimeout(180_000)

test('projects no light on bins and zones for someone who works independently', async ({ scenePage }) => {
  const { brightest } = await factsOf(scenePage, { state: 'level0', atMs: 1000 }, places)
  expect(Math.max(...brightest)).toBe(0)
})

test('lights the bin of the step and no other', async ({ scenePage }) => {
  const { brightest } = await factsOf(scenePage, { state: 'level1Pick', atMs: 1000 }, places)
  const lit = [...bench.bins, ...bench.zones].filter((_, index) => (brightest[index] ?? 0) > 20).map(({ id }) => id)
  expect(lit).toEqual(['D'])
})

test('keeps light off a hand, even over the bright card of the panel', async ({ scenePage }) => {
  const [x, y] = [-460, -40]
  const hand = {
    points: [
      { x, y: y - 90 },
      { x, y: y + 90 },
    ],
    heightMm: 40,
    speedMmPerS: 0,
  }
  const under = { x: x - 70, y: y - 70, w: 140, h: 140 }
  const picture = { state: 'level2Pick', atMs: 1000 }
  const bare = await factsOf(scenePage, picture, [under])
  const shaded = await factsOf(scenePage, { ...picture, hands: [hand] }, [under])
  expect(bare.brightest[0]).toBeGreaterThan(230)
  expect(shaded.brightest[0]).toBeLessThan(0.1 * 255)
})

test('shows the filling ring of a button over the shadow of the hand that presses it', async ({ scenePage }) => {
  const hand = {
    points: [
      { x: 505, y: 225 },
      { x: 505, y: 400 },
    ],
    heightMm: 40,
    speedMmPerS: 0,
  }
  const picture = { state: 'level2Pick', atMs: 1000, hands: [hand], press: { button: 'done' as const, progress: 0.9 } }
  const right = { x: 550, y: 205, w: 30, h: 40 }
  const { brightest } = await factsOf(scenePage, picture, [right])
  expect(brightest[0]).toBeGreaterThan(200)
})

test('dims the whole picture for a person who prefers faint light', async ({ scenePage }) => {
  const everywhere = [{ x: -600, y: -400, w: 1200, h: 800 }]
  const full = await factsOf(scenePage, { state: 'level2Pick', atMs: 1500 }, everywhere)
  const faint = await factsOf(scenePage, { state: 'level2PickFaint', atMs: 1500 }, everywhere)
  const share = (faint.brightest[0] ?? 0) / (full.brightest[0] ?? 1)
  expect(share).toBeGreaterThan(0.42)
  expect(share).toBeLessThan(0.48)
})

test('draws thicker lines on a table with low projected contrast', async ({ scenePage }) => {
  const bin = bench.bins.find(({ id }) => id === 'D')?.rect ?? { x: 0, y: 0, w: 0, h: 0 }
  const beyond = { x: bin.x + 20, y: bin.y - 11, w: bin.w - 40, h: 1 }
  const picture = { state: 'level1Pick', atMs: 2600 }
  const usual = await factsOf(scenePage, picture, [beyond])
  const bold = await factsOf(scenePage, { ...picture, tableLight: { contrast: 10, whiteness: 0.12 } }, [beyond])
  expect(bold.brightest[0]).toBeGreaterThan(1.5 * (usual.brightest[0] ?? 0))
})

test('plays a video on the card, and nothing else moves by itself', async ({ scenePage }) => {
  const [film, still] = await scenePage.evaluate(() =>
    window.tableScenePage.movingSharesWhile(
      0.9,
      { state: 'level3Film', atMs: 1000 },
      { state: 'level3Place', atMs: 1000 },
    ),
  )
  expect(film).toBeGreaterThan(0.0005)
  expect(still).toBe(0)
})

test('empties the circle of a waiting step clockwise', async ({ scenePage }) => {
  const circle = await factsOf(scenePage, { state: 'waiting', atMs: 1000 }, [
    { x: -430, y: -60, w: 12, h: 12 },
    { x: -490, y: -20, w: 12, h: 12 },
  ])
  const [gone, left] = circle.brightest
  expect(gone).toBe(0)
  expect(left).toBeGreaterThan(150)
})

test('is completely dark where perception compares pictures', async ({ scenePage }) => {
  const { brightest } = await factsOf(
    scenePage,
    { state: 'level3Place', atMs: 1500, dark: true },
    bench.zones.map(({ rect }) => rect),
  )
  expect(brightest).toEqual([0, 0])
})

test('gives the virtual bench the picture that the projector shows', async ({ scenePage }) => {
  const { canvasDiffersBy } = await factsOf(scenePage, { state: 'wrongPick', atMs: 1000 })
  expect(canvasDiffersBy).toBeLessThanOrEqual(2)
})

test('distinguishes slow pulsation from a flash', () => {
  const light = (hertz: number): number[] =>
    Array.from({ length: 150 }, (_, frame) => 0.5 + 0.2 * Math.sin((2 * Math.PI * hertz * frame) / 30))
  expect(flashesPerSecond(light(0.4), 30)).toBeLessThanOrEqual(1)
  expect(flashesPerSecond(light(3), 30)).toBeGreaterThanOrEqual(3)
})

test('uses no red and no blue, and never flashes faster than twice a second', async ({ scenePage }) => {
  const found: { state: string; redOrBlueShare: number; flashes: number }[] = []
  for (const state of Object.keys(states).filter((name) => !name.startsWith('words-') && name !== 'level3Film')) {
    const { redOrBlueShare } = await factsOf(scenePage, { state, atMs: 900 })
    const flashes = await scenePage.evaluate((name) => window.tableScenePage.flashesOf(name, 5), state)
    found.push({ state, redOrBlueShare, flashes })
  }
  expect(found.filter(({ redOrBlueShare }) => redOrBlueShare > 0.001)).toEqual([])
  expect(found.filter(({ flashes }) => flashes > 2)).toEqual([])
})
