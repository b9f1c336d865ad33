// For any corruption of a package or instruction, the reader returns problems with path and reason. It never throws.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { validateInstruction } from '../../src-domain/instruction/validateInstruction.ts'
import type { Problem, Result } from '../../src-domain/result.ts'
import { craftZip } from '../../test/support/instruction/craftZip.ts'
import { sampleIds, seal } from '../../test/support/instruction/samples.ts'
import { readPackage } from './readPackage.ts'
import type { SealedPackage } from './sealPackage.ts'

let samples: readonly SealedPackage[]
beforeAll(async () => {
  samples = await Promise.all(sampleIds.map((id) => seal(`samples/${id}`)))
})

const sampleOf = (index: number): SealedPackage => {
  const sample = samples[index % samples.length]
  if (!sample) throw new Error('There are no samples.')
  return sample
}

function expectAnswer(result: Result<unknown, readonly Problem[]>): void {
  if (result.ok) return
  expect(result.failure.length).toBeGreaterThan(0)
  expect(result.failure.length).toBeLessThanOrEqual(50)
  for (const { path, reason, remedy } of result.failure) {
    expect(path.length * reason.length * remedy.length).toBeGreaterThan(0)
  }
}

type Place = { readonly parent: object; readonly key: string }

/** Every value in a JSON document, with its container and key. */
function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [{ parent: value, key }, ...placesIn(inner)])
}

type Mutation = { readonly at: number; readonly value: unknown; readonly how: 'set' | 'remove' | 'copy' }

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('set', 'remove', 'copy'),
  value: fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('constructor', '__proto__', '', '../x', -1, 1e308, 'javascript:alert(1)', '\ud800', null, [], {}),
  ),
})

function mutate(original: unknown, mutations: readonly Mutation[]): unknown {
  const copy: unknown = structuredClone(original)
  for (const { at, how, value } of mutations) {
    const places = placesIn(copy)
    const place = places[at % places.length]
    const other = places[(at * 31) % places.length]
    if (!place || !other) continue
    if (how === 'remove') Reflect.deleteProperty(place.parent, place.key)
    else if (how === 'set') Reflect.set(place.parent, place.key, value)
    else Reflect.set(place.parent, place.key, structuredClone(Reflect.get(other.parent, other.key)))
  }
  return copy
}

type Damage = {
  readonly at: number
  readonly byte: number
  readonly how: 'change' | 'cut' | 'repeat'
  readonly length: number
}

const damage: fc.Arbitrary<Damage> = fc.record({
  // Half of the corruptions hit the last bytes, where a zip has its directory.
  at: fc.oneof(fc.nat(), fc.integer({ min: -3000, max: -1 })),
  byte: fc.integer({ min: 0, max: 255 }),
  how: fc.constantFrom('change', 'change', 'change', 'cut', 'repeat'),
  length: fc.integer({ min: 1, max: 400 }),
})

function damaged(bytes: Uint8Array, corruptions: readonly Damage[]): Uint8Array {
  return corruptions.reduce((before, { at, byte, how, length }) => {
    if (before.length === 0) return before
    const place = at < 0 ? Math.max(0, before.length + at) : at % before.length
    if (how === 'change') return before.with(place, byte)
    const head = before.slice(0, how === 'cut' ? place : place + length)
    return new Uint8Array(Buffer.concat([head, before.slice(how === 'cut' ? place + length : place)]))
  }, bytes)
}

describe('every malformed input', () => {
  it('is reported with paths when an instruction was mutated', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(mutation, { minLength: 1, maxLength: 4 }), (which, mutations) => {
        expectAnswer(validateInstruction(mutate(sampleOf(which).instruction, mutations)))
      }),
      { numRuns: 1000 },
    )
  })

  it('is reported with paths when a value is no instruction at all', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), (value) => expectAnswer(validateInstruction(value))),
      { numRuns: 400 },
    )
  })

  it('is reported with paths when a package was corrupted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(damage, { minLength: 1, maxLength: 4 }), async (which, corruptions) => {
        expectAnswer(await readPackage(damaged(sampleOf(which).packageBytes, corruptions)))
      }),
      { numRuns: 400 },
    )
  })

  it('is reported with paths when a package consists of arbitrary entries', async () => {
    const entry = fc.record(
      {
        name: fc.oneof(fc.string(), fc.constantFrom('instruction.json', '../a', `media/${'a'.repeat(64)}.svg`)),
        content: fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
        deflate: fc.boolean(),
        flags: fc.integer({ min: 0, max: 0xffff }),
        unixMode: fc.integer({ min: 0, max: 0xffff }),
        claimedBytes: fc.oneof(fc.nat(), fc.constant(0xffffffff)),
        localName: fc.string(),
      },
      { requiredKeys: ['name', 'content'] },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 6 }), fc.nat({ max: 0xffff }), async (entries, count) => {
        expectAnswer(await readPackage(craftZip(entries, count % 3 === 0 ? count : entries.length)))
      }),
      { numRuns: 400 },
    )
  })
})
