// The versions of each type of fact, and how an older one is raised to the newest. Only what is read is raised: what is stored, and
// what the hash chain covers, stays as it was written.
import type { BenchId } from '../ids.ts'
import type { Fact } from './event.schema.ts'

/** What an older fact needs to know of where it stands. */
export type RaisingContext = { readonly benchId: BenchId }

/** Raises a fact by one version. What it is given was written by the version before; its members are not checked yet. */
type Raiser = (fact: Readonly<Record<string, unknown>>, context: RaisingContext) => Record<string, unknown>

/** The text of a decision that was written into the log, before texts lay outside it: migration 8 copied it out, unsalted. */
const textBeside = (proposalId: unknown) => ({ textId: String(proposalId), sha256: '0'.repeat(64) })

/** The raisers of each type that has changed: the first raises version 1 to 2, the next 2 to 3. */
const raisers: Partial<Record<Fact['type'], readonly Raiser[]>> = {
  taskStarted: [(fact) => ({ ...fact, packageSha256: null })],
  instructionImported: [(fact) => ({ ...fact, bodySha256: null })],
  masteryProposed: [(fact) => ({ ...fact, packageSha256: null })],
  proposalAwarded: [
    ({ note, ...fact }) => ({
      ...fact,
      packageSha256: null,
      note: note === '' ? null : textBeside(fact['proposalId']),
    }),
  ],
  proposalDeclined: [({ reason: _reason, ...fact }) => ({ ...fact, reason: textBeside(fact['proposalId']) })],
  attemptJudged: [
    ({ attemptSeq, ...fact }, { benchId }) => ({ ...fact, attempt: { benchId, epoch: 0, seq: attemptSeq } }),
  ],
  noteWritten: [(fact) => ({ ...fact, sha256: null })],
}

/** The version that a fact of a type is written with. */
export const versionOf = (type: string): number => (raisers[type as Fact['type']]?.length ?? 0) + 1

/**
 * Raises a fact of an older version to the newest of its type.
 * @param version the one it was written with.
 * @returns null when the version is newer than this program knows.
 */
export function raise(
  fact: Readonly<Record<string, unknown>>,
  { type, version }: { readonly type: string; readonly version: number },
  context: RaisingContext,
): Readonly<Record<string, unknown>> | null {
  const steps = raisers[type as Fact['type']] ?? []
  if (version < 1 || version > steps.length + 1) return null
  return steps.slice(version - 1).reduce((raised, step) => step(raised, context), fact)
}
