// Validates a parsed JSON value as an instruction; each problem has a path, a reason and a remedy.
import { fail, type Problem, type Result, succeed } from '../result.ts'
import { type Instruction, instructionSchema } from './instruction.schema.ts'
import { meaningProblems } from './meaningProblems.ts'
import { problemsOfIssue } from './problemsOfIssue.ts'

const maximumProblems = 50
/** A step inside five groups is 14 levels deep in the file; no valid file comes near this. */
const maximumDepth = 40

/**
 * Validates shape, references, languages and the consistency of each step.
 * @returns the instruction with defaults filled in, or up to 50 problems, each with path and remedy.
 */
export function validateInstruction(candidate: unknown): Result<Instruction, readonly Problem[]> {
  if (isDeeperThan(candidate, maximumDepth)) {
    return fail([
      {
        path: '(the whole file)',
        reason: `values are nested more than ${maximumDepth} deep`,
        remedy: 'Put fewer groups inside groups.',
      },
    ])
  }
  const parsed = instructionSchema.safeParse(candidate, { reportInput: true })
  const problems = parsed.success ? meaningProblems(parsed.data) : parsed.error.issues.flatMap(problemsOfIssue)
  return parsed.success && problems.length === 0 ? succeed(parsed.data) : fail(problems.slice(0, maximumProblems))
}

/** Iterates level by level, because the check against deep nesting must not recurse itself. */
function isDeeperThan(candidate: unknown, levels: number): boolean {
  let level = [candidate].filter(isContainer)
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= levels) return true
    level = level.flatMap((container) => Object.values(container)).filter(isContainer)
  }
  return false
}

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
