import { copyFileSync, cpSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { SessionFact } from '../../src-domain/event/event.schema.ts'
import { temporaryFolder } from '../../test/support/folders.ts'
import { personId } from '../../test/support/ids.ts'
import { openTestStore } from '../../test/support/stores.ts'
import { StoryBench } from '../../test/support/storyBench.ts'
import { penTask } from '../../test/support/tasks.ts'
import { claimFolder } from './claimFolder.ts'
import { migrations, schemaVersion } from './migrate.ts'
import { openDatabase } from './openDatabase.ts'
import { StoreFailure } from './storeFailure.ts'

const sam = personId('sam')
const moment = { wallMs: 1_000_000, monoMs: 5, bootId: 'boot' }
const paused: SessionFact = { type: 'paused' }

/** The facts of a session with so many finished pens. */
const penSession = (pens: number): SessionFact[] => {
  const bench = new StoryBench().signedIn().started(penTask)
  for (let pen = 0; pen < pens; pen += 1) bench.onePen().after(2500)
  return bench.log.map(({ seq: _seq, monoMs: _monoMs, ...fact }) => fact as SessionFact)
}

describe('the event log', () => {
  it('refuses to change or remove what was written', () => {
    const folder = temporaryFolder()
    const store = openTestStore(folder)
    store.append([paused], moment)
    store.close()
    const raw = new Database(join(folder, 'handwijzer.sqlite'))
    expect(() => raw.exec("UPDATE event SET fact = '{}'")).toThrow('append-only')
    expect(() => raw.exec('DELETE FROM event')).toThrow('append-only')
    raw.close()
  })

  it('numbers events without gaps over restarts, in one unbroken chain', () => {
    const folder = temporaryFolder()
    for (let boot = 0; boot < 3; boot += 1) {
      const store = openTestStore(folder)
      store.append([paused, { type: 'resumed' }], { ...moment, bootId: `boot${boot}` })
      expect([...store.events.read(1)].map(({ seq }) => seq)).toEqual(
        Array.from({ length: 2 * (boot + 1) + 1 }, (_, i) => i + 1),
      )
      expect(store.events.verify('all')).toBeNull()
      store.close()
    }
  })

  it('writes a batch whole or not at all', () => {
    const store = openTestStore(temporaryFolder())
    const loop: { self?: unknown } = {}
    loop.self = loop
    expect(() => store.append([paused, loop as unknown as SessionFact], moment)).toThrow()
    expect(store.events.lastSeq()).toBe(1)
    store.close()
  })

  it('flushes every commit: WAL with synchronous FULL', () => {
    const connection = openDatabase(join(temporaryFolder(), 'x.sqlite'))
    expect(connection.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(connection.pragma('synchronous', { simple: true })).toBe(2)
    connection.close()
  })
})

describe('a damaged file', () => {
  const written = () => {
    const folder = temporaryFolder()
    const store = openTestStore(folder)
    store.append(penSession(3), moment)
    store.close()
    return join(folder, 'handwijzer.sqlite')
  }

  it('is noticed wherever an event’s content was changed', () => {
    const path = written()
    const original = readFileSync(path).toString('latin1')
    expect(original).toContain('"type":"cycleStarted"')
    const changed = Buffer.from(original.replaceAll('"type":"cycleStarted"', '"type":"cyclXStarted"'), 'latin1')
    writeFileSync(path, changed)
    const store = openTestStore(dirname(path))
    expect(store.events.verify('all')).not.toBeNull()
    store.close()
  })

  it('that is no database is refused with what to do', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'handwijzer.sqlite'), 'This is a shopping list, not a database. '.repeat(200))
    expect(() => openTestStore(folder)).toThrow(StoreFailure)
  })

  it('keeps every earlier commit when the tail of the WAL is torn', () => {
    const folder = temporaryFolder()
    const store = openTestStore(folder)
    const facts = penSession(2)
    const sizes: number[] = []
    const wal = join(folder, 'handwijzer.sqlite-wal')
    for (const fact of facts) {
      store.append([fact], moment)
      sizes.push(readFileSync(wal).length)
    }
    const keys = (to: string) => cpSync(join(folder, 'keys'), join(to, 'keys'), { recursive: true })
    for (const cut of [1, 100, 5000]) {
      const torn = temporaryFolder()
      keys(torn)
      for (const name of readdirSync(folder).filter((file) => file.startsWith('handwijzer')))
        copyFileSync(join(folder, name), join(torn, name))
      const length = (sizes.at(-1) ?? 0) - cut
      truncateSync(join(torn, 'handwijzer.sqlite-wal'), length)
      const reopened = openTestStore(torn)
      expect(reopened.events.verify('all')).toBeNull()
      expect(reopened.events.lastSeq()).toBeGreaterThanOrEqual(sizes.filter((size) => size <= length).length)
      reopened.close()
    }
    store.close()
  })
})

describe('migrations', () => {
  it('are numbered without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1))
  })

  it('bring a database from every earlier version to the present one', () => {
    for (let from = 0; from < schemaVersion; from += 1) {
      const path = join(temporaryFolder(), 'old.sqlite')
      const old = new Database(path)
      for (const { version, sql } of migrations.slice(0, from)) {
        old.exec(sql)
        old.pragma(`user_version = ${version}`)
      }
      old.close()
      const connection = openDatabase(path)
      expect(connection.pragma('user_version', { simple: true })).toBe(schemaVersion)
      connection.close()
    }
  })

  it('refuse a database from a newer program and leave it as it is', () => {
    const path = join(temporaryFolder(), 'newer.sqlite')
    const newer = new Database(path)
    newer.pragma(`user_version = ${schemaVersion + 1}`)
    newer.close()
    expect(() => openDatabase(path)).toThrow('Start the newer program')
  })
})

describe('read models', () => {
  it('are the same rebuilt as kept up step by step', async () => {
    const store = openTestStore(temporaryFolder())
    for (const fact of penSession(4)) store.append([fact], moment)
    const state = () => ({
      attempts: store.progress.attempts(sam),
      cycles: store.progress.cycles(sam),
      from: store.events.sessionFromSeq(),
      tasks: store.progress.tasksOf(sam),
    })
    const kept = state()
    expect(kept.attempts).toHaveLength(24)
    expect(kept.cycles).toHaveLength(4)
    await store.views.rebuild()
    expect(state()).toEqual(kept)
    store.close()
  })

  it('are rebuilt at start when they lag behind the log', () => {
    const folder = temporaryFolder()
    const store = openTestStore(folder)
    store.append(penSession(1), moment)
    store.close()
    const raw = new Database(join(folder, 'views.sqlite'))
    raw.exec('DELETE FROM attempt; UPDATE cursor SET applied_seq = 3')
    raw.close()
    const again = openTestStore(folder)
    expect(again.progress.attempts(sam)).toHaveLength(6)
    again.close()
  })

  it('know nothing of guests', () => {
    const store = openTestStore(temporaryFolder())
    const bench = new StoryBench().signedIn(null).started(penTask).onePen()
    store.append(
      bench.log.map(({ seq: _seq, monoMs: _monoMs, ...fact }) => fact as SessionFact),
      moment,
    )
    expect(store.progress.tasksOf(sam)).toEqual([])
    store.close()
  })
})

describe('a write that was undone', () => {
  it('leaves nothing of it in what is remembered of instructions, layouts and bindings', () => {
    const store = openTestStore(temporaryFolder())
    const { instruction, layout, binding } = penTask
    const read = () => ({
      newest: store.instructions.newest(instruction.id)?.packageSha256,
      all: store.instructions.latest().length,
      layouts: store.layouts.all().length,
      binding: store.layouts.binding(instruction.id, layout.id),
    })
    const before = read()
    const write = () => {
      store.instructions.add(instruction, JSON.stringify(instruction), 'a'.repeat(64), 1)
      store.layouts.put(layout, true)
      store.layouts.putBinding(binding)
      return read()
    }
    const undone = () =>
      store.inTransaction(() => {
        expect(write()).toEqual({ newest: 'a'.repeat(64), all: 1, layouts: 1, binding })
        throw new Error('The disk is full.')
      })
    expect(undone).toThrow('The disk is full.')
    expect(read()).toEqual(before)
    expect(write()).toEqual({ newest: 'a'.repeat(64), all: 1, layouts: 1, binding })
    store.close()
  })
})

describe('a data folder', () => {
  it('is held by one bench service at a time, and free again when that one ends', () => {
    const folder = temporaryFolder()
    const first = claimFolder(folder)
    expect(() => claimFolder(folder)).toThrow(
      new StoreFailure(
        'inUse',
        'Another Handwijzer uses this data folder. Close it, or give each a folder of its own.',
      ),
    )
    first.release()
    claimFolder(folder).release()
  })
})
