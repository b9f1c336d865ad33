// Renders every state of the table scene to PNG files: node test/support/scene/renderStates.ts <folder> [name …]
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { PictureOf } from './page.ts'
import { withScenePage } from './scenePage.ts'
import { states } from './states.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const [folder, ...names] = positionals
if (!folder) throw new Error('Name the folder that the pictures go to.')

/** A hand whose palm is at (x, y), fingers away from the worker. */
const handAt = (x: number, y: number) => ({
  points: [
    [0, 70],
    [-40, 30],
    [-60, -10],
    [-10, -100],
    [10, -110],
    [30, -95],
    [48, -60],
    [0, 0],
  ].map(([dx = 0, dy = 0]) => ({ x: x + dx, y: y + dy })),
  heightMm: 40,
  speedMmPerS: 150,
})

const special: Record<string, PictureOf> = {
  demonstrationReaching: { state: 'level3Pick', atMs: 1100 },
  demonstrationClosed: { state: 'level3Pick', atMs: 2100 },
  demonstrationBringing: { state: 'level3Pick', atMs: 2750 },
  demonstrationLeft: { state: 'level3Left', atMs: 1250 },
  demonstrationPlacing: { state: 'level3Place', atMs: 1150 },
  demonstrationPlaced: { state: 'level3Place', atMs: 2500 },
  right: { state: 'right', atMs: 200 },
  cycleDoneOpening: { state: 'cycleDone', atMs: 550 },
  handShadow: { state: 'level2Pick', atMs: 1000, hands: [handAt(60, -180), handAt(-60, 160)] },
  pressing: {
    state: 'doubt',
    atMs: 1000,
    hands: [handAt(520, 330)],
    press: { button: 'done', progress: 0.62 },
  },
  boldPlace: { state: 'level2Place', atMs: 1000, tableLight: { contrast: 3, whiteness: null } },
  boldWrong: { state: 'wrongPick', atMs: 1000, tableLight: { contrast: 3, whiteness: null } },
  darkWindows: { state: 'level2Place', atMs: 1000, dark: true },
}
const pictures: Record<string, PictureOf> = {
  ...Object.fromEntries(Object.keys(states).map((state) => [state, { state, atMs: 2600 }])),
  ...special,
}

await mkdir(folder, { recursive: true })
await withScenePage(async (page) => {
  for (const [name, picture] of Object.entries(pictures)) {
    if (names.length > 0 && !names.some((wanted) => name.startsWith(wanted))) continue
    const drawn = await page.evaluate((which) => window.tableScenePage.pictureOf(which), picture)
    for (const [kind, url] of Object.entries(drawn)) {
      await writeFile(join(folder, `${name}.${kind}.png`), Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
    }
  }
})
