// Converts the schema library's issues into problems that an author can act on: path, reason, remedy.
import type { z } from 'zod'
import type { Problem } from '../result.ts'

const maximumPath = 200
const maximumKeys = 5

/** The problems of one issue. Of a union, only the branch that came closest to matching is reported. */
export function problemsOfIssue(issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.toSorted((a, b) => closenessOf(b) - closenessOf(a))[0] ?? []
    const inner = closest.flatMap((one) => problemsOfIssue({ ...one, path: [...issue.path, ...one.path] }))
    if (inner.length > 0) return inner
  }
  return [{ path: writePath(issue.path).slice(0, maximumPath), ...explain(issue) }]
}

/** Formats a path for people: `steps[2].step.part`. */
const writePath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  ) || '(the whole file)'

/** A branch that failed at a deeper path was probably meant; one that met unknown fields was not. */
const closenessOf = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(0, ...issues.map(({ path }) => path.length)) - (issues.some(isForeign) ? 100 : 0)

const isForeign = ({ code, path }: z.core.$ZodIssue): boolean => code === 'unrecognized_keys' && path.length === 0

type Explanation = Pick<Problem, 'reason' | 'remedy'>

function explain(issue: z.core.$ZodIssue): Explanation {
  switch (issue.code) {
    case 'invalid_type': {
      const reason = issue.input === undefined ? 'this is missing' : `this is not of type ${issue.expected}`
      return { reason, remedy: `Put a value of type ${issue.expected} here.` }
    }
    case 'invalid_value':
      return noneOf(issue.values)
    case 'invalid_union':
      return noneOf('options' in issue ? (issue.options ?? []) : [])
    case 'unrecognized_keys':
      return {
        reason: `there is no place here for ${quoted(issue.keys)}`,
        remedy: 'Remove it, or compare its spelling with instructions/FORMAT.md.',
      }
    case 'too_small':
      return beyond('little', issue.origin, `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`)
    case 'too_big':
      return beyond('much', issue.origin, `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`)
    case 'invalid_format':
      return { reason: `this is not ${issue.message}`, remedy: 'Write it in that form.' }
    case 'invalid_key':
      return {
        reason: `this name is not ${issue.issues[0]?.message ?? 'allowed'}`,
        remedy: 'Give it a name in that form.',
      }
    default:
      return { reason: issue.message, remedy: 'Compare this place with instructions/FORMAT.md and mend it.' }
  }
}

const quoted = (keys: readonly string[]): string =>
  keys
    .slice(0, maximumKeys)
    .map((key) => `"${key.slice(0, 60)}"`)
    .join(', ')

const noneOf = (options: readonly unknown[]): Explanation => ({
  reason: 'this is none of the words that may stand here',
  remedy: `Use one of: ${options.map(String).join(', ')}.`,
})

function beyond(kind: 'little' | 'much', origin: string, limit: string): Explanation {
  const unit = origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : ''
  return { reason: `this is too ${kind}`, remedy: `Make it ${limit}${unit}.` }
}
