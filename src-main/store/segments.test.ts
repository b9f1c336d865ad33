import { copyFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { headHash, shortCode } from '../../src-domain/event/segment.ts'
import { temporaryFolder } from '../../test/support/folders.ts'
import { openTestStore } from '../../test/support/stores.ts'
import { sha256 } from './sha256.ts'
import type { Store } from './store.ts'

const january = Date.UTC(2026, 0, 30)
const dayMs = 86_400_000
const paused = { type: 'paused' } as const
const at = (wallMs: number) => ({ wallMs, monoMs: 1, bootId: 'boot' })

const open = (folder: string, eventsPerSegment = 100_000) => openTestStore(folder, { eventsPerSegment })
const ranges = (store: Store) => store.events.segments().map(({ head }) => [head.fromSeq, head.toSeq])

/** A closed store with three closed segments of five events and an open one of two. */
function written(): string {
  const folder = temporaryFolder()
  const store = open(folder, 5)
  for (let event = 0; event < 16; event += 1) store.append([paused], at(january))
  expect(ranges(store)).toEqual([
    [1, 5],
    [6, 10],
    [11, 15],
  ])
  store.close()
  return folder
}

/** Changes a closed store as no program of ours could, and says what its check finds. */
function foundAfter(sql: string, known: readonly string[] = []) {
  const folder = written()
  const raw = new Database(join(folder, 'handwijzer.sqlite'))
  const triggers = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all()
  for (const name of triggers) raw.exec(`DROP TRIGGER "${String(name)}"`)
  raw.exec(sql)
  raw.close()
  const store = open(folder)
  const found = { all: store.events.verify('all', known), open: store.events.verify('open', known) }
  store.close()
  return found
}

describe('a segment of the log', () => {
  it('closes with the month at the bench, and not when the clock is set back', () => {
    const store = open(temporaryFolder())
    store.append([paused, paused], at(january))
    store.append([paused], at(january + 3 * dayMs))
    store.append([paused], at(january - 40 * dayMs))
    expect(ranges(store)).toEqual([[1, 3]])
    store.append([paused], at(january + 40 * dayMs))
    expect(ranges(store)).toEqual([
      [1, 3],
      [4, 5],
    ])
    store.close()
  })

  it('closes when it is full, and the next begins with the next event', () => {
    const store = open(written())
    expect(store.events.verify('all')).toBeNull()
    expect(store.events.verify('open')).toBeNull()
    store.close()
  })

  it('has a head that names the head before it, and a short code that can be written down', () => {
    const store = open(written())
    const heads = store.events.segments().map(({ head }) => head)
    const [first, second, third] = heads
    expect(second && first && second.previousHead).toBe(first && headHash(first, sha256))
    expect(store.events.headCode()).toBe(third && shortCode(headHash(third, sha256)))
    expect(store.events.headCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    store.close()
  })
})

describe('a log that was tampered with is noticed', () => {
  it.each([
    ['an edited event', 'UPDATE event SET wall_ms = 7 WHERE seq = 8', { kind: 'event', seq: 8, reason: 'content' }],
    ['a deleted event', 'DELETE FROM event WHERE seq = 8', { kind: 'event', seq: 9, reason: 'order' }],
    [
      'a segment whose last events are gone',
      'DELETE FROM event WHERE seq = 15',
      { kind: 'head', number: 3, reason: 'end' },
    ],
    [
      'a changed head',
      `UPDATE segment SET head = json_set(head, '$.lastWallMs', 1) WHERE number = 2`,
      { kind: 'head', number: 2, reason: 'signature' },
    ],
    ['a missing segment', 'DELETE FROM segment WHERE number = 2', { kind: 'head', number: 3, reason: 'order' }],
    [
      'two segments swapped',
      'UPDATE segment SET number = 9 WHERE number = 1; UPDATE segment SET number = 1 WHERE number = 2',
      { kind: 'head', number: 2, reason: 'order' },
    ],
  ])('by %s', (_what, sql, flaw) => {
    expect(foundAfter(sql).all).toMatchObject(flaw)
  })

  it('by another key in the table of epochs: the log does not open', () => {
    const sql = `UPDATE epoch SET public_key = '${'A'.repeat(43)}'`
    expect(() => foundAfter(sql)).toThrow('not the one that this log is signed with')
  })

  it('by a cut tail, when a head is known from outside', () => {
    const folder = written()
    const store = open(folder)
    const known = store.events.segments().map(({ head }) => headHash(head, sha256))
    store.close()
    const cut = 'DELETE FROM event WHERE seq > 10; DELETE FROM segment WHERE number = 3'
    const copy = temporaryFolder()
    cpSync(folder, copy, { recursive: true })
    const raw = new Database(join(copy, 'handwijzer.sqlite'))
    for (const name of raw.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all()) {
      raw.exec(`DROP TRIGGER "${String(name)}"`)
    }
    raw.exec(cut)
    raw.close()
    copyFileSync(join(copy, 'handwijzer.sqlite'), join(folder, 'handwijzer.sqlite'))
    const after = open(folder)
    expect(after.events.verify('all')).toBeNull()
    expect(after.events.verify('all', known)).toEqual({ kind: 'head', number: 3, reason: 'missing' })
    after.close()
  })

  it('at the start only in what no closed segment holds yet, and whole when all is checked', () => {
    const found = foundAfter('UPDATE event SET wall_ms = 7 WHERE seq = 2')
    expect(found).toEqual({ all: { kind: 'event', seq: 2, reason: 'content' }, open: null })
    expect(foundAfter('UPDATE event SET wall_ms = 7 WHERE seq = 17').open).toMatchObject({ kind: 'event', seq: 17 })
  })
})

describe('a log that lies elsewhere than before', () => {
  it('goes on in a new epoch, bound to what was before', () => {
    const folder = written()
    const copy = temporaryFolder()
    cpSync(folder, copy, { recursive: true })
    const store = open(copy)
    expect(store.events.epochs().map(({ epoch, fromSeq }) => [epoch, fromSeq])).toEqual([
      [1, 1],
      [2, 18],
    ])
    expect(store.events.byNumber(18)?.fact).toMatchObject({ type: 'epochStarted', because: 'copied' })
    expect(store.events.verify('all')).toBeNull()
    store.close()
    const again = open(copy)
    expect(again.events.lastSeq()).toBe(18)
    again.close()
  })
})
