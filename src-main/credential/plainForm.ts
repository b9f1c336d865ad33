// The signature covers a credential's RDF graph, not its JSON text. Rejecting JSON that maps ambiguously to RDF ensures that
// every change of the text invalidates the signature.
import canonicalize from 'canonicalize'

const deepest = 24

/** Matches the terms of a vocabulary, but not JSON-LD keywords, URLs or `__proto__`. */
const isPlainKey = (key: string): boolean => /^[A-Za-z0-9]+$/.test(key)

/**
 * An empty string may be an empty IRI, and `_:` begins a blank node label, which canonicalisation replaces; lone surrogates are
 * not well-formed.
 */
const isPlainText = (text: string): boolean => text !== '' && !text.startsWith('_:') && text.isWellFormed()

const isPlainList = (list: readonly unknown[]): boolean =>
  list.length > 0 && !list.some(Array.isArray) && new Set(list.map((item) => canonicalize(item))).size === list.length

/**
 * The path of the first value in a JSON document that RDF canonicalisation ignores or merges, or null when there is none: null,
 * empty strings, lists and objects, blank nodes, duplicate list entries, nested lists, keys that are not plain terms, lone surrogates,
 * nesting beyond the maximum depth. Reordering a list remains undetected, because the signature suite treats lists as sets.
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
 * True when an object in this JSON text has a duplicate member: parsers differ in which of the two they return. `value` is the
 * parsed text.
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
