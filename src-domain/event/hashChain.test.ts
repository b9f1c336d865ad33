import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LoggedEvent } from './event.schema.ts'
import { canonicalJson, chain, firstBreak, genesisHash } from './hashChain.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

function log(length: number): LoggedEvent[] {
  const events: LoggedEvent[] = []
  for (let seq = 1; seq <= length; seq += 1) {
    const event = {
      seq,
      wallMs: seq * 10,
      monoMs: seq,
      bootId: 'b',
      version: 1,
      fact: { type: 'deviceLost', device: `d${seq}` },
    } as const
    events.push(chain(event, events.at(-1)?.hash ?? genesisHash, hash))
  }
  return events
}

describe('the chain', () => {
  it('holds for what was written', () => {
    expect(firstBreak(log(50), hash)).toBeNull()
    expect(firstBreak([], hash)).toBeNull()
  })

  it('breaks where an event was edited, removed, doubled or moved', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 19 }), fc.constantFrom('edit', 'remove', 'double', 'swap'), (seq, how) => {
        const events = log(20)
        const at = seq - 1
        const event = events[at]
        if (!event) return
        if (how === 'edit') events[at] = { ...event, wallMs: event.wallMs + 1 }
        if (how === 'remove') events.splice(at, 1)
        if (how === 'double') events.splice(at, 0, event)
        if (how === 'swap') events.splice(at - 1, 2, event, events[at - 1] ?? event)
        expect(firstBreak(events, hash)).not.toBeNull()
      }),
    )
  })

  it('covers every field of an event', () => {
    const [event] = log(1)
    if (!event) throw new Error('no event')
    for (const change of [
      { wallMs: 1 },
      { monoMs: 2 },
      { bootId: 'x' },
      { version: 2 },
      { fact: { type: 'paused' } as const },
    ]) {
      expect(firstBreak([{ ...event, ...change }], hash)).toBe(1)
    }
  })
})

describe('canonical JSON', () => {
  it('does not depend on the order in which keys were written', () => {
    expect(canonicalJson({ b: [1, { d: 2, c: 3 }], a: 'x' })).toBe('{"a":"x","b":[1,{"c":3,"d":2}]}')
  })
})
