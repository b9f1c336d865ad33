// Problems of a package as a whole, beside those inside its instruction.
import type { Problem } from '../../src-domain/result.ts'

export const wholePackage = '(the whole package)'
export const instructionPath = 'instruction.json'

/** No report is longer: an author mends a few and tries again. */
export const maximumProblems = 50

/** Carries problems out of a reading that cannot go on; caught at the door and never seen outside. */
export class Refusal extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, reason }) => `${path}: ${reason}`).join('; '))
    this.problems = problems
  }
}

/** A name from a file nobody vouches for, safe to print: at most 80 characters, none of them invisible. */
export const printable = (name: string): string =>
  name === '' ? '(no name)' : name.slice(0, 80).replaceAll(/[^\x20-\x7e]/g, '·') + (name.length > 80 ? '…' : '')
