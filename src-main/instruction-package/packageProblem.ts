// Problems of a package as a whole, as opposed to those inside its instruction.
import type { Problem } from '../../src-domain/result.ts'

export const wholePackage = '(the whole package)'
export const instructionPath = 'instruction.json'

/** The maximum length of a report: an author corrects a few problems and tries again. */
export const maximumProblems = 50

/** Aborts reading with the problems found; caught in `readPackage` and never thrown to callers. */
export class Refusal extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, reason }) => `${path}: ${reason}`).join('; '))
    this.problems = problems
  }
}

/** Makes a name from an untrusted file safe to print: at most 80 characters, no invisible ones. */
export const printable = (name: string): string =>
  name === '' ? '(no name)' : name.slice(0, 80).replaceAll(/[^\x20-\x7e]/g, '·') + (name.length > 80 ? '…' : '')
