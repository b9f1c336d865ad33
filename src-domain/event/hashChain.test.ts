import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benchIdSchema } from '../ids.ts'
import { type ChainEnd, emptyChain, firstBreak, genesisOf, hashBeforeEpochs, hashOf } from './hashChain.ts'
import type { StoredEvent } from './loggedEvent.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const benchId = benchIdSchema.parse('bench-1')

/** An event with its hash, joined to the end of a chain. */
function joined(fact: { readonly type: string }, end: ChainEnd, change: Partial<StoredEvent> = {}): StoredEvent {
  const seq = end.seq + 1
  const event = {
    benchId,
    epoch: end.epoch,
    seq,
    type: fact.type,
    version: 1,
    wallMs: seq * 10,
    monoMs: seq,
    bootId: 'b',
    previousHash: end.hash,
    text: JSON.stringify(fact),
    ...change,
  }
  return { ...event, hash: hashOf(event, sha256) }
}

function begun(end: ChainEnd, epoch: number, publicKey = `key${epoch}`): StoredEvent {
  const previousHash = genesisOf({ benchId, epoch, publicKey }, end.hash, sha256)
  return joined({ type: 'epochStarted', publicKey } as { type: string }, end, { epoch, previousHash })
}

/** So many events in each epoch, of which the first is the one that began it; epoch 0 has no such event. */
function log(...lengths: readonly number[]): StoredEvent[] {
  const events: StoredEvent[] = []
  const end = () => events.at(-1) ?? emptyChain
  for (const [epoch, length] of lengths.entries()) {
    if (epoch > 0) events.push(begun(end(), epoch))
    for (let at = epoch > 0 ? 1 : 0; at < length; at += 1) {
      events.push(joined({ type: 'deviceLost', device: `d${at}` } as { type: string }, end()))
    }
  }
  return events
}

describe('the chain', () => {
  it('holds for what was written, in a former log, over epochs, and in an empty log', () => {
    for (const events of [log(), log(50), log(0, 20), log(5, 5, 5)]) expect(firstBreak(events, sha256)).toBeNull()
  })

  it('breaks where an event was edited, removed, doubled or moved', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 19 }),
        fc.constantFrom('edit', 'remove', 'double', 'swap'),
        fc.constantFrom(log(20), log(0, 20), log(7, 13)),
        (seq, how, whole) => {
          const events = [...whole]
          const at = seq - 1
          const event = events[at]
          if (!event) return
          if (how === 'edit') events[at] = { ...event, wallMs: event.wallMs + 1 }
          if (how === 'remove') events.splice(at, 1)
          if (how === 'double') events.splice(at, 0, event)
          if (how === 'swap') events.splice(at - 1, 2, event, events[at - 1] ?? event)
          expect(firstBreak(events, sha256)).not.toBeNull()
        },
      ),
    )
  })

  it('breaks where a number is left out, though each event names the hash of the one before', () => {
    const [first] = log(0, 1)
    if (!first) throw new Error('no event')
    const skipped = joined({ type: 'paused' }, { ...first, seq: 2 }, { previousHash: first.hash })
    expect(firstBreak([first, skipped], sha256)).toEqual({ seq: 3, reason: 'order' })
  })

  it('breaks where an event names another hash than that of the one before, though its own is right', () => {
    const [first] = log(0, 1)
    if (!first) throw new Error('no event')
    const elsewhere = joined({ type: 'paused' }, first, { previousHash: hashBeforeEpochs })
    expect(firstBreak([first, elsewhere], sha256)).toEqual({ seq: 2, reason: 'link' })
  })

  it('goes on from where a part that was checked before ended', () => {
    const events = log(0, 4)
    const third = events[2]
    if (!third) throw new Error('no events')
    expect(firstBreak(events.slice(3), sha256, third)).toBeNull()
    expect(firstBreak(events.slice(3), sha256)).toEqual({ seq: 4, reason: 'order' })
  })

  it('covers every field of an event', () => {
    const [start, event] = log(0, 2)
    if (!start || !event) throw new Error('no events')
    const changes: readonly Partial<StoredEvent>[] = [
      { wallMs: 1 },
      { monoMs: 9 },
      { bootId: 'x' },
      { version: 2 },
      { type: 'deviceReturned' },
      { benchId: benchIdSchema.parse('bench-2') },
      { text: '{"type":"deviceLost","device":"d2"}' },
      // The same fact, written otherwise: what is covered is the text.
      { text: '{ "type": "deviceLost", "device": "d1" }' },
      { text: 'no JSON' },
    ]
    for (const change of changes) {
      expect(firstBreak([start, { ...event, ...change }], sha256)).toEqual({ seq: 2, reason: 'content' })
    }
  })

  it('covers every field of a former event, its type included', () => {
    const [event] = log(1)
    if (!event) throw new Error('no event')
    for (const change of [{ wallMs: 1 }, { monoMs: 2 }, { bootId: 'x' }, { version: 2 }, { text: '{}' }]) {
      expect(firstBreak([{ ...event, ...change }], sha256)).toEqual({ seq: 1, reason: 'content' })
    }
    expect(firstBreak([{ ...event, type: 'paused' }], sha256)).toEqual({ seq: 1, reason: 'type' })
  })
})

describe('an epoch', () => {
  it('is bound to the bench, its key and what was before it', () => {
    const before = log(3)
    const end = before.at(-1)
    if (!end) throw new Error('no event')
    const start = begun(end, 1)
    expect(firstBreak([...before, start], sha256)).toBeNull()
    for (const other of [
      genesisOf({ benchId: benchIdSchema.parse('x'), epoch: 1, publicKey: 'key1' }, end.hash, sha256),
      genesisOf({ benchId, epoch: 1, publicKey: 'x' }, end.hash, sha256),
      genesisOf({ benchId, epoch: 2, publicKey: 'key1' }, end.hash, sha256),
      genesisOf({ benchId, epoch: 1, publicKey: 'key1' }, hashBeforeEpochs, sha256),
    ]) {
      const forged = { ...start, previousHash: other }
      const rehashed = { ...forged, hash: hashOf(forged, sha256) }
      expect(firstBreak([...before, rehashed], sha256)).toEqual({ seq: 4, reason: 'link' })
    }
  })

  it('begins with its own fact, and never goes back', () => {
    const events = log(0, 2, 2)
    const end = events.at(-1)
    if (!end) throw new Error('no event')
    expect(firstBreak([...events, joined({ type: 'paused' }, end, { epoch: 1 })], sha256)?.reason).toBe('epoch')
    expect(firstBreak([...events, joined({ type: 'paused' }, end, { epoch: 3 })], sha256)?.reason).toBe('epoch')
  })
})

describe('the text that is hashed of a former event', () => {
  /** The canonical JSON of a former event's fact, cut out of the text that is hashed. */
  const textOf = (fact: unknown): string => {
    let text = ''
    const [event] = log(1)
    hashOf({ ...event, epoch: 0, text: JSON.stringify(fact) } as StoredEvent, (hashed) => (text = hashed))
    return text.slice('{"bootId":"b","fact":'.length, text.indexOf(',"monoMs":'))
  }

  it('does not depend on the order in which keys were written', () => {
    expect(textOf({ b: [1, { d: 2, c: 3 }], a: 'x' })).toBe('{"a":"x","b":[1,{"c":3,"d":2}]}')
  })

  it('is that of the example in RFC 8785, section 3.2.2', () => {
    const written = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`
    expect(textOf(JSON.parse(written))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
        String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('orders keys by UTF-16 units, as in RFC 8785, section 3.2.3', () => {
    const written = String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
    }`
    expect(Object.values(JSON.parse(textOf(JSON.parse(written))) as Record<string, string>).slice(1)).toEqual([
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
    expect(textOf(JSON.parse(written))).toMatch(/^\{"\\r":"Carriage Return","1":"One",/)
  })

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number with bits %s as RFC 8785, appendix B, does', (bits, text) => {
    expect(textOf(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
  })
})

describe('a hash that stands in a log', () => {
  const stored: readonly (readonly [hash: string, fact: object])[] = [
    ['91db1ebb65c212d15ba035fd1864d2750e14c1bd8257abb454d7c46a5071aad9', { type: 'paused' }],
    [
      'a7b31593fc28a53f90e673180820421db0b2265d1d82c026616263edb9582928',
      {
        type: 'stepCompleted',
        stepKey: 'c1:s2',
        stepId: 's2',
        by: 'hand',
        level: 2,
        highestLevel: 3,
        errors: 0,
        helpAsked: false,
        lessAsked: false,
        interrupted: false,
        durationMs: 8120,
        confidence: 0.1 + 0.2,
        sources: ['hand', 'change'],
      },
    ],
    [
      '0de8b357a726e222278df335435004fb54fb646ae174862ec8814c603288d676',
      { type: 'lightRealigned', moved: 'camera', mm: 1e-7, asked: true },
    ],
    [
      '7ba0088b245e17450906a46d1ae3d9c574b3ace4c30881e7f72f6d70f05ff420',
      {
        type: 'proposalAwarded',
        proposalId: 'p',
        personId: 'x',
        coachId: 'y',
        note: 'Goed gedaan, Zoë! 👏 "pen" \u2028 €\u0007',
      },
    ],
    // Half a surrogate pair: the contract lets a note of a coach hold one, so logs may.
    [
      '8441c8208825e7663e3484219537c22452d912c5ad8a252cee66614697c5dd9e',
      { type: 'proposalDeclined', proposalId: 'p', personId: 'x', coachId: 'y', reason: 'half \ud83d' },
    ],
    [
      'de8aa1ffda430828f1b9789f313e73c7802c567f155618c2281edbd7f7c8b2d4',
      { type: 'workerSignedIn', sessionId: 's', personId: null, by: 'guest' },
    ],
    [
      '3a8f86527b31379cf8c4604fa27ede904fc5e67061f8dc9128d34431c39211d7',
      {
        type: 'stepStarted',
        stepKey: 'k',
        stepId: 's',
        insteadOf: undefined,
        numbers: {
          '\u20ac': -0,
          '\ufb33': 1e21,
          '\ud83d\ude00': 123456789012345680000,
          a: { z: [1, [2, {}], []], A: 4.5 },
        },
      },
    ],
  ]

  it.each(stored)('%s stays valid, whatever writes canonical JSON', (expected, fact) => {
    const end = { seq: 6, epoch: 0, hash: hashBeforeEpochs }
    const when = { wallMs: 1764158998123, monoMs: 4021, bootId: 'boot-1' }
    expect(joined(fact as { type: string }, end, when).hash).toBe(expected)
  })
})
