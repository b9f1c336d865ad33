// How long it takes until a bench is back: restores the newest backup set into an empty folder, as on another machine.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openBenchStore } from '../../src-main/service/openBenchStore.ts'
import { listSets } from '../../src-main/store/backup/manifest.ts'
import { restoreSet } from '../../src-main/store/backup/restoreSet.ts'
import { opening } from './opening.ts'

/**
 * @param from a data folder with a backup and the keys that belong to it.
 * @returns seconds of each restore, until practice can be read again.
 */
export async function timeRestores(from: string, scratch: string, times: number): Promise<readonly number[]> {
  const place = join(from, 'backups')
  const [set] = listSets(place)
  if (!set) throw new Error('There is no backup to restore.')
  const keys = new Map(
    (set.manifest.keys?.names ?? []).map((name) => [name, readFileSync(join(from, 'keys', `${name}.key`))]),
  )
  const seconds: number[] = []
  for (let time = 0; time < times; time += 1) {
    rmSync(scratch, { recursive: true, force: true })
    mkdirSync(scratch)
    const beganMs = performance.now()
    const { missingMedia } = await restoreSet({ set, place, dataFolder: scratch, opening, keys })
    const store = openBenchStore(scratch, opening)
    await store.views.usable()
    seconds.push((performance.now() - beganMs) / 1000)
    const flaw = store.events.verify('all')
    store.close()
    if (flaw !== null || missingMedia.length > 0) throw new Error('The backup did not bring everything back.')
  }
  return seconds
}
