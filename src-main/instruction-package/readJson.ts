// A stricter JSON parser: UTF-8 only, and no duplicate keys, because parsers differ in which one they keep.
import { fail, type Problem, type Result, succeed } from '../../src-domain/result.ts'

/**
 * Parses JSON bytes.
 * @returns the value, or the problem that makes the bytes invalid or ambiguous, with line and column.
 */
export function readJson(bytes: Uint8Array, path: string): Result<unknown, Problem> {
  const wrong = (reason: string, remedy: string) => fail({ path, reason, remedy })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return wrong('the text is not UTF-8', 'Save the file with the encoding UTF-8.')
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return wrong(`this is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`, 'Mend the file there.')
  }
  const twice = firstAmbiguousKey(text)
  if (twice) return wrong(`line ${twice.line}: the key ${twice.key} ${twice.reason}`, 'Keep one of them.')
  return succeed(value)
}

type Ambiguity = { readonly key: string; readonly line: number; readonly reason: string }

/** Scans a text that is known to be JSON. Escapes are decoded, so that `"\u0069d"` equals `"id"`. */
function firstAmbiguousKey(text: string): Ambiguity | null {
  const open: (Set<string> | null)[] = []
  let expectsKey = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '{') open.push(new Set())
    else if (sign === '[') open.push(null)
    else if (sign === '}' || sign === ']') open.pop()
    if (sign === '{' || sign === ',') expectsKey = true
    if (sign !== '"') continue
    const end = endOfString(text, at)
    const keys = open.at(-1)
    if (expectsKey && keys) {
      const written = text.slice(at, end)
      const key = String(JSON.parse(written))
      const reason = key === '__proto__' ? 'is not allowed' : keys.has(key) ? 'is there twice' : null
      if (reason !== null) return { key: written.slice(0, 60), line: text.slice(0, at).split('\n').length, reason }
      keys.add(key)
    }
    expectsKey = false
    at = end - 1
  }
  return null
}

/** The index after the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}
