// Backups that the bench makes by itself, on the real store and a clock that the test moves.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../test/support/folders.ts'
import { Workshop } from '../../../test/support/workshop.ts'
import { openSecrets } from '../../credential/sealedSecrets.ts'
import { listSets } from '../../store/backup/manifest.ts'
import { readKeys } from '../../store/backup/putAside.ts'
import { readSafekeeping } from '../../store/backup/safekeepingState.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

let shop: Workshop
beforeEach(async () => {
  shop = await Workshop.open()
})
afterEach(async () => {
  await keeping().idle()
  shop.close()
})

const keeping = () => shop.service.safekeeping
const sets = () => keeping().overview().sets
/** Moves the clock and waits for what it started. */
async function pass(ms: number) {
  shop.clock.advance(ms)
  await keeping().idle()
}
const award = () =>
  shop.service.useCases.awarding.award({ proposalId: shop.proposes(), coachId: shop.coachId, note: '' })

describe('by itself the bench', () => {
  it('makes a backup each day, and restores one on trial each week', async () => {
    keeping().begin()
    await pass(6 * minuteMs)
    expect(sets()).toMatchObject([{ reason: 'daily', verified: true, inSecondPlace: false, withKeys: false }])
    const { trial } = keeping().overview()
    expect(trial).toMatchObject({ setName: sets()[0]?.name, flaw: null })
    await pass(2 * hourMs)
    expect(sets()).toHaveLength(1)
    for (let hour = 0; hour < 24; hour += 1) await pass(hourMs)
    expect(sets()).toHaveLength(2)
    expect(keeping().overview().trial?.wallMs).toBe(trial?.wallMs)
    for (let day = 0; day < 7; day += 1) await pass(24 * hourMs)
    expect(keeping().overview().trial?.wallMs).toBeGreaterThan(trial?.wallMs ?? 0)
  })

  it('makes one backup after awards that follow each other', async () => {
    keeping().begin()
    await award()
    await pass(30_000)
    await award()
    expect(sets()).toEqual([])
    await pass(minuteMs)
    expect(sets()).toMatchObject([{ reason: 'afterAward' }])
  })

  it('does nothing before it is told to begin', async () => {
    await award()
    await pass(24 * hourMs)
    expect(sets()).toEqual([])
  })

  it('says why a backup was not made, until one was', async () => {
    const backups = join(shop.folder, 'backups')
    rmSync(backups, { recursive: true, force: true })
    writeFileSync(backups, '')
    await expect(keeping().backUp()).rejects.toThrow()
    expect(readSafekeeping(shop.folder).lastError).not.toBeNull()
    rmSync(backups)
    await keeping().backUp()
    expect(keeping().overview().lastError).toBeNull()
  })
})

describe('a recovery code', () => {
  it('opens the keys in every backup from then on', async () => {
    await award()
    await keeping().backUp()
    expect(keeping().overview().codeMadeWallMs).toBeNull()
    const code = await keeping().makeCode()
    await keeping().backUp()
    expect(keeping().overview()).toMatchObject({ codeMadeWallMs: shop.clock.wallMs() })
    const [newest] = listSets(join(shop.folder, 'backups'))
    expect(newest?.manifest.keys?.names).toEqual(['bench', 'site', `worker-${shop.workerId}`])
    const opened = openSecrets(readFileSync(join(newest?.folder ?? '', 'keys.sealed'), 'utf8'), code)
    expect([...(opened ?? [])]).toEqual([...readKeys(shop.folder)])
    const all = readFileSync(join(shop.folder, 'handwijzer.sqlite')).toString('latin1')
    expect(all).not.toContain(code)
  })
})

describe('the second place', () => {
  it('gets every backup, with its state', async () => {
    const stick = temporaryFolder()
    await keeping().backUp()
    expect(await keeping().setSecondPlace(stick)).toBeNull()
    expect(sets()[0]?.inSecondPlace).toBe(true)
    const { second } = keeping().overview()
    expect(second).toMatchObject({ folder: stick, lastOkWallMs: shop.clock.wallMs(), lastError: null })
    expect(second?.freeBytes).toBeGreaterThan(0)
  })

  it('that is unplugged is said to be missing; the backup is made all the same', async () => {
    const stick = join(temporaryFolder(), 'stick')
    mkdirSync(stick)
    await keeping().setSecondPlace(stick)
    rmSync(stick, { recursive: true })
    shop.clock.advance(1000)
    await keeping().backUp()
    expect(sets()).toMatchObject([{ verified: true, inSecondPlace: false }])
    expect(keeping().overview().second).toMatchObject({
      lastError: 'The second place for backups is not there. Plug it in, or choose another one.',
      freeBytes: null,
    })
    mkdirSync(stick)
    await keeping().backUp()
    expect(keeping().overview().second).toMatchObject({ lastError: null })
    expect(await keeping().setSecondPlace(null)).toBeNull()
    expect(keeping().overview().second).toBeNull()
  })

  it('is a folder that is there, and not the bench’s own', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(await keeping().setSecondPlace(file)).toBe('notThere')
    expect(await keeping().setSecondPlace(join(file, 'none'))).toBe('notThere')
    expect(await keeping().setSecondPlace('some/where')).toBe('notThere')
    expect(await keeping().setSecondPlace(join(shop.folder, 'media'))).toBe('sameDisk')
    expect(keeping().overview().second).toBeNull()
  })
})
