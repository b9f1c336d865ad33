// A disk that takes the log's part of a commit and not the views': a real process under a limit on the size of its files.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../test/support/folders.ts'

const root = join(import.meta.dirname, '..', '..')
const at = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href)

/** Appends until the views can no longer be written: a reader keeps their log from being folded in, so that it outgrows the limit. */
const program = `
  import { createRequire } from 'node:module'
  const { openTestStore } = await import(${at('test/support/stores.ts')})
  const { penSession } = await import(${at('test/support/practisedFacts.ts')})
  const Database = createRequire(${at('package.json')})('better-sqlite3')
  const reported = []
  const folder = process.env.FOLDER
  const store = openTestStore(folder, { timeZone: 'UTC', atOnceEvents: 100_000, report: (error) => reported.push(String(error)) })
  const reader = new Database(folder + '/views.sqlite')
  reader.exec('BEGIN; SELECT * FROM cursor')
  reader.prepare('SELECT * FROM cursor').all()
  const facts = penSession(1)
  const append = () => store.append(facts, { wallMs: 1, monoMs: 1, bootId: 'boot' })
  let [acknowledged, refused] = [store.events.lastSeq(), 0]
  for (let round = 0; round < 2000 && reported.length === 0; round += 1) {
    try {
      acknowledged += append().length
    } catch {
      refused += 1
      break
    }
  }
  acknowledged += append().length
  console.log(JSON.stringify({
    refused,
    lost: acknowledged - store.events.lastSeq(),
    reported: reported.length,
    state: store.views.state().name,
    different: store.views.compareSample(1)?.different,
    firstBreak: store.events.verify('all'),
  }))
  store.close()
`

it('acknowledges what the log took when the views could not be written, and fills them anew', () => {
  const limited = spawnSync(
    'bash',
    ['-c', 'ulimit -f 6144 && exec "$0" --input-type=module --eval "$1"', process.execPath, program],
    { env: { ...process.env, FOLDER: temporaryFolder() }, encoding: 'utf8' },
  )
  expect(limited.stderr).toBe('')
  expect(JSON.parse(limited.stdout)).toEqual({
    refused: 0,
    lost: 0,
    reported: 1,
    state: 'ready',
    different: 0,
    firstBreak: null,
  })
})
