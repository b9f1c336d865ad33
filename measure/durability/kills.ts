// Kills a process that appends, again and again on one folder, and looks for every event that it had acknowledged.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { seededRandom } from '../../src-domain/seededRandom.ts'
import { openBenchStore } from '../../src-main/service/openBenchStore.ts'
import type { Store } from '../../src-main/store/store.ts'
import { describeFlaw, type Extent } from '../../src-main/store/verifyLog.ts'
import { openingSmallSegments } from './opening.ts'

export type KillSummary = {
  readonly acknowledged: number
  /** Acknowledged events that were not there afterwards, or not as they were. */
  readonly lost: number
  /** What else was wrong after a kill. */
  readonly flaws: readonly string[]
}

const shortestMs = 5
const longestMs = 150
const root = join(import.meta.dirname, '..', '..')

/** Appends in a process of its own for so many ms after its first event; returns the hash of each acknowledged one by number. */
async function appendUntilKilled(folder: string, ms: number): Promise<ReadonlyMap<number, string>> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'probeAppend.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, '.cache', 'node') },
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (output === '') setTimeout(() => child.kill('SIGKILL'), ms)
    output += text
  })
  await new Promise((resolve) => child.once('close', resolve))
  if (output === '') throw new Error('The process that appends ended before its first event.')
  const lines = output.split('\n').slice(0, -1)
  return new Map(lines.map((line) => line.split(' ')).map(([seq, hash]) => [Number(seq), hash ?? '']))
}

/** @param seed chooses the moments: the same seed, the same ones. */
export async function killAppending(
  folder: string,
  { kills, seed, say }: { readonly kills: number; readonly seed: number; readonly say: (sentence: string) => void },
): Promise<KillSummary> {
  const random = seededRandom(seed)
  const flaws: string[] = []
  let [acknowledged, lost] = [0, 0]
  for (let kill = 1; kill <= kills; kill += 1) {
    const appended = await appendUntilKilled(folder, shortestMs + random() * (longestMs - shortestMs))
    acknowledged += appended.size
    const flaw = look(folder, kill === kills ? 'all' : 'open', ({ events }) => {
      for (const [seq, hash] of appended) if (events.byNumber(seq)?.hash !== hash) lost += 1
    })
    if (flaw !== null) flaws.push(`kill ${kill}: ${flaw}`)
    if (kill % 100 === 0) say(`${kill} kills, ${lost} of ${acknowledged} acknowledged events lost`)
  }
  return { acknowledged, lost, flaws }
}

/** What is wrong with the log, or with opening it; null when nothing is. */
function look(folder: string, extent: Extent, inspect: (store: Store) => void): string | null {
  const store = openBenchStore(folder, openingSmallSegments)
  try {
    inspect(store)
    const flaw = store.events.verify(extent)
    return flaw && describeFlaw(flaw)
  } finally {
    store.close()
  }
}
