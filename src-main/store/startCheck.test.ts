import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../../test/support/folders.ts'
import { openTestStore } from '../../test/support/stores.ts'
import { Workshop } from '../../test/support/workshop.ts'
import { applicationId } from './applicationId.ts'
import { migrations, schemaVersion } from './migrate.ts'
import { checkStart } from './startCheck.ts'

const identityOf = (secret: Uint8Array) => Promise.resolve(createHash('sha256').update(secret).digest('hex'))
const check = (folder: string) => checkStart(folder, { identityOf })

/** A bench that is set up, with a key that it signed with and a backup. */
async function bench() {
  const shop = await Workshop.open()
  shop.close()
  const { folder } = shop
  const key = new Uint8Array(32).fill(7)
  writeFileSync(join(folder, 'keys', 'site.key'), key)
  const store = openTestStore(folder)
  store.keyIdentities.set('site', await identityOf(key))
  const { set } = await store.backUp({ program: 'test', reason: 'byHand', wallMs: 0, keys: null })
  store.close()
  return { folder, database: join(folder, 'handwijzer.sqlite'), set }
}

/** Every file in a folder with the hash of its bytes. */
const contents = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm') && !entry.name.endsWith('-wal'))
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`
    })
    .toSorted()

/** Expects the problem, and that looking has changed nothing. */
async function expectProblem(folder: string, problem: string) {
  const before = contents(folder)
  expect(await check(folder)).toMatchObject({ state: 'problem', problem })
  expect(contents(folder)).toEqual(before)
}

const raw = (path: string, change: (database: Database.Database) => void) => {
  const database = new Database(path)
  change(database)
  database.close()
}

describe('a start', () => {
  it('is fresh where nothing is, also in a folder that does not exist yet', async () => {
    expect(await check(temporaryFolder())).toEqual({ state: 'fresh' })
    expect(await check(join(temporaryFolder(), 'new'))).toEqual({ state: 'fresh' })
  })

  it('is fresh where a first start was killed before it wrote anything', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'handwijzer.sqlite'), '')
    mkdirSync(join(folder, 'media'))
    expect(await check(folder)).toEqual({ state: 'fresh' })
  })

  it('is ready on the data of a bench, also after a crash that left commits in the WAL', async () => {
    const { folder } = await bench()
    expect(await check(folder)).toEqual({ state: 'ready', migrates: false })
    const store = openTestStore(folder)
    onTestFinished(() => {
      store.close()
    })
    store.append([{ type: 'paused' }], { wallMs: 0, monoMs: 0, bootId: 'boot' })
    const crashed = temporaryFolder()
    for (const name of ['handwijzer.sqlite', 'handwijzer.sqlite-wal'])
      copyFileSync(join(folder, name), join(crashed, name))
    for (const name of readdirSync(join(folder, 'media'))) {
      mkdirSync(join(crashed, 'media'), { recursive: true })
      copyFileSync(join(folder, 'media', name), join(crashed, 'media', name))
    }
    cpSync(join(folder, 'keys'), join(crashed, 'keys'), { recursive: true })
    expect(await check(crashed)).toEqual({ state: 'ready', migrates: false })
  })

  it('says that a database of an earlier schema will be migrated', async () => {
    for (let version = 1; version < schemaVersion; version += 1) {
      const folder = temporaryFolder()
      raw(join(folder, 'handwijzer.sqlite'), (old) => {
        for (const { sql } of migrations.slice(0, version)) old.exec(sql)
        old.pragma(`user_version = ${version}`)
      })
      expect(await check(folder)).toEqual({ state: 'ready', migrates: true })
    }
  })

  it('marks the databases that it opens as its own', async () => {
    const { database } = await bench()
    raw(database, (opened) => expect(opened.pragma('application_id', { simple: true })).toBe(applicationId))
  })
})

describe('a start finds', () => {
  it('a missing database beside backups, beside media, beside keys, or beside a WAL', async () => {
    const { folder, database } = await bench()
    rmSync(database)
    await expectProblem(folder, 'databaseMissing')
    for (const left of ['backups', 'media', 'keys', 'put-aside']) {
      const alone = temporaryFolder()
      mkdirSync(join(alone, left))
      writeFileSync(join(alone, left, 'something'), '1')
      await expectProblem(alone, 'databaseMissing')
    }
    const wal = temporaryFolder()
    writeFileSync(join(wal, 'handwijzer.sqlite-wal'), '1')
    await expectProblem(wal, 'databaseMissing')
  })

  it('a database that is empty, new or cut', async () => {
    const { folder, database } = await bench()
    const whole = readFileSync(database)
    for (const length of [1, 99, 4096, 20_000, whole.length - 1]) {
      writeFileSync(database, whole.subarray(0, length))
      await expectProblem(folder, 'databaseCut')
    }
    truncateSync(database)
    await expectProblem(folder, 'databaseCut')
    rmSync(database)
    raw(database, (empty) => empty.exec('VACUUM'))
    expect(await check(folder)).toMatchObject({ state: 'problem' })
  })

  it('a database with damaged pages, or none at all', async () => {
    const { folder, database } = await bench()
    const whole = readFileSync(database)
    const broken = Buffer.from(whole)
    broken.fill(0xff, 4096, 4096 * 3)
    writeFileSync(database, broken)
    await expectProblem(folder, 'databaseDamaged')
    writeFileSync(database, 'This is a shopping list, not a database. '.repeat(2000))
    await expectProblem(folder, 'databaseDamaged')
  })

  it('a database of another program, and never turns it into one of its own', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'handwijzer.sqlite')
    raw(path, (other) => other.exec('CREATE TABLE recipe (name); INSERT INTO recipe VALUES (1)'))
    await expectProblem(folder, 'foreignDatabase')
    expect(() => openTestStore(folder)).toThrow('belongs to another program')
    raw(path, (other) => expect(other.prepare('SELECT name FROM sqlite_master').pluck().all()).toEqual(['recipe']))
    raw(path, (other) => other.pragma('application_id = 12'))
    await expectProblem(folder, 'foreignDatabase')
  })

  it('a database of a newer program', async () => {
    const { folder, database } = await bench()
    raw(database, (newer) => newer.pragma(`user_version = ${schemaVersion + 1}`))
    await expectProblem(folder, 'newerDatabase')
  })

  it('a log that ends before its own backup, and one that was rewritten up to there', async () => {
    const { folder, database } = await bench()
    const whole = readFileSync(database)
    raw(database, (cut) => {
      cut.exec('DROP TRIGGER event_is_never_deleted')
      cut.exec('DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)')
    })
    await expectProblem(folder, 'databaseBehindBackup')
    writeFileSync(database, whole)
    raw(database, (forged) => {
      forged.exec('DROP TRIGGER event_is_never_updated')
      forged.prepare('UPDATE event SET hash = ? WHERE seq = (SELECT max(seq) FROM event)').run('f'.repeat(64))
    })
    await expectProblem(folder, 'databaseBehindBackup')
  })

  it('an event that was changed since the last head, and a head that only the backup knows', async () => {
    const { folder, database } = await bench()
    const whole = readFileSync(database)
    raw(database, (edited) => {
      edited.exec('DROP TRIGGER event_is_never_updated')
      edited.exec('UPDATE event SET wall_ms = wall_ms + 1 WHERE seq = (SELECT max(seq) FROM event)')
    })
    await expectProblem(folder, 'logBroken')
    writeFileSync(database, whole)
    expect(await check(folder)).toEqual({ state: 'ready', migrates: false })
    raw(database, (edited) => {
      edited.exec('DROP TRIGGER segment_is_never_deleted')
      edited.exec('DELETE FROM segment')
    })
    await expectProblem(folder, 'logBroken')
  })

  it('a log that lost its end, though its read models still know it; once it is accepted they are filled anew', async () => {
    const { folder, database } = await bench()
    const store = openTestStore(folder)
    store.append([{ type: 'paused' }], { wallMs: 0, monoMs: 0, bootId: 'boot' })
    const { lastSeq } = store.identity()
    store.close()
    raw(database, (edited) => {
      edited.exec('DROP TRIGGER event_is_never_deleted')
      edited.prepare('DELETE FROM event WHERE seq = ?').run(lastSeq)
    })
    await expectProblem(folder, 'logBroken')
    openTestStore(folder).close()
    expect(await check(folder)).toEqual({ state: 'ready', migrates: false })
  })

  it('a bench’s database that was exchanged for one of a bench that is not set up', async () => {
    const { folder, database } = await bench()
    rmSync(database)
    const other = temporaryFolder()
    openTestStore(other).close()
    copyFileSync(join(other, 'handwijzer.sqlite'), database)
    await expectProblem(folder, 'databaseBehindBackup')
  })

  it.each(['site', 'bench'])('a key that is missing, damaged or exchanged: that of the %s', async (name) => {
    const { folder } = await bench()
    const path = join(folder, 'keys', `${name}.key`)
    writeFileSync(path, new Uint8Array(32).fill(8))
    await expectProblem(folder, 'keyBelongsToAnother')
    writeFileSync(path, new Uint8Array(7))
    await expectProblem(folder, 'keysDamaged')
    rmSync(path)
    await expectProblem(folder, 'keysMissing')
  })

  it('a worker’s key in which one bit was turned over', async () => {
    const { folder } = await bench()
    const key = new Uint8Array(32).fill(9)
    const store = openTestStore(folder)
    store.keyIdentities.set('worker-sam', await identityOf(key))
    store.close()
    const path = join(folder, 'keys', 'worker-sam.key')
    writeFileSync(path, key)
    expect(await check(folder)).toEqual({ state: 'ready', migrates: false })
    writeFileSync(path, key.with(20, 8))
    await expectProblem(folder, 'keyBelongsToAnother')
  })

  it('keys missing on a bench of an earlier version, whose credentials say who signed them', async () => {
    const shop = await Workshop.open()
    const proposalId = shop.proposes()
    await shop.service.useCases.awarding.award({ proposalId, coachId: shop.coachId, note: '' })
    shop.close()
    raw(join(shop.folder, 'handwijzer.sqlite'), (older) => older.exec("DELETE FROM setting WHERE key = 'keyDids'"))
    rmSync(join(shop.folder, 'keys'), { recursive: true })
    expect(await check(shop.folder)).toMatchObject({
      problem: 'keysMissing',
      details: ['site', `worker-${shop.workerId}`, 'bench'],
    })
  })

  it('media that are missing or cut to nothing, where the backup cannot heal them', async () => {
    const { folder, set } = await bench()
    const [first = '', second = ''] = set.manifest.media.map(({ sha256 }) => sha256)
    truncateSync(join(folder, 'media', first))
    rmSync(join(folder, 'media', second))
    expect(await check(folder)).toEqual({ state: 'ready', migrates: false })
    expect(readFileSync(join(folder, 'media', first)).length).toBeGreaterThan(0)
    rmSync(join(folder, 'media', second))
    rmSync(join(folder, 'backups', 'media'), { recursive: true })
    expect(await check(folder)).toMatchObject({ problem: 'mediaMissing', details: [second] })
  })

  it('a folder that cannot be written', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(await check(join(file, 'data'))).toMatchObject({ problem: 'notWritable' })
  })
})
