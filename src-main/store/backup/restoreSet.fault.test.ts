import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { ProposalId } from '../../../src-domain/ids.ts'
import { temporaryFolder } from '../../../test/support/folders.ts'
import { openTestStore, storeOpening } from '../../../test/support/stores.ts'
import { Workshop } from '../../../test/support/workshop.ts'
import { checkStart } from '../startCheck.ts'
import type { Store } from '../store.ts'
import { copySet, placeIn } from './copySet.ts'
import { type BackupSet, listSets } from './manifest.ts'
import { listRestorable } from './oldBackups.ts'
import { readKeys } from './putAside.ts'
import { type RestoreOptions, restoreSet } from './restoreSet.ts'

const now = () => ({ wallMs: Date.UTC(2026, 5, 1), monoMs: 0, bootId: 'restore' })
const opening = { ...storeOpening, now }
const identityOf = () => Promise.resolve('')
const making = { program: 'test', reason: 'byHand', keys: null } as const

async function bench() {
  const shop = await Workshop.open()
  const { folder } = shop
  const backUp = async (wallMs: number) => {
    const store = openTestStore(folder)
    const { set } = await store.backUp({ ...making, wallMs })
    store.close()
    return set
  }
  const award = (proposalId: ProposalId) =>
    shop.service.useCases.awarding.award({ proposalId, coachId: shop.coachId, note: 'Well done.' })
  const restore = (set: BackupSet, change: Partial<RestoreOptions> = {}) =>
    restoreSet({ set, place: join(folder, 'backups'), dataFolder: folder, opening, keys: null, ...change })
  return { shop, folder, database: join(folder, 'handwijzer.sqlite'), backUp, award, restore }
}

/** What a restored store holds; it must hold together, too. */
function inside<Value>(folder: string, look: (store: Store) => Value): Value {
  const store = openTestStore(folder)
  try {
    expect(store.events.verify('all')).toBeNull()
    return look(store)
  } finally {
    store.close()
  }
}

describe('a restore', () => {
  it('brings back the bench beside a damaged database, which is put aside as it was', async () => {
    const { shop, folder, database, backUp, restore } = await bench()
    const set = await backUp(1)
    shop.close()
    const broken = Buffer.from(readFileSync(database)).fill(0xff, 4096, 20_000)
    writeFileSync(database, broken)
    const shares: number[] = []
    const { putAside, missingMedia } = await restore(set, { onProgress: (share) => shares.push(share) })
    expect(missingMedia).toEqual([])
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    expect(readFileSync(join(folder, putAside ?? '', 'handwijzer.sqlite'))).toEqual(broken)
    expect(await checkStart(folder, { identityOf })).toEqual({ state: 'ready', migrates: false })
    inside(folder, (store) => {
      expect(store.events.byNumber(set.manifest.lastSeq)?.hash).toBe(set.manifest.lastHash)
      expect(store.events.byNumber(set.manifest.lastSeq + 1)?.fact).toMatchObject({
        type: 'epochStarted',
        because: 'restored',
      })
      expect(store.identity().epoch).toBe(set.manifest.epoch + 1)
    })
    expect(readdirSync(folder)).not.toContain('restoring')
  })

  it('raises the epoch above every one that this bench has had', async () => {
    const { shop, folder, backUp, restore } = await bench()
    const first = await backUp(1)
    shop.close()
    const { epoch } = first.manifest
    await restore(first)
    await restore(first)
    expect(inside(folder, (store) => store.identity().epoch)).toBe(epoch + 2)
    const again = await backUp(2)
    expect(again.manifest.epoch).toBe(epoch + 2)
    rmSync(join(folder, 'handwijzer.sqlite'))
    rmSync(join(folder, 'put-aside'), { recursive: true })
    await restore(first)
    expect(inside(folder, (store) => store.identity().epoch)).toBe(epoch + 3)
  })

  it('changes nothing when the backup does not hold', async () => {
    const { shop, folder, database, backUp, restore } = await bench()
    const set = await backUp(1)
    shop.close()
    const before = readFileSync(database)
    truncateSync(join(set.folder, 'handwijzer.sqlite'), 30_000)
    await expect(restore(set)).rejects.toMatchObject({ reason: 'corrupted' })
    await expect(restore({ ...set, manifest: { ...set.manifest, schema: 99, files: [] } })).rejects.toThrow()
    expect(readFileSync(database)).toEqual(before)
    expect(existsSync(join(folder, 'put-aside'))).toBe(false)
  })

  it('carries over an award since the backup, so that it is not made twice and not lost', async () => {
    const { shop, folder, backUp, award, restore } = await bench()
    const [before, known] = [shop.proposes(), shop.proposes()]
    await award(before)
    const set = await backUp(1)
    await award(known)
    const unknown = shop.proposes()
    await award(unknown)
    const declined = shop.proposes()
    const { decline } = shop.service.useCases.awarding
    decline({ proposalId: declined, coachId: shop.coachId, reason: 'Not yet.' })
    const held = inside(folder, (store) => store.credentials.of(shop.workerId).map(({ document }) => document))
    shop.close()
    const restored = await restore(set)
    expect(restored.awardsCarriedOver).toBe(2)
    inside(folder, (store) => {
      expect(
        store.credentials
          .of(shop.workerId)
          .map(({ document }) => document)
          .toSorted(),
      ).toEqual(held.toSorted())
      const states = Object.fromEntries(store.proposals.all().map(({ proposalId, state }) => [proposalId, state]))
      expect(states).toEqual({ [before]: 'awarded', [known]: 'awarded', [unknown]: 'awarded', [declined]: 'declined' })
      const issued = [...store.events.read(1)].filter(({ fact }) => fact.type === 'credentialIssued')
      expect(issued).toHaveLength(3)
    })
    await restore(set)
    expect(inside(folder, (store) => store.credentials.of(shop.workerId))).toHaveLength(3)
  })

  it('finds awards since the backup also in the database that an interrupted restore had put aside', async () => {
    const { shop, folder, database, backUp, award, restore } = await bench()
    const set = await backUp(1)
    await award(shop.proposes())
    shop.close()
    cpSync(database, join(folder, 'put-aside', '2026', 'handwijzer.sqlite'), { recursive: true })
    rmSync(database)
    expect((await restore(set)).awardsCarriedOver).toBe(1)
  })

  it('does not carry over a credential whose document is not the one that was logged', async () => {
    const { shop, folder, database, backUp, award, restore } = await bench()
    const set = await backUp(1)
    await award(shop.proposes())
    shop.close()
    const forged = new Database(database)
    forged.exec(`UPDATE credential SET document = json_set(document, '$.forged', 1)`)
    forged.close()
    expect((await restore(set)).awardsCarriedOver).toBe(0)
    expect(inside(folder, (store) => store.credentials.of(shop.workerId))).toEqual([])
  })

  it('takes nothing from the database of another bench', async () => {
    const { shop, folder, backUp, award, database, restore } = await bench()
    const set = await backUp(1)
    await award(shop.proposes())
    shop.close()
    const other = new Database(database)
    other.exec(`UPDATE epoch SET bench_id = 'someone-else'`)
    other.close()
    expect((await restore(set)).awardsCarriedOver).toBe(0)
    expect(inside(folder, (store) => store.proposals.all())).toEqual([])
  })

  it('ends every ticket, and forgives no failed sign-in', async () => {
    const { shop, folder, backUp, restore } = await bench()
    const { signIn } = shop.service.useCases
    const [ada] = shop.service.useCases.people.staffCards()
    if (!ada) throw new Error('Nobody is there.')
    const signedIn = await signIn.staff(ada.personId, '2580')
    const set = await backUp(1)
    for (let time = 0; time < 3; time += 1) await signIn.staff(ada.personId, '1111')
    shop.close()
    await restore(set)
    inside(folder, (store) => {
      expect(store.people.byId(ada.personId)?.failedPins).toBe(3)
      const { ticket } = 'ticket' in signedIn ? signedIn : { ticket: '' }
      expect(ticket).not.toBe('')
    })
    const raw = new Database(join(folder, 'handwijzer.sqlite'))
    expect(raw.prepare('SELECT count(*) FROM staff_ticket').pluck().get()).toBe(0)
    raw.close()
  })

  it('works on another machine, from a stick alone, with pictures and keys', async () => {
    const { shop, folder, backUp, restore } = await bench()
    const set = await backUp(1)
    shop.close()
    const stick = temporaryFolder()
    await copySet(set, join(folder, 'backups'), stick, 1)
    const place = placeIn(stick)
    const [copy] = listSets(place)
    if (!copy) throw new Error('There is no set on the stick.')
    const elsewhere = join(temporaryFolder(), 'new')
    const keys = new Map([['site', new Uint8Array(32).fill(3)]])
    const { putAside } = await restore(copy, { place, dataFolder: elsewhere, keys })
    expect(putAside).toBeNull()
    expect(await checkStart(elsewhere, { identityOf })).toEqual({ state: 'ready', migrates: false })
    expect(readKeys(elsewhere).get('site')).toEqual(Buffer.alloc(32, 3))
    inside(elsewhere, (store) => {
      expect(store.settings.get('site')?.name).toBe('The Lime Tree')
      expect(set.manifest.media.every(({ sha256 }) => store.mediaFiles.read(sha256) !== null)).toBe(true)
    })
  })

  it('puts another key aside before it brings one back', async () => {
    const { shop, folder, backUp, restore } = await bench()
    const set = await backUp(1)
    shop.close()
    await restore(set, { keys: new Map([['site', new Uint8Array(32).fill(1)]]) })
    await restore(set, { keys: new Map([['site', new Uint8Array(32).fill(2)]]) })
    expect(readKeys(folder).get('site')).toEqual(Buffer.alloc(32, 2))
    const aside = readdirSync(join(folder, 'put-aside'), { recursive: true }).map(String)
    const keys = aside.filter((name) => name.endsWith('site.key'))
    expect(keys.map((name) => readFileSync(join(folder, 'put-aside', name)))).toEqual([Buffer.alloc(32, 1)])
  })

  it('heals pictures that the bench has lost', async () => {
    const { shop, folder, backUp, restore } = await bench()
    const set = await backUp(1)
    shop.close()
    rmSync(join(folder, 'media'), { recursive: true })
    expect((await restore(set)).missingMedia).toEqual([])
    expect(readdirSync(join(folder, 'media'))).toHaveLength(set.manifest.media.length)
  })

  it('brings back a backup of the first format, which was a single file', async () => {
    const { shop, folder, database, restore } = await bench()
    shop.close()
    const name = 'handwijzer-2026-01-16T00-00-00-000Z.sqlite'
    const older = new Database(database)
    older.pragma('wal_checkpoint(TRUNCATE)')
    older.close()
    cpSync(database, join(folder, 'backups', name))
    copyFileSync(database, join(folder, 'backups', 'holiday.sqlite'))
    rmSync(database)
    const [set] = listRestorable(join(folder, 'backups'))
    expect(set).toMatchObject({ name, manifest: { siteName: 'The Lime Tree', madeWallMs: Date.UTC(2026, 0, 16) } })
    if (set) await restore(set)
    expect(inside(folder, (store) => store.settings.get('site')?.name)).toBe('The Lime Tree')
  })
})
