// Renders the table's light on three table tops in two scripts: node test/support/virtualBench/photographTable.ts <folder>
// [--few]
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openVirtualBench } from './open.ts'
import type { Shown } from './shownTable.ts'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { few: { type: 'boolean' } } })
const [folder] = positionals
if (!folder) throw new Error('Name the folder that the pictures go to.')

const tables = ['lightWood', 'greySteel', 'darkLaminate'] as const
const moments: Readonly<Record<string, number>> = {
  signedOut: 2600,
  level0: 1500,
  level1Pick: 1500,
  level2Pick: 1500,
  level3Pick: 1100,
  level3Place: 1150,
  counting: 1500,
  doubt: 1500,
  wrongPick: 1500,
  wrongPlace: 1500,
  cycleDoneRewards: 1400,
}
/**
 * The pictures for the documentation: every prompting level, an error, a question and the celebration, each table top and script
 * more than once.
 */
const kept = [
  'level0-lightWood-nl',
  'level1Pick-greySteel-nl',
  'level2Pick-darkLaminate-nl',
  'level2Pick-lightWood-ar',
  'level3Pick-lightWood-nl',
  'level3Place-greySteel-ar',
  'wrongPick-lightWood-nl',
  'wrongPick-darkLaminate-ar',
  'wrongPlace-greySteel-nl',
  'doubt-greySteel-ar',
  'cycleDoneRewards-lightWood-nl',
  'cycleDoneRewards-darkLaminate-ar',
]

/** A projector four times as strong as the ambient light: projected texts are then legible on every table top. */
const whiteToAmbient = 4

const all = Object.entries(moments).flatMap(([state, atMs]) =>
  tables.flatMap((table) =>
    (['nl', 'ar'] as const).map((language): Shown => ({ state, atMs, table, language, whiteToAmbient })),
  ),
)
const nameOf = ({ state, table, language }: Shown) => `${state}-${table}-${language}`

await mkdir(folder, { recursive: true })
const bench = await openVirtualBench({ fine: true })
try {
  for (const shown of all.filter((one) => !values.few || kept.includes(nameOf(one)))) {
    const url = await bench.call('viewOf', shown)
    await writeFile(join(folder, `${nameOf(shown)}.webp`), Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
  }
} finally {
  await bench.close()
}
