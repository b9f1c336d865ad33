import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LoggedEvent } from './event.schema.ts'
import { chain, firstBreak, genesisHash } from './hashChain.ts'

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

  it('breaks where a number is left out, though each event names the hash of the one before', () => {
    const [first, second] = log(2)
    if (!first || !second) throw new Error('no events')
    const { previousHash: _previous, hash: _hash, ...rest } = second
    const renumbered = chain({ ...rest, seq: 3 }, first.hash, hash)
    expect(firstBreak([first, renumbered], hash)).toBe(3)
  })

  it('breaks where an event names another hash than that of the one before, though its own is right', () => {
    const [first, second] = log(2)
    if (!first || !second) throw new Error('no events')
    const { previousHash: _previous, hash: _hash, ...rest } = second
    expect(firstBreak([first, chain(rest, genesisHash, hash)], hash)).toBe(2)
    expect(firstBreak([chain({ ...rest, seq: 1 }, first.hash, hash)], hash)).toBe(1)
  })

  it('goes on from where a part that was checked before ended', () => {
    const events = log(4)
    const third = events[2]
    if (!third) throw new Error('no events')
    expect(firstBreak(events.slice(3), hash, { seq: 3, hash: third.hash })).toBeNull()
    expect(firstBreak(events.slice(3), hash)).toBe(4)
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

describe('the text that is hashed', () => {
  /** The text that `chain` hashes, without the braces and the previous hash that every event has. */
  const textOf = (fact: unknown): string => {
    let text = ''
    chain({ fact } as never, genesisHash, (hashed) => (text = hashed))
    return text.slice('{"fact":'.length, -`,"previousHash":"${genesisHash}"}`.length)
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

  it('is refused for what is no number in JSON', () => {
    expect(() => textOf(Number.NaN)).toThrow('NaN')
    expect(() => textOf(Number.POSITIVE_INFINITY)).toThrow('Infinity')
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
    const event = { seq: 7, wallMs: 1764158998123, monoMs: 4021, bootId: 'boot-1', version: 1, fact }
    expect(chain(event, genesisHash, hash).hash).toBe(expected)
  })
})
