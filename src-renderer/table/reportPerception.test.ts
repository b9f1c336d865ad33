import { describe, expect, it } from 'vitest'
import type { Interaction } from '../../src-domain/perception/interaction.schema.ts'
import { manualClock } from '../../test/support/perception/manualClock.ts'
import { memoryService } from '../../test/support/table/memoryTable.ts'

const pick = (target: string): Interaction => ({
  kind: 'pick',
  target,
  hand: 'right',
  atMs: 1000,
  confidence: 0.9,
  sources: ['landmarks'],
})

describe('what perception reports', () => {
  it('reaches the service in the order in which hands did it', async () => {
    const { reporter, work } = memoryService()
    void reporter.interactions([pick('A'), pick('B')])
    await reporter.interactions([pick('C')])
    expect(work()).toEqual(['pick A', 'pick B', 'pick C'])
  })

  it('is lost while the connection is broken, and goes on afterwards', async () => {
    const { reporter, work, breaks, comesBack } = memoryService()
    breaks()
    await reporter.interactions([pick('A')])
    comesBack()
    await reporter.interactions([pick('B')])
    expect(work()).toEqual(['pick B'])
  })
})

describe('how well the table is seen', () => {
  const clock = manualClock()

  it('is said again after a reconnect, as it is by then', async () => {
    const { reporter, sights, breaks, comesBack } = memoryService()
    await reporter.sight('seeing')
    breaks()
    await reporter.sight('unplugged')
    expect(sights).toEqual(['seeing'])
    comesBack()
    await clock.pass(0)
    expect(sights).toEqual(['seeing', 'unplugged'])
  })

  it('is not said again once the reporter is closed', async () => {
    const { reporter, sights, breaks, comesBack } = memoryService()
    await reporter.sight('seeing')
    reporter.close()
    breaks()
    comesBack()
    await clock.pass(0)
    expect(sights).toEqual(['seeing'])
  })
})
