// Read models apart from the log: what a crash, another version, another time zone or an edited row does to them.
import { randomUUID } from 'node:crypto'
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Fact } from '../../src-domain/event/event.schema.ts'
import { createNewId } from '../../src-domain/ids.ts'
import { temporaryFolder } from '../../test/support/folders.ts'
import { personId, skillId, taskId } from '../../test/support/ids.ts'
import { penSession, practisedFacts } from '../../test/support/practisedFacts.ts'
import { openTestStore } from '../../test/support/stores.ts'
import type { Connection } from './connection.ts'
import { createEventLog } from './eventLog.ts'
import { logKeyFrom } from './logKey.ts'
import { openDatabase } from './openDatabase.ts'
import type { ModelTables } from './readModels/readModel.ts'
import { tablesOf } from './readModels/viewsComparison.ts'
import { shippedModels } from './readModels/viewsFile.ts'
import type { Store, StoreOptions } from './store.ts'

const sam = personId('sam')
const hourMs = 3_600_000
const noonMs = Date.UTC(2026, 2, 2, 12)
const moment = { wallMs: noonMs, monoMs: 5, bootId: 'boot' }
const utc = { timeZone: 'UTC' } as const
const everyone = ['sam', 'noor']
const tables = tablesOf(shippedModels).map(([table]) => table)

function opened(folder: string, options: Partial<StoreOptions> = {}): Store {
  const store = openTestStore(folder, { ...utc, ...options })
  onTestFinished(() => store.close())
  return store
}

const facts = practisedFacts(everyone, 2)
/** How many events a log of them has: one that began it stands before them. */
const inLog = facts.length + 1

/** Made once, by appending fact by fact. */
let made: string | null = null

/** A folder with a log of all `facts`, a second apart, and its views. */
function practisedFolder(): string {
  if (made === null) {
    made = mkdtempSync(join(tmpdir(), 'handwijzer-views-'))
    const store = openTestStore(made, utc)
    facts.forEach((fact, index) => store.append([fact], { ...moment, wallMs: noonMs + index * 1000 }))
    store.close()
  }
  return copyOf(made)
}
afterAll(() => {
  if (made !== null) rmSync(made, { recursive: true })
})

/** The same for other facts, all at one moment. */
function folderOf(other: readonly Fact[]): string {
  const folder = temporaryFolder()
  const store = openTestStore(folder, utc)
  store.append(other, moment)
  store.close()
  return folder
}

/** A log that another program writes: without the views. */
const logOn = (connection: Connection, folder: string) =>
  createEventLog(connection, {
    monthOf: () => '',
    eventsPerSegment: 100_000,
    newId: createNewId(randomUUID),
    logKey: logKeyFrom(readFileSync(join(folder, 'keys', 'bench.key'))),
    place: '',
  })

/** All rows of all read models as they stand on the disk. */
function rowsIn(folder: string): Record<string, readonly unknown[]> {
  const raw = new Database(join(folder, 'views.sqlite'))
  const rows = Object.fromEntries(tables.map((table) => [table, raw.prepare(`SELECT * FROM ${table}`).all()]))
  raw.close()
  return rows
}

function edit(folder: string, sql: string, file = 'views.sqlite'): void {
  const raw = new Database(join(folder, file))
  raw.pragma('ignore_check_constraints = ON')
  raw.exec(sql)
  raw.close()
}

const copyOf = (folder: string, names: readonly string[] = readdirSync(folder)): string => {
  const copy = temporaryFolder()
  for (const name of names) if (name.includes('.sqlite')) copyFileSync(join(folder, name), join(copy, name))
  cpSync(join(folder, 'keys'), join(copy, 'keys'), { recursive: true })
  return copy
}

/** The shipped models, one of them of the next version, its tables changed or not. */
const nextVersion = (change = ''): ModelTables[] =>
  shippedModels.map((model) =>
    model.name === 'coaching' ? { ...model, version: model.version + 1, sql: model.sql + change } : model,
  )

describe('the views file', () => {
  it('leaves something in every table, and is the same filled anew as kept up event by event', async () => {
    const folder = practisedFolder()
    const kept = rowsIn(folder)
    for (const table of tables) expect([table, kept[table]?.length]).not.toEqual([table, 0])
    const store = opened(folder)
    await store.views.rebuild()
    expect(store.views.state()).toEqual({ name: 'ready' })
    store.close()
    expect(rowsIn(folder)).toEqual(kept)
  })

  it.each<[what: string, harm: (folder: string) => void]>([
    ['is missing', () => {}],
    ['is no database', (folder) => writeFileSync(join(folder, 'views.sqlite'), 'A shopping list. '.repeat(500))],
    ['is empty', (folder) => writeFileSync(join(folder, 'views.sqlite'), '')],
    ['is some other database', (folder) => edit(folder, 'CREATE TABLE cursor (applied_seq)')],
  ])('is filled from the log when it %s', (_what, harm) => {
    const folder = practisedFolder()
    const copy = copyOf(folder, ['handwijzer.sqlite'])
    harm(copy)
    opened(copy).close()
    expect(rowsIn(copy)).toEqual(rowsIn(folder))
  })

  it('that lacks the last events takes them in, each once', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    const half = Math.floor(facts.length / 2)
    store.append(facts.slice(0, half), moment)
    const behind = copyOf(folder, ['views.sqlite', 'views.sqlite-wal'])
    store.append(facts.slice(half), moment)
    const names = ['handwijzer.sqlite', 'handwijzer.sqlite-wal']
    for (const name of names) copyFileSync(join(folder, name), join(behind, name))
    const again = opened(behind)
    expect(again.views.state()).toEqual({ name: 'ready' })
    again.close()
    store.close()
    expect(rowsIn(behind)).toEqual(rowsIn(folder))
  })

  it('that is ahead of a log put back from a backup is filled anew from that log', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    store.append(facts.slice(0, 20), moment)
    const backup = copyOf(folder, ['handwijzer.sqlite', 'handwijzer.sqlite-wal'])
    store.append(facts.slice(20), moment)
    store.close()
    copyFileSync(join(folder, 'views.sqlite'), join(backup, 'views.sqlite'))
    opened(backup).close()
    expect(rowsIn(backup)).toEqual(rowsIn(folderOf(facts.slice(0, 20))))
  })

  it('of another log is filled anew, also where that log is as long', () => {
    const [own, other] = [practisedFolder(), folderOf(practisedFacts(['noor', 'sam'], 2))]
    const rows = rowsIn(own)
    copyFileSync(join(other, 'views.sqlite'), join(own, 'views.sqlite'))
    opened(own).close()
    expect(rowsIn(own)).toEqual(rows)
  })

  it('takes in what was appended meanwhile without it', () => {
    const folder = practisedFolder()
    const store = opened(folder)
    const raw = openDatabase(join(folder, 'handwijzer.sqlite'))
    logOn(raw, folder).append(penSession(1, 'noor'), moment)
    raw.close()
    store.append([{ type: 'paused' }], moment)
    expect(store.progress.cycles(personId('noor'))).toHaveLength(3)
  })
})

describe('another version of a read model', () => {
  const long = { atOnceEvents: 50 } as const

  it('serves the old rows while it is filled in the background, and takes in what happens meanwhile', async () => {
    const folder = practisedFolder()
    edit(folder, "UPDATE arrangement SET value = json_set(value, '$.hintsPerMistake', 5)")
    const store = opened(folder, { ...long, models: nextVersion() })
    expect(store.views.state()).toMatchObject({ name: 'rebuilding', serving: true })
    expect(store.coaching.arrangementOf(sam).hintsPerMistake).toBe(5)
    store.append(penSession(1, 'noor'), moment)
    await store.views.rebuild()
    expect(store.views.state()).toEqual({ name: 'ready' })
    expect(store.coaching.arrangementOf(sam).hintsPerMistake).toBe(16)
    expect(store.progress.cycles(personId('noor'))).toHaveLength(3)
    store.append([{ type: 'paused' }], moment)
    store.close()
    const again = opened(folder, { ...long, models: nextVersion() })
    expect(again.views.state()).toEqual({ name: 'ready' })
  })

  it('with other tables answers nothing until it is filled, keeps what happens, and then has it all', async () => {
    const folder = practisedFolder()
    const models = nextVersion('CREATE INDEX note_by_coach ON note_written (coach_id);')
    const store = opened(folder, { ...long, models })
    expect(store.views.state()).toMatchObject({ name: 'rebuilding', serving: false, of: inLog })
    expect(() => store.progress.attempts(sam)).toThrow('One moment: practice is being read')
    store.append(penSession(1, 'noor'), moment)
    // After the event that says that the folder is a copy.
    expect(store.events.sessionFromSeq()).toBe(inLog + 2)
    await store.views.usable()
    expect(store.progress.attempts(sam)).toHaveLength(18)
    expect(store.progress.cycles(personId('noor'))).toHaveLength(3)
  })

  it('is filled at once where the log is short', () => {
    const store = opened(practisedFolder(), { models: nextVersion() })
    expect(store.views.state()).toEqual({ name: 'ready' })
  })

  it('is not swapped into a set-up that is still running, and comes after it', async () => {
    const store = opened(practisedFolder())
    const filled = store.views.rebuild()
    await store.asOne(async () => {
      store.append([{ type: 'paused' }], moment)
      while (store.views.state().name === 'rebuilding' && !isWhole(store)) await new Promise(setImmediate)
      store.append([{ type: 'resumed' }], moment)
    })
    await filled
    expect(store.views.state()).toEqual({ name: 'ready' })
    expect(store.views.compareSample(1)?.different).toBe(0)
  })
})

function isWhole(store: Store): boolean {
  const state = store.views.state()
  return state.name === 'rebuilding' && state.of > 0 && state.done >= state.of
}

describe('the time zone of the site', () => {
  it('decides which day it was, also of the past once it is changed', async () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    const late = { ...moment, wallMs: Date.UTC(2026, 2, 2, 23, 30) }
    store.append(penSession(1), late)
    const days = () => new Set(store.progress.attempts(sam).map(({ day }) => day))
    expect(days()).toEqual(new Set(['2026-03-02']))
    const changed = store.setTimeZone('Europe/Brussels')
    expect(store.dayOf(late.wallMs)).toBe('2026-03-02')
    await changed
    expect(store.dayOf(late.wallMs)).toBe('2026-03-03')
    expect(days()).toEqual(new Set(['2026-03-03']))
    store.close()
    const again = opened(folder, { timeZone: 'Pacific/Auckland' })
    expect(again.timeZone()).toBe('Europe/Brussels')
    expect(again.views.state()).toEqual({ name: 'ready' })
  })

  it('that does not exist is refused', () => {
    const store = opened(temporaryFolder())
    expect(() => store.setTimeZone('Europe/Nowhere')).toThrow('Europe/Nowhere')
    expect(store.timeZone()).toBe('UTC')
  })
})

describe('a clock that is set back', () => {
  it('changes no order: of cycles, notes, proposals and decisions', () => {
    const folder = temporaryFolder()
    const store = opened(folder)
    let wallMs = noonMs
    for (const fact of facts) {
      store.append([fact], { ...moment, wallMs })
      wallMs -= hourMs
    }
    const cycles = store.progress.cycles(sam)
    const seqs = cycles.map(({ seq }) => seq)
    expect(seqs).toHaveLength(3)
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
    expect(cycles.map((cycle) => cycle.wallMs)).toEqual(cycles.map((cycle) => cycle.wallMs).toSorted((a, b) => b - a))
    const of = { personId: sam, taskId: taskId('pen'), skillId: skillId('pen-skill') }
    expect(store.proposals.of(of).map(({ proposalId }) => proposalId)).toEqual(['sam-1', 'sam-2'])
    // Decided last stands first.
    expect(store.proposals.all().map(({ proposalId }) => proposalId)).toEqual(['noor-1', 'noor-2', 'sam-1', 'sam-2'])
    expect(store.progress.tasksOf(sam).map(({ taskId }) => taskId)).toEqual(['pen'])
  })

  it('leaves the note that was written last on top', () => {
    const store = opened(temporaryFolder())
    const facts = practisedFacts(['sam'], 1).filter(({ type }) => type === 'noteWritten')
    for (const wallMs of [noonMs, noonMs - hourMs]) store.append(facts, { ...moment, wallMs })
    expect(store.coaching.notesOf(sam).map((note) => note.wallMs)).toEqual([noonMs - hourMs, noonMs])
  })
})

describe('a row that somebody edited', () => {
  const edits: readonly [table: string, sql: string][] = [
    ['attempt', "UPDATE attempt SET fact = json_set(fact, '$.errors', 7) WHERE seq = (SELECT max(seq) FROM attempt)"],
    ['attempt', 'DELETE FROM attempt WHERE seq = (SELECT min(seq) FROM attempt)'],
    ['attempt', "UPDATE attempt SET day = '2020-01-01'"],
    ['cycle', 'UPDATE cycle SET clean = 1 - clean'],
    [
      'cycle',
      'INSERT INTO cycle SELECT seq + 1, cycle_id, person_id, task_id, day, wall_ms, 1, 1, 1 FROM cycle LIMIT 1',
    ],
    ['contest', 'DELETE FROM contest'],
    ['visit', 'UPDATE visit SET last_wall_ms = 1'],
    ['practising', "UPDATE practising SET person_id = 'noor'"],
    ['proposal', "UPDATE proposal SET state = 'open', decided_seq = NULL WHERE state = 'declined'"],
    [
      'proposal',
      "INSERT INTO proposal SELECT 'forged', person_id, task_id, package_sha256, skill_id, evidence, 1, 1, 'open', NULL, NULL, NULL, NULL, NULL FROM proposal LIMIT 1",
    ],
    ['arrangement', "UPDATE arrangement SET value = json_set(value, '$.mentorDependent', json('true'))"],
    ['demonstration_wish', 'DELETE FROM demonstration_wish'],
    ['practice_reset', "UPDATE practice_reset SET step_id = 'pick-A'"],
    ['verdict', "UPDATE verdict SET verdict = 'notDone'"],
    ['note_written', "UPDATE note_written SET coach_id = 'somebody'"],
    ['site_chances', "UPDATE site_chances SET value = json_set(value, '$.entry', 3)"],
  ]
  /** Only the whole log says whether a count is right. */
  const counts: typeof edits = [['practised_task', 'UPDATE practised_task SET cycles = cycles + 1']]

  it('is looked for in every table', () => {
    expect(new Set([...edits, ...counts].map(([table]) => table))).toEqual(new Set(tables))
  })

  it.each(edits)('of %s is found by the sample at a start, said, and healed: %s', (table, sql) => {
    const folder = practisedFolder()
    const right = rowsIn(folder)
    edit(folder, sql)
    const reported: unknown[] = []
    const store = opened(folder, { report: (error) => reported.push(error) })
    const sample = store.views.compareSample(7)
    expect(sample?.differences.map((one) => one.table)).toContain(table)
    expect(String(reported[0])).toContain('Practice did not agree with the log')
    expect(store.views.state()).toEqual({ name: 'ready' })
    store.close()
    expect(rowsIn(folder)).toEqual(right)
  })

  it('is found in whichever tables there are by the nightly comparison, said, and healed', async () => {
    const folder = practisedFolder()
    const right = rowsIn(folder)
    for (const [, sql] of [...edits, ...counts]) edit(folder, sql)
    const reported: unknown[] = []
    const store = opened(folder, { report: (error) => reported.push(error) })
    const found = await store.views.compareAll()
    expect(found?.different).toBeGreaterThan(tables.length)
    const told = found?.differences.map(({ table }) => table)
    expect(String(reported[0])).toContain('Practice did not agree with the log')
    for (const table of tables) expect(told).toContain(table)
    store.close()
    expect(rowsIn(folder)).toEqual(right)
  })

  it('is none where nobody edited anything, whatever the seed', async () => {
    const reported: unknown[] = []
    const store = opened(practisedFolder(), { report: (error) => reported.push(error) })
    for (let seed = 0; seed < 20; seed += 1) {
      const sample = store.views.compareSample(seed)
      expect(sample).toMatchObject({ different: 0 })
      expect(sample?.rows).toBeGreaterThan(40)
    }
    expect(await store.views.compareAll()).toMatchObject({ different: 0 })
    expect(reported).toEqual([])
  })

  it('is found while work goes on, which is no difference', async () => {
    const store = opened(practisedFolder())
    const comparing = store.views.compareAll()
    const at = { isOver: false }
    void comparing.then(() => {
      at.isOver = true
    })
    while (!at.isOver) {
      store.append(penSession(1, 'noor'), moment)
      await new Promise(setImmediate)
    }
    expect(await comparing).toMatchObject({ different: 0 })
  })

  it('that has lost its shape is read anew from the log by whoever reads it first', () => {
    const folder = practisedFolder()
    edit(folder, "UPDATE arrangement SET value = '{}'")
    const reported: unknown[] = []
    const store = opened(folder, { report: (error) => reported.push(error) })
    expect(store.coaching.arrangementOf(sam).bounds).toEqual({ pinned: 1 })
    expect(reported).toHaveLength(1)
  })

  it('stops nothing when events are appended to it: they are kept and read anew', () => {
    const folder = practisedFolder()
    const reported: unknown[] = []
    const store = opened(folder, { report: (error) => reported.push(error) })
    edit(folder, 'DELETE FROM practising')
    store.append([{ type: 'paused' }], moment)
    expect(store.events.lastSeq()).toBe(inLog + 2)
    expect(reported).toHaveLength(1)
  })
})
