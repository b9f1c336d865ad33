// Legibility of projected text on real table tops, measured as contrast in the camera's picture.
import { expect, test } from '@playwright/test'
import { panelRows } from '../../../src-renderer/scene/elements/panelRows.ts'
import { placesOn } from '../../../src-renderer/scene/view/places.ts'
import { tableView } from '../../../src-renderer/scene/view/tableView.ts'
import { bench } from '../../support/scene/bench.ts'
import { states } from '../../support/scene/states.ts'
import { type OpenBench, openVirtualBench } from '../../support/virtualBench/open.ts'

test.describe.configure({ timeout: 180_000 })

const readable = 3
/**
 * Required ratio of projector to ambient light, with lamps above the bench off; a dark, glossy top reflects more ambient light.
 */
const neededStrength = { lightWood: 4, greySteel: 4, darkLaminate: 5 } as const

let page: OpenBench
test.beforeAll(async () => {
  page = await openVirtualBench()
})
test.afterAll(() => page.close())

/** The rectangles with text in a state: the panel's, with capitals of up to 21 mm, and the buttons' captions of 14 mm. */
function wordsIn(name: string) {
  const state = states[name]
  const view = state && tableView(state, { layout: bench, places: placesOn(bench), bold: false })
  if (!view) throw new Error(`There is no state "${name}".`)
  const { panel } = view
  const rows = panel && panelRows(panel)
  return [...(rows?.words ? [rows.words] : []), ...view.buttons.map(({ caption }) => caption.place)]
}

for (const table of ['lightWood', 'greySteel', 'darkLaminate'] as const) {
  for (const language of ['nl', 'ar'] as const) {
    test(`texts of 10 mm and more have a contrast of at least three to one on ${table}, in ${language}`, async () => {
      const rects = wordsIn('level2Pick')
      expect(rects.length).toBeGreaterThanOrEqual(4)
      const shown = { state: 'level2Pick', atMs: 1500, table, language, whiteToAmbient: neededStrength[table] }
      const found = await page.call('contrastOf', shown, rects)
      test.info().annotations.push({ type: 'measured', description: found.map((one) => one.toFixed(1)).join(', ') })
      expect(Math.min(...found), found.map((one) => one.toFixed(2)).join(', ')).toBeGreaterThanOrEqual(readable)
    })
  }
}

test('measures that ambient light as bright as the projector makes texts illegible', async () => {
  const shown = { state: 'level2Pick', atMs: 1500, table: 'lightWood', language: 'nl', whiteToAmbient: 0.8 } as const
  expect(Math.min(...(await page.call('contrastOf', shown, wordsIn('level2Pick'))))).toBeLessThan(readable)
})
