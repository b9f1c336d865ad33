import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../test/support/folders.ts'
import { keepCheck } from './checkRecord.ts'
import { type BackupSet, listSets, type Manifest } from './manifest.ts'
import { superseded } from './retention.ts'
import { tidyPlace } from './tidyPlace.ts'

const dayMs = 86_400_000
const dayOf = (wallMs: number) => new Date(wallMs).toISOString().slice(0, 10)

const manifest = (lastSeq: number, madeWallMs: number, change: Partial<Manifest> = {}): Manifest => ({
  format: 1,
  program: 'test',
  schema: 7,
  benchId: 'bench',
  siteName: '',
  epoch: 1,
  siteId: null,
  lastSeq,
  lastHash: '',
  heads: [],
  reason: 'daily',
  madeWallMs,
  files: [],
  media: [],
  keys: null,
  ...change,
})
const set = (name: string, of: Manifest): BackupSet => ({ name, folder: name, manifest: of })
const names = (sets: readonly BackupSet[]) => sets.map(({ name }) => name)
const all = { dayOf, verified: () => true }

describe('which backups stay', () => {
  it('the latest seven, one a day for fourteen days and one a month for twelve months', () => {
    const start = Date.UTC(2024, 0, 1, 12)
    const days = Array.from({ length: 800 }, (_, day) => set(String(day), manifest(day + 1, start + day * dayMs)))
    const gone = new Set(names(superseded(days, all)))
    const stay = days.filter(({ name }) => !gone.has(name))
    const months = new Set(stay.map(({ manifest: { madeWallMs } }) => dayOf(madeWallMs).slice(0, 7)))
    expect(months.size).toBe(12)
    // Of the twelve months the last two end within the last fourteen days.
    expect(stay).toHaveLength(14 + 12 - 2)
    expect(names(stay.slice(-14))).toEqual(Array.from({ length: 14 }, (_, at) => String(786 + at)))
  })

  it('keeps the latest seven of one busy day', () => {
    const sets = Array.from({ length: 10 }, (_, at) => set(String(at), manifest(at + 1, at)))
    expect(names(superseded(sets, all)).toSorted()).toEqual(['0', '1', '2'])
  })

  it('follows the log and not the clock: one made while the clock stood in the past is still the newest', () => {
    const sets = Array.from({ length: 9 }, (_, at) => set(String(at), manifest(at + 1, 1_000_000 - at)))
    expect(names(superseded(sets, all)).toSorted()).toEqual(['0', '1'])
  })

  it('counts a restored bench’s later epoch as newer, however short its log is', () => {
    const before = Array.from({ length: 7 }, (_, at) => set(`before${at}`, manifest(100 + at, at)))
    const after = set('after', manifest(3, 0, { epoch: 2 }))
    expect(names(superseded([...before, after], all))).toEqual(['before0'])
  })

  it('never lets the last verified one go', () => {
    const sets = Array.from({ length: 12 }, (_, at) => set(String(at), manifest(at + 1, at)))
    const gone = names(superseded(sets, { dayOf, verified: ({ name }) => name === '2' }))
    expect(gone).not.toContain('2')
    expect(gone).toHaveLength(4)
  })
})

describe('tidying a place', () => {
  it('removes superseded sets and media that none names, and leaves other benches and strange files alone', () => {
    const place = temporaryFolder()
    mkdirSync(join(place, 'media'))
    const media = (letter: string) => letter.repeat(64)
    for (const letter of ['a', 'b', 'c']) writeFileSync(join(place, 'media', media(letter)), '')
    writeFileSync(join(place, 'holiday.jpg'), '')
    const put = (name: string, of: Manifest) => {
      mkdirSync(join(place, name))
      writeFileSync(join(place, name, 'manifest.json'), JSON.stringify(of))
      keepCheck(join(place, name), { wallMs: 0, flaw: null })
    }
    const named = (letter: string) => ({ media: [{ sha256: media(letter), bytes: 0 }] })
    for (let at = 1; at <= 9; at += 1) put(`own${at}`, manifest(at, at, named(at === 1 ? 'a' : 'b')))
    put('other', manifest(1, 1, { benchId: 'other', ...named('c') }))
    mkdirSync(join(place, 'own10.part'))
    tidyPlace(place, { benchId: 'bench', siteId: null }, dayOf)
    expect(names(listSets(place))).toEqual(['own9', 'own8', 'own7', 'own6', 'own5', 'own4', 'own3', 'other'])
    expect(readdirSync(join(place, 'media')).toSorted()).toEqual([media('b'), media('c')])
    expect(existsSync(join(place, 'holiday.jpg'))).toBe(true)
  })
})
