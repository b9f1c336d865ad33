import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../test/support/folders.ts'
import { openTestStore } from '../../test/support/stores.ts'

const madeMs = Date.UTC(2026, 0, 2)

/** A store with a few events, damaged from beside it. */
function damagedStore(damage: (raw: Database.Database) => void) {
  const folder = temporaryFolder()
  const store = openTestStore(folder)
  store.append([{ type: 'paused' }, { type: 'resumed' }, { type: 'paused' }], { wallMs: 0, monoMs: 0, bootId: 'boot' })
  const raw = new Database(join(folder, 'handwijzer.sqlite'))
  damage(raw)
  raw.close()
  return { store, kept: () => readdirSync(join(folder, 'backups')) }
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
    const { fileName } = await store.backUp(madeMs)
    expect(kept()).toEqual([fileName])
    store.close()
  })

  it('does not count and is not kept when the event chain of its copy breaks', async () => {
    const { store, kept } = damagedStore((raw) => rewriteEvent(raw, 'wall_ms = 7'))
    await expect(store.backUp(madeMs)).rejects.toMatchObject({
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
    await expect(store.backUp(madeMs)).rejects.toMatchObject({
      reason: 'corrupted',
      message: expect.stringContaining('its pages are damaged') as unknown,
    })
    expect(kept()).toEqual([])
    store.close()
  })
})
