import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { cycleId, proposalId, skillId } from '../../test/support/ids.ts'
import { instruction, step } from '../../test/support/tasks.ts'
import { taskHistoryOf } from '../../test/support/wholePractice.ts'
import {
  type EarlierProposal,
  evidenceFor,
  groundlessProposals,
  proposableSkills,
  type TaskPractice,
} from './masteryProposals.ts'

const dayMs = 86_400_000
const { skills } = instruction('pen', [step('pick', 'pick')], ['pick'])
const earlier = (change: Partial<EarlierProposal> = {}): EarlierProposal => ({
  proposalId: proposalId('p1'),
  skillId: skillId('pen-skill'),
  state: 'open',
  decidedSeq: null,
  ...change,
})

/** One cycle of one unaided attempt on each of the first days of the year. */
const unaidedOn = (...days: readonly number[]): TaskPractice => ({
  history: taskHistoryOf(
    days.map((day) =>
      attempt({ highestLevel: 0, day: `2026-01-0${day}`, wallMs: day * dayMs, cycleId: cycleId(`c${day}`) }),
    ),
    days.map((day) => ({
      seq: day,
      cycleId: cycleId(`c${day}`),
      wallMs: day * dayMs,
      orderly: true,
      durationMs: 4000,
    })),
  ),
})
const evidence = (before: readonly EarlierProposal[], practice: TaskPractice) =>
  proposableSkills(skills, before).map((one) => evidenceFor(one, practice)?.unaidedCleanCycles ?? null)

describe('a skill', () => {
  it('is proposed once it was demonstrated, and not before', () => {
    expect(evidence([], unaidedOn(1, 2))).toEqual([null])
    expect(evidence([], unaidedOn(1, 2, 3))).toEqual([3])
  })

  it('is not proposed while a proposal is open or once it was awarded', () => {
    expect(proposableSkills(skills, [earlier()])).toEqual([])
    expect(proposableSkills(skills, [earlier({ state: 'awarded', decidedSeq: 1 })])).toEqual([])
  })

  it('is proposed again after a refusal, by cycles finished since then', () => {
    const declined = [earlier({ state: 'declined', decidedSeq: 3 })]
    expect(evidence(declined, unaidedOn(1, 2, 3, 4, 5))).toEqual([null])
    expect(evidence(declined, unaidedOn(1, 2, 3, 4, 5, 6))).toEqual([3])
  })

  it('counts cycles finished after a refusal also when the clock has been set back since', () => {
    const declined = [earlier({ state: 'declined', decidedSeq: 3 })]
    const { history } = unaidedOn(1, 2, 3, 4, 5, 6)
    const cleanCycles = history.cleanCycles.map((cycle) => ({
      ...cycle,
      wallMs: cycle.wallMs - (cycle.seq > 3 ? 3 * dayMs : 0),
    }))
    expect(evidence(declined, { history: { ...history, cleanCycles } })).toEqual([3])
  })

  it('needs the learner model to be sure as well, where the model is switched on', () => {
    const withModel = (known: number): TaskPractice => ({ ...unaidedOn(1, 2, 3), estimateOf: () => ({ known }) })
    expect(evidence([], withModel(0.9))).toEqual([null])
    expect(evidence([], withModel(0.97))).toEqual([3])
  })
})

describe('an open proposal', () => {
  it('stands while its ground stands, and is groundless after that', () => {
    expect(groundlessProposals(skills, [earlier()], unaidedOn(1, 2, 3))).toEqual([])
    expect(groundlessProposals(skills, [earlier()], unaidedOn(1, 2))).toEqual(['p1'])
  })

  it('that was decided stays as it was decided', () => {
    const decided = [earlier({ state: 'awarded', decidedSeq: 1 }), earlier({ state: 'declined', decidedSeq: 1 })]
    expect(groundlessProposals(skills, decided, unaidedOn(1))).toEqual([])
  })
})
