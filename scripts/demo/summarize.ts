// Summarises the event log of a demonstration: who advanced the session, errors, and how prompting levels fell.
import type { Fact } from '../../src-domain/event/event.schema.ts'

export type DemoSummary = {
  readonly cycles: number
  readonly steps: number
  /** Steps completed by hands seen by camera, including projected buttons. */
  readonly advancedByHands: number
  /** Of these, the picks and places. */
  readonly advancedByPickOrPlace: number
  readonly wrongPicksSeen: number
  /** The highest prompting level of any step of each product, in order. */
  readonly guidance: readonly number[]
  /** The prompting level of each step, in order. */
  readonly guidancePerStep: readonly number[]
  /** Products made without any prompt before the response. */
  readonly unaidedCycles: number
}

/** Summarises facts in the order of the event log. */
export function summarize(facts: readonly Fact[]): DemoSummary {
  const completed = facts.filter((fact) => fact.type === 'stepCompleted')
  const perCycle: { levels: number[]; highest: number }[] = []
  for (const fact of facts) {
    if (fact.type === 'cycleStarted') perCycle.push({ levels: [], highest: 0 })
    const cycle = perCycle.at(-1)
    if (fact.type !== 'stepCompleted' || !cycle) continue
    cycle.levels.push(fact.level)
    cycle.highest = Math.max(cycle.highest, fact.highestLevel)
  }
  const finished = facts.filter(({ type }) => type === 'cycleCompleted').length
  const made = perCycle.slice(0, finished)
  return {
    cycles: finished,
    steps: completed.length,
    advancedByHands: completed.filter(({ by }) => by === 'hand' || by === 'button').length,
    advancedByPickOrPlace: completed.filter(({ by }) => by === 'hand').length,
    wrongPicksSeen: facts.filter(({ type }) => type === 'errorMade').length,
    guidance: made.map(({ levels }) => Math.max(0, ...levels)),
    guidancePerStep: completed.map(({ level }) => level),
    unaidedCycles: made.filter(({ highest }) => highest === 0).length,
  }
}
