import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../test/support/folders.ts'
import { StoreFailure } from '../../store/storeFailure.ts'
import { createManualClock } from '../clock.ts'
import { createDiskConditions } from './diskConditions.ts'

function start(folder: string) {
  const raised = new Set<string>()
  const clock = createManualClock(0)
  const troubles = { raise: (key: string) => raised.add(key), clear: (key: string) => raised.delete(key) }
  return { clock, raised, disk: createDiskConditions({ folder, clock, troubles }) }
}

describe('a disk that failed', () => {
  it('ails the bench until a trial file can be written, which is removed again', () => {
    const folder = join(temporaryFolder(), 'bench')
    mkdirSync(folder)
    // Every write to this device fails with ENOSPC.
    const trial = join(folder, 'disk-trial.tmp')
    symlinkSync('/dev/full', trial)
    const { clock, raised, disk } = start(folder)
    disk.failed(new StoreFailure('diskFull', 'It is full.'))
    expect([...raised]).toEqual(['diskFull'])
    clock.advance(29_999)
    expect([...raised]).toEqual(['diskFull'])
    clock.advance(1)
    expect([...raised]).toEqual(['diskFull'])
    clock.advance(30_000)
    expect([...raised]).toEqual([])
    expect(existsSync(trial)).toBe(false)
  })

  it('ails on while its folder is gone', () => {
    const folder = join(temporaryFolder(), 'bench')
    const { clock, raised, disk } = start(folder)
    disk.failed(new StoreFailure('readOnly', 'It is not there.'))
    clock.advance(120_000)
    expect([...raised]).toEqual(['readOnly'])
    mkdirSync(folder)
    clock.advance(30_000)
    expect([...raised]).toEqual([])
    rmSync(folder, { recursive: true })
  })

  it('is not concluded from other errors', () => {
    const { raised, disk } = start(temporaryFolder())
    disk.failed(new Error('A step is missing.'))
    disk.failed(new StoreFailure('corrupted', 'It is damaged.'))
    expect([...raised]).toEqual([])
    disk.close()
  })
})
