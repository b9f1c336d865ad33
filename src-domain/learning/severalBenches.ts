// One worker's practice from the logs of several benches, in one order that is the same whichever log is read first. Where benches do
// not agree, each one's account is folded by itself, and the one that asks for the most help decides.
import type { Correction } from '../event/correction.schema.ts'
import type { BenchId } from '../ids.ts'
import type { Attempt } from './attempt.ts'
import { corrected } from './corrected.ts'
import type { HelpDecision } from './decideHelp.ts'

/** An attempt as its bench saw it, with the event that it stands in and what coaches at any bench made of it. */
export type AttemptAt = {
  readonly benchId: BenchId
  readonly epoch: number
  readonly seq: number
  readonly attempt: Attempt
  readonly corrections: ReadonlyMap<BenchId, Correction>
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

/** By time of day; at the same time by bench, epoch and sequence. */
const inOrder = (a: AttemptAt, b: AttemptAt): number =>
  compare(a.attempt.wallMs, b.attempt.wallMs) ||
  compare(a.benchId, b.benchId) ||
  compare(a.epoch, b.epoch) ||
  compare(a.seq, b.seq)

const stepOf = ({ taskId, stepId, blockId }: Attempt): string => JSON.stringify([blockId ?? taskId, stepId])
const beganMs = ({ wallMs, durationMs }: Attempt): number => wallMs - durationMs

/** Attempts that stand by themselves, and those of which at most one can be true: nobody does one step at two benches at once. */
function groupsOf(logs: readonly (readonly AttemptAt[])[]): AttemptAt[][] {
  const known = new Map(logs.flat().map((one) => [JSON.stringify([one.benchId, one.epoch, one.seq]), one]))
  const groups: AttemptAt[][] = []
  const latestAt = new Map<string, AttemptAt[]>()
  for (const one of [...known.values()].sort(inOrder)) {
    const before = latestAt.get(stepOf(one.attempt))
    if (before?.some(({ benchId, attempt }) => benchId !== one.benchId && beganMs(one.attempt) < attempt.wallMs)) {
      before.push(one)
    } else {
      const group = [one]
      latestAt.set(stepOf(one.attempt), group)
      groups.push(group)
    }
  }
  return groups
}

/** Coaches' corrections in the order of their benches. */
const correctionsOf = ({ corrections }: AttemptAt) => [...corrections].sort(([a], [b]) => compare(a, b))

/** The benches whose account differs from another's. */
function disagreeing(groups: readonly (readonly AttemptAt[])[]): BenchId[] {
  const benches = groups.flatMap((group) => [
    ...(new Set(group.map(({ benchId }) => benchId)).size > 1 ? group.map(({ benchId }) => benchId) : []),
    ...group.flatMap(({ corrections }) => (new Set(corrections.values()).size > 1 ? [...corrections.keys()] : [])),
  ])
  return [...new Set(benches)].sort()
}

/**
 * All that a worker practised as it counts, oldest first: once where the benches agree, otherwise as each of them has it. An event
 * that stands in several logs counts once.
 */
export function accountsOf(logs: readonly (readonly AttemptAt[])[]): Attempt[][] {
  const groups = groupsOf(logs)
  const accountOf = (benchId: BenchId | null): Attempt[] =>
    groups
      .flatMap((group) => {
        const own = group.filter((one) => one.benchId === benchId)
        return own.length > 0 ? own : group.filter((one) => one.benchId === group[0]?.benchId)
      })
      .sort(inOrder)
      .flatMap((one) => {
        const said = correctionsOf(one)
        const [, correction] = said.find(([by]) => by === benchId) ?? said[0] ?? [null, 'asSeen' as const]
        return corrected(one.attempt, correction) ?? []
      })
  const benches = disagreeing(groups)
  return benches.length === 0 ? [accountOf(null)] : benches.map(accountOf)
}

/** The decision for the most help, of those that follow from each account; the first of equal ones. */
export const mostHelp = (decisions: readonly HelpDecision[]): HelpDecision | null =>
  decisions.reduce<HelpDecision | null>((most, one) => (most === null || one.level > most.level ? one : most), null)
