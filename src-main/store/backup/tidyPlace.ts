// Removes superseded sets of one bench from a place, and media that no set there names any more.
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { flush, namesIn } from '../durableFiles.ts'
import { isSameBench, type LogIdentity } from '../logIdentity.ts'
import { readCheck } from './checkRecord.ts'
import { listSets, mediaFolderName } from './manifest.ts'
import { superseded } from './retention.ts'

const sha256Name = /^[0-9a-f]{64}$/

/** Sets of other benches, and whatever else lies in the place, are left alone. Nothing may be made there meanwhile. */
export function tidyPlace(
  place: string,
  bench: Pick<LogIdentity, 'benchId' | 'siteId'>,
  dayOf: (wallMs: number) => string,
): void {
  const own = listSets(place).filter(({ manifest }) => isSameBench(manifest, bench))
  const verified = ({ folder }: { readonly folder: string }) => readCheck(folder)?.flaw === null
  for (const { folder } of superseded(own, { dayOf, verified })) {
    // Renamed first: a removal that is interrupted leaves no half set behind.
    const leaving = `${folder}.part`
    renameSync(folder, leaving)
    rmSync(leaving, { recursive: true, force: true })
  }
  const named = new Set(listSets(place).flatMap(({ manifest }) => manifest.media.map(({ sha256 }) => sha256)))
  const media = join(place, mediaFolderName)
  const unnamed = namesIn(media).filter((name) => sha256Name.test(name) && !named.has(name))
  for (const name of unnamed) rmSync(join(media, name), { force: true })
  if (unnamed.length > 0) flush(media)
}
