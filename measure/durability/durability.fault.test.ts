// The small form of measure:durability; `npm run test:long` runs the whole.
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../test/support/folders.ts'
import { measureDurability } from './durability.ts'

const kills = 10
const flips = 30
const seed = 1

describe(`a bench's data after ${kills} kills, ${flips} turned bits and every way of tampering (seed ${seed})`, () => {
  it('have lost nothing that was acknowledged, and say or heal everything that was changed', async () => {
    const found = await measureDurability(temporaryFolder(), { seed, kills, flips, say: () => undefined })
    process.stdout.write(`${JSON.stringify(found)}\n`)
    expect(found).toMatchObject({ lost: 0, crashed: [], missed: [], tampered: 16, found: 16 })
    expect(found.acknowledged).toBeGreaterThan(kills)
    expect(found.contentChanged).toBeGreaterThan(0)
    expect(found.detected + found.healed).toBe(found.contentChanged)
    expect(found.secondsToRestoreP95).toBeLessThan(60)
  })
})
