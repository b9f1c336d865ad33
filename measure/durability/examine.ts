// Looks at a data folder as a bench does: the check before the start, the sample at the start, and everything that is checked by
// night. Says what was found, and what broke in place of being found.
import { join } from 'node:path'
import { identityOfSeed } from '../../src-main/credential/signingKey.ts'
import { openBenchStore } from '../../src-main/service/openBenchStore.ts'
import { createIntegrity } from '../../src-main/service/site/integrity.ts'
import { listSets } from '../../src-main/store/backup/manifest.ts'
import { setFlaw } from '../../src-main/store/backup/verifySet.ts'
import { checkStart } from '../../src-main/store/startCheck.ts'
import type { Store } from '../../src-main/store/store.ts'
import { StoreFailure } from '../../src-main/store/storeFailure.ts'
import { describeFlaw } from '../../src-main/store/verifyLog.ts'
import { opening } from './opening.ts'

export type Finder = 'start' | 'opening' | 'sample' | 'night' | 'media' | 'heads' | 'backup'

export type Examination = {
  /** What was found, by what found it first to last. */
  readonly found: readonly { readonly by: Finder; readonly sentence: string }[]
  /** Errors that are no finding: the program did not know what to say. */
  readonly crashes: readonly string[]
}

type Wanted = {
  readonly seed: number
  /** Hashes of heads that are known outside; not asked for where empty. */
  readonly knownHeads?: readonly string[]
  /** Whether the backup sets are looked at too. */
  readonly backups?: boolean
}

export async function examine(
  folder: string,
  { seed, knownHeads = [], backups = false }: Wanted,
): Promise<Examination> {
  const found: { by: Finder; sentence: string }[] = []
  const crashes: string[] = []
  const note = (by: Finder, error: unknown): void => {
    if (error instanceof StoreFailure) found.push({ by, sentence: error.message })
    else crashes.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  /** Null when it was noted. */
  const attempt = async <Value>(by: Finder, work: () => Value | Promise<Value>): Promise<Value | null> => {
    try {
      return await work()
    } catch (error) {
      note(by, error)
      return null
    }
  }

  if (backups)
    await attempt('backup', async () => {
      const place = join(folder, 'backups')
      const sets = listSets(place)
      if (sets.length === 0) found.push({ by: 'backup', sentence: 'No backup can be read.' })
      for (const set of sets) {
        const sentence = await setFlaw(set, place)
        if (sentence !== null) found.push({ by: 'backup', sentence })
      }
    })

  const check = await attempt('start', () => checkStart(folder, { identityOf: identityOfSeed }))
  if (check?.state === 'problem') found.push({ by: 'start', sentence: `${check.sentence} ${check.details.join(' ')}` })
  // Its data were here before: a folder that is taken for an empty one has lost them.
  if (check?.state === 'fresh') crashes.push('The folder was taken for a new one.')
  if (check?.state !== 'ready') return { found, crashes }

  let by: Finder = 'opening'
  const report = (error: unknown) => note(by, error)
  const store = await attempt(by, () => openBenchStore(folder, { ...opening, report }))
  if (!store) return { found, crashes }
  try {
    by = 'sample'
    await attempt(by, () => store.views.compareSample(seed))
    by = 'night'
    await attempt(by, () => nightly(store, (sentence) => found.push({ by: 'night', sentence })))
    by = 'media'
    await attempt(by, () => {
      for (const hash of mediaOf(store))
        if (!store.mediaFiles.holds(hash)) found.push({ by: 'media', sentence: `The picture ${hash} is missing.` })
    })
    by = 'heads'
    const flaw = knownHeads.length === 0 ? null : await attempt(by, () => store.checks.log('all', knownHeads))
    if (flaw) found.push({ by: 'heads', sentence: describeFlaw(flaw) })
  } finally {
    store.close()
  }
  return { found, crashes }
}

function nightly(store: Store, say: (sentence: string) => void): Promise<void> {
  const troubles = { raise: (_key: string, sentence: string) => say(sentence), clear: () => undefined }
  return createIntegrity({ store, troubles }).all()
}

/** The media of every version of every task. */
const mediaOf = ({ instructions }: Store): ReadonlySet<string> =>
  new Set(
    instructions
      .latest()
      .flatMap(({ instruction: { id } }) => instructions.versions(id))
      .flatMap(({ instruction: { media } }) => Object.values(media).map(({ sha256 }) => sha256)),
  )
