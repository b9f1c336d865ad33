// Says whether a parsed JSON value is an instruction, and if not: where, why, and what to do.
import { fail, type Problem, type Result, succeed } from '../result.ts'
import { type Instruction, instructionSchema } from './instruction.schema.ts'
import { meaningProblems } from './meaningProblems.ts'
import { problemsOfIssue } from './problemsOfIssue.ts'

const maximumProblems = 50
/** A step five groups deep stands 14 levels deep in the file; nothing sensible comes near this. */
const maximumDepth = 40

/**
 * Checks shape, references, languages and the sense of each step.
 * @returns the instruction with defaults filled in, or up to 50 problems, each with its place and remedy.
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

/** Walks level by level, because the check that protects against deep nesting must not itself recurse. */
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
