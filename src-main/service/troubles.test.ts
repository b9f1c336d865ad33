import { describe, expect, it } from 'vitest'
import type { FaultEntry, LogEntry } from '../program-log/logEntry.ts'
import { createManualClock } from './clock.ts'
import { createTroubles } from './troubles.ts'

const hourMs = 3_600_000
const startMs = Date.UTC(2026, 2, 2, 8)

function start({ past = [] as { wallMs: number; entry: FaultEntry }[] } = {}) {
  const clock = createManualClock(startMs)
  const written: LogEntry[] = []
  const said: string[] = []
  const elsewhere: { wallMs: number; entry: FaultEntry }[] = []
  const troubles = createTroubles({
    clock,
    log: { write: (entry) => written.push(entry), close: () => undefined },
    say: (sentence) => said.push(sentence),
    past,
    elsewhere: () => elsewhere.splice(0),
  })
  return { clock, troubles, written, said, elsewhere }
}

/** Always thrown from the same place. */
const fault = () => new Error('The pen is not there.')

describe('a fault', () => {
  it('is said with its message, logged, and counted with its first and last time', () => {
    const { troubles, clock, said, written } = start()
    troubles.report(fault())
    clock.advance(hourMs)
    troubles.report(fault())
    expect(said[0]).toMatch(/^Error: The pen is not there\.\n {4}at /)
    expect(written).toMatchObject([{ event: 'fault', times: 1 }, { event: 'fault' }])
    expect(troubles.state().faults).toMatchObject([
      {
        kind: 'service',
        name: 'Error',
        sentence: 'The pen is not there.',
        count: 2,
        firstWallMs: startMs,
        lastWallMs: startMs + hourMs,
        open: true,
      },
    ])
  })

  it('of another place is another fault, and the latest stands first', () => {
    const { troubles, clock } = start()
    troubles.report(fault())
    clock.advance(1000)
    troubles.report(new Error('The cap is not there.'))
    expect(troubles.state().faults.map(({ sentence }) => sentence)).toEqual([
      'The cap is not there.',
      'The pen is not there.',
    ])
  })

  it('no longer ails the bench after a day without another, and is forgotten after seven', () => {
    const { troubles, clock } = start()
    troubles.report(fault())
    clock.advance(23 * hourMs)
    expect(troubles.state().faults).toMatchObject([{ open: true }])
    clock.advance(hourMs)
    expect(troubles.state().faults).toMatchObject([{ open: false, count: 1 }])
    clock.advance(6 * 24 * hourMs)
    expect(troubles.state().faults).toEqual([])
  })

  it('counts only the last seven days of a fault that keeps happening', () => {
    const { troubles, clock } = start()
    for (let day = 0; day < 20; day += 1) {
      troubles.report(fault())
      clock.advance(24 * hourMs)
    }
    expect(troubles.state().faults).toMatchObject([{ count: 6 }])
  })

  it('no longer ails the bench once it was seen, until it happens again', () => {
    const { troubles, clock } = start()
    troubles.report(fault())
    clock.advance(1000)
    troubles.report(new Error('It came after the page was drawn.'))
    troubles.dismiss(startMs)
    expect(troubles.state().faults.map(({ open }) => open)).toEqual([true, false])
  })

  it('in a loop is written three times a minute, and its count at the minute’s end', () => {
    const { troubles, clock, written } = start()
    for (let times = 0; times < 1000; times += 1) troubles.report(fault())
    expect(written).toHaveLength(3)
    expect(troubles.state().faults).toMatchObject([{ count: 1000 }])
    clock.advance(60_000)
    expect(written).toHaveLength(4)
    expect(written[3]).toMatchObject({ times: 997 })
    troubles.report(fault())
    expect(written).toHaveLength(5)
  })

  it('whose count waits is written when the service ends', () => {
    const { troubles, written } = start()
    for (let times = 0; times < 5; times += 1) troubles.report(fault())
    troubles.close()
    expect(written.at(-1)).toMatchObject({ event: 'fault', times: 2 })
  })

  it('from before the start and from another process is counted with those of this one', () => {
    const first = start()
    first.troubles.report(fault())
    const [entry] = first.written as FaultEntry[]
    if (!entry) throw new Error('Nothing was written.')
    const again = start({ past: [{ wallMs: startMs - hourMs, entry: { ...entry, times: 7 } }] })
    expect(again.troubles.state().faults).toMatchObject([{ count: 7, firstWallMs: startMs - hourMs, open: true }])
    again.elsewhere.push({ wallMs: startMs, entry })
    expect(again.troubles.state().faults).toMatchObject([{ count: 8, lastWallMs: startMs }])
    expect(again.troubles.state().faults).toMatchObject([{ count: 8 }])
  })

  it('takes the place of the oldest when there are more than 200 different ones', () => {
    const { troubles, clock } = start()
    for (let number = 0; number < 250; number += 1) {
      clock.advance(1)
      troubles.report(fault(), { kind: 'call', where: `procedure${number}` })
    }
    const { faults } = troubles.state()
    expect(faults).toHaveLength(200)
    expect(faults.at(-1)?.where).toBe('procedure50')
  })
})

describe('a condition', () => {
  it('lasts from when it was raised until it is cleared', () => {
    const { troubles, clock, written } = start()
    troubles.raise('diskFull', 'The disk is full.')
    clock.advance(hourMs)
    troubles.raise('diskFull', 'The disk is very full.')
    expect(troubles.state().conditions).toEqual([
      { key: 'diskFull', sentence: 'The disk is very full.', sinceWallMs: startMs },
    ])
    clock.advance(9 * 24 * hourMs)
    expect(troubles.state().conditions).toHaveLength(1)
    troubles.clear('diskFull')
    troubles.clear('diskFull')
    troubles.clear('cameraLost')
    expect(troubles.state().conditions).toEqual([])
    expect(written).toEqual([
      { event: 'conditionRaised', key: 'diskFull' },
      { event: 'conditionCleared', key: 'diskFull', lastedMs: hourMs + 9 * 24 * hourMs },
    ])
  })
})
