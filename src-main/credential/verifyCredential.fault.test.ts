import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterAwardMs, openSite } from '../../test/support/signedAward.ts'
import { verifyCredential } from './verifyCredential.ts'

type Path = readonly (string | number)[]
type Container = Record<string | number, unknown>

/** Values and keys that JSON-LD treats specially, among arbitrary ones. */
const strangeValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('', ' ', 'x', './x', '#x', '@x', '@id', '_:b0', '_:c14n0'),
)
const strangeWord = fc.constantFrom(
  ...[
    'id',
    'name',
    'description',
    'image',
    'genre',
    'related',
    'url',
    'source',
    'identifier',
    'version',
    'relatedResource',
  ],
  ...['@id', '@included', '@reverse', '@graph', '__proto__', 'https://schema.org/name', 'schema:name', 'x'],
)

const { json } = await (await openSite()).award()
const isGenuine = async (text: string) => (await verifyCredential(text, { nowMs: afterAwardMs })).genuine

/** The path of every value in the credential: each member of each object and list, at every depth. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  const keys: Path = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value)
  return keys.flatMap((key) => {
    const place = [...path, key]
    return [place, ...placesIn((value as Container)[key], place)]
  })
}
const places = placesIn(JSON.parse(json))

function edited(path: Path, edit: (parent: Container, key: string | number) => void): string {
  const credential = JSON.parse(json) as Container
  const key = path.at(-1)
  const parent = path.slice(0, -1).reduce<Container>((inner, step) => inner[step] as Container, credential)
  if (key === undefined) throw new Error('A place has at least one step.')
  edit(parent, key)
  return JSON.stringify(credential)
}

const other = (value: unknown): unknown => {
  if (typeof value === 'string') return /Z$/.test(value) ? value.replace(/\d(?=\D*$)/, '9') : `${value}x`
  return Array.isArray(value) ? [...(value as unknown[]), 'x'] : { ...(value as Container), name: 'x' }
}

const remove = (parent: Container, key: string | number) => {
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else Reflect.deleteProperty(parent, key)
}

describe('for every value in a credential, verification', () => {
  it('detects that it is changed, emptied, removed or duplicated', async () => {
    expect(places.length).toBeGreaterThan(150)
    for (const path of places) {
      const edits: Record<string, (parent: Container, key: string | number) => void> = {
        changed: (parent, key) => (parent[key] = other(parent[key])),
        emptied: (parent, key) => (parent[key] = null),
        removed: remove,
        doubled: (parent, key) => (parent[key] = [parent[key], parent[key]]),
      }
      for (const [name, edit] of Object.entries(edits)) {
        expect(await isGenuine(edited(path, edit)), `${name}: ${path.join('.')}`).toBe(false)
      }
    }
  })

  it('detects any value put in its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), strangeValue, async (path, value) => {
        const text = edited(path, (parent, key) => (parent[key] = value))
        fc.pre(text !== JSON.stringify(JSON.parse(json)))
        expect(await isGenuine(text)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('detects any member added beside it', async () => {
    const objects = places.filter((path) => typeof path.at(-1) === 'string')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...objects), strangeWord, strangeValue, async (path, key, value) => {
        const text = edited(path, (parent) => Object.defineProperty(parent, key, { value, enumerable: true }))
        fc.pre(text !== JSON.stringify(JSON.parse(json)))
        expect(await isGenuine(text)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('does not detect another order within its list, since the signature suite treats lists as sets', async () => {
    const turned = edited(['credentialSubject', 'result'], (parent, key) => {
      parent[key] = (parent[key] as unknown[]).toReversed()
    })
    expect(await isGenuine(turned)).toBe(true)
  })
})

it('never throws, whatever the text is', async () => {
  const mutilated = fc.tuple(fc.nat(json.length), fc.nat(40), fc.string()).map(([from, length, text]) => {
    return json.slice(0, from) + text + json.slice(from + length)
  })
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json(), mutilated), async (text) => {
      const verification = await verifyCredential(text, { nowMs: afterAwardMs })
      if (!verification.genuine) expect(verification.sentence).not.toBe('')
    }),
    { numRuns: 300 },
  )
})
