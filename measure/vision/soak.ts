// Plays a clip over and over through live perception, and holds the memory early against the memory at the end.
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { recordedLayout } from '../../src-domain/perception/recordedBench.schema.ts'
import { readClipTruth } from '../../test/support/vision/clipTruth.ts'
import { openMeasuringPage } from '../../test/support/vision/measuringPage.ts'
import { clipNames, filmOf } from './measureFootage.ts'

export type SoakOrder = {
  readonly folder: string
  /** The clip to play; the first in the folder unless told. */
  readonly name?: string
  readonly minutes: number
}

/** Memory is compared from here on: what is loaded and warmed up once is there by then. */
const earlyShare = 0.1

/** What was held after a tenth of the time and at its end. Throws with a sentence when there is no such clip. */
export async function soak({ folder, name: wanted, minutes }: SoakOrder) {
  const name = wanted ?? (await clipNames(folder))[0]
  const film = name === undefined ? null : filmOf(folder, name)
  if (name === undefined || film === null) throw new Error(`There is no clip to play in ${folder}.`)
  const truth = await readClipTruth(join(folder, `${name}.json`))
  const page = await openMeasuringPage()
  try {
    await page.playOn(film, { layout: recordedLayout(truth), tableToCamera: truth.tableToCamera })
    const ms = 60_000 * minutes
    await setTimeout(earlyShare * ms)
    const early = await page.played()
    await setTimeout((1 - earlyShare) * ms)
    const end = await page.played()
    const growth = (of: 'pageHeapMb' | 'processesMb') => Math.round((1000 * end[of]) / early[of] - 1000) / 1000
    return { name, minutes, early, end, growth: { pageHeap: growth('pageHeapMb'), processes: growth('processesMb') } }
  } finally {
    await page.close()
  }
}
