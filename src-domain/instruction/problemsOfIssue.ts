// Turns what the schema library says about a value into problems that an author can act on: place, reason, remedy.
import type { z } from 'zod'
import type { Problem } from '../result.ts'

/** The problems behind one issue. Of a union's branches the one speaks that came closest to fitting. */
export function problemsOfIssue(issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.toSorted((a, b) => closenessOf(b) - closenessOf(a))[0] ?? []
    const inner = closest.flatMap((one) => problemsOfIssue({ ...one, path: [...issue.path, ...one.path] }))
    if (inner.length > 0) return inner
  }
  return [{ path: writePath(issue.path), reason: reasonOf(issue), remedy: remedyOf(issue) }]
}

/** Writes a path as people read it: `steps[2].step.part`. */
export const writePath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  ) || '(the whole file)'

/** A branch that failed deep inside was meant; one that met fields it does not know was not. */
const closenessOf = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(0, ...issues.map(({ path }) => path.length)) - (issues.some(isForeign) ? 100 : 0)

const isForeign = ({ code, path }: z.core.$ZodIssue): boolean => code === 'unrecognized_keys' && path.length === 0

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return `a name here is not allowed: ${issue.issues[0]?.message ?? issue.message}`
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'this is missing'
  return issue.message
}

function remedyOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Put a value of type ${issue.expected} here.`
    case 'unrecognized_keys':
      return `Remove ${issue.keys.join(', ')}: format version 1 has no such field here.`
    case 'too_small':
      return `${issue.inclusive === false ? 'Make it more than' : 'Make it at least'} ${measure(issue.minimum, issue.origin)}.`
    case 'too_big':
      return `${issue.inclusive === false ? 'Make it less than' : 'Make it at most'} ${measure(issue.maximum, issue.origin)}.`
    case 'invalid_value':
      return `Use one of: ${issue.values.map(String).join(', ')}.`
    default:
      return 'Compare this place with instructions/FORMAT.md and mend it.'
  }
}

const measure = (limit: number | bigint, origin: string): string =>
  origin === 'string' ? `${limit} characters long` : origin === 'array' ? `${limit} entries long` : String(limit)
