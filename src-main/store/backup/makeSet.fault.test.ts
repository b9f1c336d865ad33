import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../../../test/support/folders.ts'
import { openTestStore, storeOpening } from '../../../test/support/stores.ts'
import { Workshop } from '../../../test/support/workshop.ts'
import type { Store } from '../store.ts'
import { copySet, findPlace, placeIn } from './copySet.ts'
import type { SetOptions } from './makeSet.ts'
import { listSets, sealed } from './manifest.ts'
import { tryRestore } from './trialRestore.ts'
import { setFlaw } from './verifySet.ts'

const madeMs = Date.UTC(2026, 0, 2)
const options: Omit<SetOptions, 'dataFolder' | 'place'> = {
  program: 'test',
  reason: 'byHand',
  wallMs: madeMs,
  keys: null,
}

/** A store with a few events, damaged from beside it. */
function damagedStore(damage: (raw: Database.Database) => void) {
  const folder = temporaryFolder()
  const store = openTestStore(folder)
  store.append([{ type: 'paused' }, { type: 'resumed' }, { type: 'paused' }], { wallMs: 0, monoMs: 0, bootId: 'boot' })
  const raw = new Database(join(folder, 'handwijzer.sqlite'))
  damage(raw)
  raw.close()
  return { store, kept: () => readdirSync(join(folder, 'backups')).filter((name) => name !== 'media') }
}

/** Changes what the log says of an event, as no program of ours could. */
function rewriteEvent(raw: Database.Database, change: string): void {
  const triggers = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'event'").pluck()
  for (const name of triggers.all()) raw.exec(`DROP TRIGGER "${String(name)}"`)
  raw.exec(`UPDATE event SET ${change} WHERE seq = 2`)
}

describe('a backup', () => {
  it('is kept when its copy holds', async () => {
    const { store, kept } = damagedStore(() => {})
    const { set } = await store.backUp(options)
    expect(kept()).toEqual([set.name])
    store.close()
  })

  it('does not count and is not kept when the event chain of its copy breaks', async () => {
    const { store, kept } = damagedStore((raw) => rewriteEvent(raw, 'wall_ms = 7'))
    await expect(store.backUp(options)).rejects.toMatchObject({
      reason: 'corrupted',
      message: 'The backup was not kept: its log does not hold. Event 2 is not what was written.',
    })
    expect(kept()).toEqual([])
    store.close()
  })

  it('does not count and is not kept when its copy does not hold together', async () => {
    const { store, kept } = damagedStore((raw) => {
      raw.exec('CREATE TABLE beside (value); INSERT INTO beside VALUES (NULL)')
      raw.unsafeMode().pragma('writable_schema = ON')
      raw.exec("UPDATE sqlite_master SET sql = 'CREATE TABLE beside (value NOT NULL)' WHERE name = 'beside'")
    })
    await expect(store.backUp(options)).rejects.toMatchObject({
      reason: 'corrupted',
      message: expect.stringContaining('its pages are damaged') as unknown,
    })
    expect(kept()).toEqual([])
    store.close()
  })
})

/** A set-up bench with sample tasks and one backup set. */
async function backedUp() {
  const shop = await Workshop.open()
  shop.close()
  const store = openTestStore(shop.folder)
  onTestFinished(() => {
    store.close()
  })
  const place = join(shop.folder, 'backups')
  const { set, missingMedia } = await store.backUp(options)
  return { folder: shop.folder, store, place, set, missingMedia }
}

const flipBit = (path: string, at: number) => {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

describe('a backup set', () => {
  it('holds database, media and settings of the bench, and says of which log it is', async () => {
    const { set, store, place, missingMedia } = await backedUp()
    const { benchId, lastSeq, lastHash, epoch } = store.identity()
    expect(set.manifest).toMatchObject({ benchId, lastSeq, lastHash, epoch, siteName: 'The Lime Tree', keys: null })
    expect(set.manifest.media.length).toBeGreaterThan(20)
    expect(missingMedia).toEqual([])
    expect(readdirSync(join(place, 'media'))).toHaveLength(set.manifest.media.length)
    expect(await setFlaw(set, place)).toBeNull()
    expect(listSets(place).map(({ name }) => name)).toEqual([set.name])
  })

  it('is damaged when one bit of its database, manifest or media has changed', async () => {
    const { set, place } = await backedUp()
    const picture = join(place, 'media', set.manifest.media[0]?.sha256 ?? '')
    flipBit(picture, 5)
    expect(await setFlaw(set, place)).toMatch(/^The picture .* is not as it was written\.$/)
    flipBit(picture, 5)
    flipBit(join(set.folder, 'handwijzer.sqlite'), 9000)
    expect(await setFlaw(set, place)).toBe('handwijzer.sqlite is not as it was written.')
    flipBit(join(set.folder, 'handwijzer.sqlite'), 9000)
    expect(await setFlaw(set, place)).toBeNull()
    rmSync(picture)
    expect(await setFlaw(set, place)).toContain('cannot be read')
    const manifest = { ...set.manifest, madeWallMs: set.manifest.madeWallMs + 1 }
    expect(await setFlaw({ ...set, manifest }, place)).toBe('Its manifest is not as it was written.')
    writeFileSync(join(set.folder, 'manifest.json'), '{"format":1}')
    expect(listSets(place)).toEqual([])
  })

  it('does not hold when its manifest names another log than its database has', async () => {
    const { set, place } = await backedUp()
    const manifest = sealed({ ...set.manifest, lastHash: 'f'.repeat(64) })
    expect(await setFlaw({ ...set, manifest }, place)).toContain('its log is not the one that was backed up')
  })

  it('shares no file with the bench, so that damage stays where it happens', async () => {
    const { set, place, folder } = await backedUp()
    const { sha256, bytes } = set.manifest.media[0] ?? { sha256: '', bytes: 0 }
    truncateSync(join(folder, 'media', sha256))
    expect(statSync(join(place, 'media', sha256)).size).toBe(bytes)
  })

  it('names the media that are nowhere whole, and is made all the same', async () => {
    const shop = await Workshop.open()
    shop.close()
    const [first = ''] = readdirSync(join(shop.folder, 'media'))
    truncateSync(join(shop.folder, 'media', first))
    const store = openTestStore(shop.folder)
    const { set, missingMedia } = await store.backUp(options)
    store.close()
    expect(missingMedia).toEqual([first])
    expect(await setFlaw(set, join(shop.folder, 'backups'))).toBeNull()
  })

  it('is made while others work on the same thread', async () => {
    const { store } = await backedUp()
    let turns = 0
    const making = store.backUp({ ...options, wallMs: madeMs + 1 })
    const ended = new AbortController()
    void making.finally(() => ended.abort())
    while (!ended.signal.aborted) {
      store.append([{ type: 'paused' }], { wallMs: 0, monoMs: 0, bootId: 'boot' })
      turns += 1
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    }
    expect(turns).toBeGreaterThan(3)
    expect(await setFlaw((await making).set, join((await making).set.folder, '..'))).toBeNull()
  })

  it('holds the signed heads of the log’s closed segments', async () => {
    const folder = temporaryFolder()
    const store = openTestStore(folder, { eventsPerSegment: 2 })
    for (let event = 0; event < 4; event += 1)
      store.append([{ type: 'paused' }], { wallMs: madeMs, monoMs: 0, bootId: 'boot' })
    const { set } = await store.backUp(options)
    expect(set.manifest.heads).toEqual(store.events.segments().map(({ head, signature }) => ({ head, signature })))
    expect(set.manifest.heads).toHaveLength(2)
    store.close()
  })
})

describe('a picture', () => {
  const someMedia = (store: Store) =>
    Object.values(store.instructions.latest()[0]?.instruction.media ?? {})[0]?.sha256 ?? ''

  it('that is cut to nothing is healed from the backup when it is read', async () => {
    const { store, folder } = await backedUp()
    const sha256 = someMedia(store)
    const whole = readFileSync(join(folder, 'media', sha256))
    truncateSync(join(folder, 'media', sha256))
    expect(store.mediaFiles.read(sha256)).toEqual(whole)
    expect(readFileSync(join(folder, 'media', sha256))).toEqual(whole)
    expect(readdirSync(join(folder, 'media'))).toContain(`${sha256}.damaged`)
  })

  it('that is damaged on one side is healed from the other by the next backup', async () => {
    const { store, folder, place, set } = await backedUp()
    const [here = '', there = ''] = set.manifest.media.map(({ sha256 }) => sha256)
    flipBit(join(folder, 'media', here), 3)
    flipBit(join(place, 'media', there), 3)
    const next = await store.backUp({ ...options, wallMs: madeMs + 1 })
    expect(next.missingMedia).toEqual([])
    expect(await setFlaw(next.set, place)).toBeNull()
    expect(await setFlaw(set, place)).toBeNull()
    expect(readFileSync(join(folder, 'media', here))).toEqual(readFileSync(join(place, 'media', here)))
  })

  it('that is damaged here and in the backup is not served, until it is written again', async () => {
    const { store, folder, place } = await backedUp()
    const sha256 = someMedia(store)
    const whole = readFileSync(join(folder, 'media', sha256))
    flipBit(join(folder, 'media', sha256), 3)
    flipBit(join(place, 'media', sha256), 3)
    expect(store.mediaFiles.read(sha256)).toBeNull()
    store.mediaFiles.write(sha256, whole)
    expect(store.mediaFiles.read(sha256)).toEqual(whole)
  })
})

describe('a second place', () => {
  it('gets the whole set, which holds there and is found from there', async () => {
    const { set, place } = await backedUp()
    const stick = temporaryFolder()
    await copySet(set, place, stick, madeMs)
    expect(findPlace(stick)).toBe(placeIn(stick))
    const [copy] = listSets(placeIn(stick))
    expect(copy?.manifest).toEqual(set.manifest)
    expect(copy && (await setFlaw(copy, placeIn(stick)))).toBeNull()
  })

  it('gets a damaged picture again with the next set', async () => {
    const { set, place } = await backedUp()
    const stick = temporaryFolder()
    await copySet(set, place, stick, madeMs)
    const sha256 = set.manifest.media[0]?.sha256 ?? ''
    truncateSync(join(placeIn(stick), 'media', sha256))
    await copySet(set, place, stick, madeMs)
    const [copy] = listSets(placeIn(stick))
    expect(copy && (await setFlaw(copy, placeIn(stick)))).toBeNull()
  })

  it('that is not plugged in is said to be missing, and is not made', async () => {
    const { set, place } = await backedUp()
    const gone = join(temporaryFolder(), 'stick')
    await expect(copySet(set, place, gone, madeMs)).rejects.toThrow('The second place for backups is not there')
    expect(findPlace(gone)).toBeNull()
  })
})

describe('a restore on trial', () => {
  it('brings the bench back in a scratch folder, says how long it took, and leaves nothing behind', async () => {
    const { set, place, folder } = await backedUp()
    let now = 0
    const trial = await tryRestore({
      set,
      place,
      dataFolder: folder,
      opening: storeOpening,
      monoMs: () => (now += 21_000),
    })
    expect(trial).toEqual({ setName: set.name, tookMs: 21_000, flaw: null })
    expect(readdirSync(folder)).not.toContain('trial')
  })

  it('says what is wrong with a backup that would not bring it back', async () => {
    const { set, place, folder } = await backedUp()
    const trial = (wanted: typeof set) =>
      tryRestore({ set: wanted, place, dataFolder: folder, opening: storeOpening, monoMs: () => 0 })
    const longer = sealed({ ...set.manifest, lastSeq: set.manifest.lastSeq + 1 })
    expect((await trial({ ...set, manifest: longer })).flaw).toContain(`in place of ${longer.lastSeq}`)
    expect((await trial({ ...set, manifest: sealed({ ...set.manifest, benchId: 'other' }) })).flaw).toBe(
      'It came back as another bench.',
    )
    rmSync(join(set.folder, 'handwijzer.sqlite'))
    expect((await trial(set)).flaw).toContain('handwijzer.sqlite cannot be read')
  })
})
