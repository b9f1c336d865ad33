// A signature covers what a credential means, not how it is written. This keeps the two the same, so that no change hides.
import canonicalize from 'canonicalize'

const deepest = 24

/** Words of a vocabulary look so; JSON-LD keywords, addresses and `__proto__` do not. */
const isPlainKey = (key: string): boolean => /^[A-Za-z0-9]+$/.test(key)

/** An empty text may stand for no address, and `_:` begins a name that a signature replaces by its own. */
const isPlainText = (text: string): boolean => text !== '' && !text.startsWith('_:') && text.isWellFormed()

const isPlainList = (list: readonly unknown[]): boolean =>
  list.length > 0 && !list.some(Array.isArray) && new Set(list.map((item) => canonicalize(item))).size === list.length

/**
 * The path of the first thing in a JSON value that a linked-data signature would read past or fold together, or null
 * when there is none: nothings, names for the nameless, repeated members, nested lists, keys that are no plain words,
 * half characters. The order of a list is the one change left to hide: the signature suite treats lists as sets.
 */
export function firstAmbiguity(value: unknown, path = '', depth = 0): string | null {
  if (value === null || depth > deepest) return path
  if (typeof value === 'string') return isPlainText(value) ? null : path
  if (typeof value !== 'object') return null
  const isList = Array.isArray(value)
  for (const [key, inner] of Object.entries(value)) {
    const place = isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    const found = isPlainKey(key) ? firstAmbiguity(inner, place, depth + 1) : place
    if (found !== null) return found
  }
  const plain = isList ? isPlainList(value) : Object.keys(value).length > 0
  return plain ? null : path
}

/**
 * True when an object in this JSON text names a member twice. Readers then differ in which of the two they show.
 * `value` is what the text was parsed to.
 */
export function repeatsAKey(text: string, value: unknown): boolean {
  const written = Array.from(text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)).filter(([, colon]) => colon !== undefined)
  return written.length > countKeys(value)
}

function countKeys(value: unknown): number {
  let keys = 0
  const open = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue
    const inner = Object.values(next)
    if (!Array.isArray(next)) keys += inner.length
    for (const value of inner) open.push(value)
  }
  return keys
}
