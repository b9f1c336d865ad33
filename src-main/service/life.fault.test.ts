// What a window meets when the data of a bench cannot be used, on the real service and files.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Contract } from '../../src-domain/contract/contract.ts'
import { temporaryFolder } from '../../test/support/folders.ts'
import { openTestStore } from '../../test/support/stores.ts'
import { Workshop } from '../../test/support/workshop.ts'
import { listSets } from '../store/backup/manifest.ts'
import { claimFolder } from '../store/claimFolder.ts'
import { migrations, schemaVersion } from '../store/migrate.ts'
import { createManualClock } from './clock.ts'
import { type Life, startLife } from './life.ts'
import { newCaller } from './transport/caller.ts'

const noon = Date.UTC(2026, 2, 3, 12)
const lives: Life[] = []
afterEach(async () => {
  for (const life of lives.splice(0)) await life.close()
})

async function start(dataFolder: string): Promise<Life> {
  const life = await startLife({
    dataFolder,
    instructionsFolder: new URL('../../instructions', import.meta.url).pathname,
    version: 'test',
    clock: createManualClock(noon),
    log: () => undefined,
  })
  lives.push(life)
  return life
}

/** A window that connects to what is served now. */
function windowOf(life: Life): ContractRouterClient<Contract> {
  const { port1, port2 } = new MessageChannel()
  life
    .served()
    .overPorts()
    .upgrade(port1, { context: { caller: newCaller(true, () => 0) } })
  port1.start()
  port2.start()
  onTestFinished(() => port2.close())
  return createORPCClient(new RPCLink({ port: port2 }))
}

const admin = { name: 'Ada', pin: '2580' }

/** A bench with an awarded skill, a recovery code and a backup; its service has ended. */
async function bench() {
  const shop = await Workshop.open()
  const { awarding, administration } = shop.service.useCases
  await awarding.award({ proposalId: shop.proposes(), coachId: shop.coachId, note: '' })
  const { code } = await administration.makeRecoveryCode()
  shop.close()
  const [backup] = listSets(join(shop.folder, 'backups'))
  if (!backup) throw new Error('There is no backup.')
  const database = join(shop.folder, 'handwijzer.sqlite')
  return { folder: shop.folder, database, code, backup, adminId: shop.coachId, workerId: shop.workerId }
}

const damage = (database: string) =>
  writeFileSync(database, Buffer.from(readFileSync(database)).fill(0xff, 4096, 30_000))

const working = (life: Life) =>
  vi.waitFor(async () => expect(await windowOf(life).rescue.state()).toBeNull(), { timeout: 20_000, interval: 50 })

describe('a start', () => {
  it('asks how to begin where nothing is', async () => {
    const life = await start(join(temporaryFolder(), 'new'))
    expect(life.trouble()).toBeNull()
    expect(await windowOf(life).system.site()).toMatchObject({ setUp: false })
  })

  it('serves nothing but remedies while the database is damaged', async () => {
    const { folder, database, backup } = await bench()
    damage(database)
    const life = await start(folder)
    const window = windowOf(life)
    await expect(window.system.site()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(window.system.setUp({ mode: 'demonstration', language: 'en' })).rejects.toThrow()
    const state = await window.rescue.state()
    expect(state).toMatchObject({ problem: 'databaseDamaged', remedies: ['restore'], working: null, refused: null })
    expect(state?.backups).toMatchObject([
      { name: backup.name, place: 'own', verified: true, siteName: 'The Lime Tree' },
    ])
  })

  it('says that another service uses the folder, and starts when that one has ended', async () => {
    const { folder } = await bench()
    const other = claimFolder(folder)
    const life = await start(folder)
    expect(await windowOf(life).rescue.state()).toMatchObject({ problem: 'inUse', remedies: [] })
    other.release()
    await windowOf(life).rescue.tryAgain()
    expect(await windowOf(life).system.site()).toMatchObject({ setUp: true })
  })

  it('that fails for a fault in the program leaves the folder free, and can be tried again', async () => {
    const { folder } = await bench()
    const life = await startLife({
      dataFolder: folder,
      instructionsFolder: join(folder, 'no instructions here'),
      version: 'test',
      clock: createManualClock(noon),
      log: () => undefined,
    })
    lives.push(life)
    expect(await windowOf(life).rescue.state()).toMatchObject({ problem: 'fault', remedies: ['restore'] })
    await windowOf(life).rescue.tryAgain()
    expect(await windowOf(life).rescue.state()).toMatchObject({ problem: 'fault' })
    claimFolder(folder).release()
  })

  it('keeps a backup of a database before it is brought to the present schema', async () => {
    const folder = temporaryFolder()
    const old = new DatabaseSync(join(folder, 'handwijzer.sqlite'))
    for (const { sql } of migrations.slice(0, 5)) old.exec(sql)
    old.exec('PRAGMA user_version = 5')
    old.close()
    const life = await start(folder)
    expect(life.trouble()).toBeNull()
    const [set] = listSets(join(folder, 'backups'))
    expect(set?.manifest).toMatchObject({ schema: 5, reason: 'beforeMigration' })
    await life.close()
    const migrated = new DatabaseSync(join(folder, 'handwijzer.sqlite'))
    expect(migrated.prepare('PRAGMA user_version').get()).toEqual({ user_version: schemaVersion })
    migrated.close()
  })
})

describe('a restore at the rescue page', () => {
  it('tells every window, brings the bench back signed out, and puts the damaged database aside', async () => {
    const { folder, database, backup, adminId } = await bench()
    damage(database)
    const life = await start(folder)
    let changes = 0
    life.onChange(() => {
      changes += 1
    })
    const { folder: place } = (await windowOf(life).rescue.state())?.backups[0] ?? { folder: '' }
    expect(await windowOf(life).rescue.restore({ folder: place, name: backup.name, code: null })).toBeNull()
    expect(await windowOf(life).rescue.state()).toMatchObject({ problem: null })
    await working(life)
    expect(changes).toBe(2)
    const window = windowOf(life)
    expect((await window.staff.people()).map(({ name }) => name)).toEqual([admin.name])
    await expect(window.admin.overview()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await window.staff.signIn({ personId: adminId, pin: admin.pin })
    expect(await window.admin.verifyLog()).toMatchObject({ firstBreak: null })
    expect(readdirSync(join(folder, 'put-aside'))).toHaveLength(1)
  })

  it('comes back to the page, with the reason, when the backup does not hold', async () => {
    const { folder, database, backup } = await bench()
    damage(database)
    damage(join(backup.folder, 'handwijzer.sqlite'))
    const life = await start(folder)
    await windowOf(life).rescue.restore({ folder: join(folder, 'backups'), name: backup.name, code: null })
    await vi.waitFor(
      async () =>
        expect(await windowOf(life).rescue.state()).toMatchObject({ problem: 'databaseDamaged', refused: 'notWhole' }),
      { timeout: 10_000 },
    )
  })

  it('brings keys back with the recovery code, and refuses another code before anything is moved', async () => {
    const { folder, database, backup, code } = await bench()
    damage(database)
    rmSync(join(folder, 'keys'), { recursive: true })
    const life = await start(folder)
    const which = { folder: join(folder, 'backups'), name: backup.name }
    const { restore } = windowOf(life).rescue
    expect(await restore({ ...which, code: 'not a code' })).toBe('mistypedCode')
    expect(await restore({ ...which, name: 'none', code })).toBe('gone')
    expect(existsSync(join(folder, 'put-aside'))).toBe(false)
    await restore({ ...which, code })
    await working(life)
    expect(readdirSync(join(folder, 'keys'))).toHaveLength(3)
  })

  it('without the code leads to the page for the missing keys', async () => {
    const { folder, database, backup } = await bench()
    damage(database)
    rmSync(join(folder, 'keys'), { recursive: true })
    const life = await start(folder)
    await windowOf(life).rescue.restore({ folder: join(folder, 'backups'), name: backup.name, code: null })
    await vi.waitFor(async () => expect((await windowOf(life).rescue.state())?.problem).toBe('keysMissing'), {
      timeout: 10_000,
    })
  })

  it('is open to a bench that is not set up, and to administrators of one that is', async () => {
    const { folder, backup, adminId } = await bench()
    const place = join(folder, 'backups')
    const elsewhere = await start(join(temporaryFolder(), 'new'))
    expect(await windowOf(elsewhere).rescue.lookIn({ folder })).toMatchObject([{ name: backup.name, place: 'chosen' }])
    expect(await windowOf(elsewhere).rescue.restore({ folder: place, name: backup.name, code: null })).toBeNull()
    await vi.waitFor(async () => expect((await windowOf(elsewhere).rescue.state())?.problem).toBe('keysMissing'), {
      timeout: 10_000,
    })
    const here = await start(folder)
    const window = windowOf(here)
    await expect(window.rescue.backups()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(window.rescue.restore({ folder: place, name: backup.name, code: null })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await window.staff.signIn({ personId: adminId, pin: admin.pin })
    expect(await window.rescue.restore({ folder: place, name: backup.name, code: null })).toBeNull()
    await working(here)
    expect(readdirSync(join(folder, 'put-aside'))).toHaveLength(1)
  })
})

describe('missing keys', () => {
  const withoutKeys = async () => {
    const made = await bench()
    const kept = join(temporaryFolder(), 'keys')
    const keys = join(made.folder, 'keys')
    const files = new Map(readdirSync(keys).map((name) => [name, readFileSync(join(keys, name))]))
    rmSync(keys, { recursive: true })
    const life = await start(made.folder)
    return { ...made, life, files, kept }
  }

  it('come back with the code, which must be that of the backup', async () => {
    const { life, folder, backup, code, files } = await withoutKeys()
    const which = { by: 'code', folder: join(folder, 'backups'), name: backup.name } as const
    const { bringKeys } = windowOf(life).rescue
    expect(await bringKeys({ ...which, code: '0'.repeat(32) })).toBe('wrongCode')
    expect(await bringKeys({ ...which, code: code.toLowerCase() })).toBeNull()
    expect(await windowOf(life).rescue.state()).toBeNull()
    for (const [name, bytes] of files) expect(readFileSync(join(folder, 'keys', name))).toEqual(bytes)
  })

  it('come back from a folder, unless they are those of another bench', async () => {
    const { life, kept, folder, files } = await withoutKeys()
    const { bringKeys } = windowOf(life).rescue
    expect(await bringKeys({ by: 'folder', folder: kept })).toBe('noKeys')
    const other = await bench()
    expect(await bringKeys({ by: 'folder', folder: other.folder })).toBe('otherKeys')
    expect(existsSync(join(folder, 'keys'))).toBe(false)
    mkdirSync(kept)
    for (const [name, bytes] of files) writeFileSync(join(kept, name), bytes)
    expect(await bringKeys({ by: 'folder', folder: kept })).toBeNull()
    expect(await windowOf(life).rescue.state()).toBeNull()
  })

  it('are given up only by an administrator with the code, and the log names who did it', async () => {
    const { life, folder, adminId } = await withoutKeys()
    const state = await windowOf(life).rescue.state()
    expect(state).toMatchObject({ problem: 'keysMissing', admins: [{ name: 'Ada' }], remedies: ['bringKeys', 'goOn'] })
    const { goOn } = windowOf(life).rescue
    await expect(goOn({ personId: adminId, pin: '1111' })).rejects.toMatchObject({ code: 'WRONG_PIN' })
    await goOn({ personId: adminId, pin: admin.pin })
    expect(await windowOf(life).rescue.state()).toBeNull()
    await life.close()
    const store = openTestStore(folder)
    const facts = [...store.events.read(1)].map(({ fact }) => fact).filter(({ type }) => type === 'keysGivenUp')
    expect(facts).toEqual([{ type: 'keysGivenUp', by: adminId }])
    expect(store.keyIdentities.get('site')).toBeUndefined()
    store.close()
  })
})

describe('other losses', () => {
  it('a database behind its backup is restored from it, or accepted by name in a new epoch', async () => {
    const { folder, database, adminId } = await bench()
    const older = new DatabaseSync(database)
    older.exec('DROP TRIGGER event_is_never_deleted')
    older.exec('DELETE FROM event WHERE seq >= (SELECT max(seq) - 1 FROM event)')
    older.close()
    const life = await start(folder)
    expect(await windowOf(life).rescue.state()).toMatchObject({
      problem: 'databaseBehindBackup',
      remedies: ['restore', 'goOn'],
    })
    await windowOf(life).rescue.goOn({ personId: adminId, pin: admin.pin })
    expect(await windowOf(life).rescue.state()).toBeNull()
    await life.close()
    expect((await start(folder)).trouble()).toBeNull()
  })

  it('a log that was changed is accepted by name, once', async () => {
    const { folder, database, adminId } = await bench()
    const edited = new DatabaseSync(database)
    edited.exec('DROP TRIGGER event_is_never_updated')
    edited.exec('UPDATE event SET wall_ms = wall_ms + 1 WHERE seq = (SELECT max(seq) - 2 FROM event)')
    edited.close()
    const life = await start(folder)
    expect(await windowOf(life).rescue.state()).toMatchObject({ problem: 'logBroken', remedies: ['restore', 'goOn'] })
    await windowOf(life).rescue.goOn({ personId: adminId, pin: admin.pin })
    expect(await windowOf(life).rescue.state()).toBeNull()
    await life.close()
    expect((await start(folder)).trouble()).toBeNull()
  })

  it('missing pictures are accepted by name, once', async () => {
    const { folder, adminId } = await bench()
    rmSync(join(folder, 'media'), { recursive: true })
    rmSync(join(folder, 'backups', 'media'), { recursive: true })
    const life = await start(folder)
    expect(await windowOf(life).rescue.state()).toMatchObject({ problem: 'mediaMissing', remedies: ['goOn'] })
    await windowOf(life).rescue.goOn({ personId: adminId, pin: admin.pin })
    await life.close()
    expect((await start(folder)).trouble()).toBeNull()
  })
})
