// Soak test: plays a clip repeatedly through live perception, and compares the memory early in the run with that at the end.
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { recordedLayout } from '../../src-domain/perception/recordedBench.schema.ts'
import { readClipTruth } from '../../test/support/vision/clipTruth.ts'
import { openMeasuringPage } from '../../test/support/vision/measuringPage.ts'
import { clipNames, filmOf } from './measureFootage.ts'

export type SoakOrder = {
  readonly folder: string
  /** The clip to play; by default the first in the folder. */
  readonly name?: string
  readonly minutes: number
}

/** Memory is first measured after this share of the time, when everything is loaded and warmed up. */
const earlyShare = 0.1

/** Memory after a tenth of the time and at the end. Throws with a sentence when there is no such clip. */
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
