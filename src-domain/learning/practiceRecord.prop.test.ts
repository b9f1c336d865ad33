// A record of practice answers every question as the whole history does, however it was folded: in one go, in stretches, or kept and
// restored in between.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cycleId, stepId, taskId } from '../../test/support/ids.ts'
import { dayAnswers, delayAnswers, evidenceAnswer, ruleAnswer, stepAnswers } from '../../test/support/wholePractice.ts'
import { type Correction, correctionSchema } from '../event/correction.schema.ts'
import type { Attempt } from './attempt.ts'
import { corrected } from './corrected.ts'
import { defaultSettings } from './guidanceSettings.ts'
import { replay } from './learner.ts'
import { shippedParameters } from './learnerParameters.ts'
import { demonstrates } from './mastery.ts'
import { type GuidedStep, modelGuidance } from './modelGuidance.ts'
import { fitOf } from './planWork.ts'
import {
  createPracticeRecord,
  type NextPractice,
  type PracticeRecord,
  restorePracticeRecord,
  storedPracticeSchema,
} from './practiceRecord.ts'
import { taskInsight } from './progress.ts'
import type { PracticeReset, RecordedCycle, ReviewedAttempt } from './reviewedAttempt.ts'
import { shippedRule } from './shippedRule.ts'

const dayMs = 86_400_000
const tasks = ['t', 'u'] as const
const steps = ['a', 'b', 'c'] as const
const typeOf = { a: 'pick', b: 'place', c: 'pick' } as const
/** Step c is of a block that both tasks share. */
const blockOf = (step: string) => (step === 'c' ? { blockId: 'shared' } : {})
const level = fc.constantFrom(0, 0, 0, 1, 2, 3)

const stepsDone = fc.record({
  highestLevel: level,
  startLevel: level,
  errors: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2),
  helpAsked: fc.constantFrom(false, false, false, false, true),
  lessAsked: fc.constantFrom(false, false, false, true),
  interrupted: fc.constantFrom(false, false, true),
  observed: fc.constantFrom(true, true, true, true, false),
  durationMs: fc.integer({ min: 0, max: 9000 }),
  expectedMs: fc.constantFrom(4000, 4000, 4000, 6000),
  correction: fc.constantFrom<Correction>(...Array<Correction>(12).fill('asSeen'), ...correctionSchema.options),
  skipped: fc.constantFrom(false, false, false, false, false, false, false, true),
})
/** Most do most of it well, so that there is something to propose. */
const cycle = fc.record({
  task: fc.constantFrom(...tasks),
  gapMs: fc.oneof(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 45 * dayMs })),
  done: fc.array(stepsDone, { minLength: 3, maxLength: 3 }),
  isPerfect: fc.constantFrom(...Array<boolean>(15).fill(true), false),
  isFinished: fc.constantFrom(true, true, true, true, false),
  isOrderly: fc.constantFrom(true, true, true, true, true, true, true, false),
})
const resetsDrawn = fc.array(
  fc.record({ at: fc.nat(1000), task: fc.constantFrom(...tasks), step: fc.constantFrom(null, ...steps) }),
  { maxLength: 1 },
)

type History = Required<NextPractice> & { readonly endMs: number }

/** A worker's whole practice: attempts with corrections and resets, and the cycles that were finished. */
const histories = fc
  .tuple(fc.array(cycle, { maxLength: 40, size: 'max' }), resetsDrawn, fc.constantFrom(true, true, true, false))
  .map(([drawn, resetsAt, isGood]): History => {
    let [wallMs, seq] = [Date.UTC(2026, 0, 1), 0]
    const made: {
      readonly recorded: { readonly seq: number; readonly cycleId: ReturnType<typeof cycleId> }
      readonly seen: Attempt
      readonly correction: Correction
    }[] = []
    const cycles: RecordedCycle[] = []
    drawn.forEach(({ task, gapMs, done, isPerfect, isFinished, isOrderly }, number) => {
      wallMs += gapMs
      const id = cycleId(`cycle-${number}`)
      steps.forEach((step, i) => {
        const drawnStep = done[i]
        if (!drawnStep || (drawnStep.skipped && !isPerfect)) return
        const { correction, skipped: _skipped, ...asDrawn } = drawnStep
        const isWell = isGood && isPerfect
        const well: Partial<Attempt> = {
          errors: 0,
          helpAsked: false,
          lessAsked: false,
          highestLevel: asDrawn.errors > 1 ? 1 : 0,
          startLevel: 0,
          observed: true,
          durationMs: 3000 + (asDrawn.durationMs % 1500),
        }
        wallMs += asDrawn.durationMs
        seq += 1
        made.push({
          recorded: { seq, cycleId: id },
          correction: isWell ? 'asSeen' : correction,
          seen: {
            ...asDrawn,
            ...(isWell ? well : {}),
            taskId: taskId(task),
            seq,
            stepId: stepId(step),
            ...blockOf(step),
            stepType: typeOf[step],
            difficulty: 'normal',
            cycleId: id,
            wallMs,
            day: new Date(wallMs).toISOString().slice(0, 10),
          },
        })
      })
      seq += 1
      if (isFinished) {
        cycles.push({ cycleId: id, taskId: taskId(task), seq, wallMs, durationMs: 20_000 + number, orderly: isOrderly })
      }
    })
    const resets = resetsAt.map(
      ({ at, task, step }): PracticeReset => ({
        seq: at + 0.5,
        taskId: taskId(task),
        stepId: step === null ? null : stepId(step),
        wallMs: 0,
      }),
    )
    const attempts = made.map(({ recorded, seen, correction }): ReviewedAttempt => {
      const isBegunAnew = resets.some(
        (one) => one.seq > recorded.seq && one.taskId === seen.taskId && (one.stepId ?? seen.stepId) === seen.stepId,
      )
      return {
        recorded: recorded as ReviewedAttempt['recorded'],
        seen,
        correction,
        contest: null,
        counts: isBegunAnew ? null : corrected(seen, correction),
      }
    })
    return { attempts, cycles, resets, endMs: wallMs }
  })

const parameters = shippedParameters
const folded = (practice: NextPractice): PracticeRecord => {
  const record = createPracticeRecord(parameters)
  record.take(practice)
  return record
}
const counting = ({ attempts }: NextPractice, task?: string): Attempt[] =>
  attempts.flatMap(({ counts }) => (counts && (task ?? counts.taskId) === counts.taskId ? counts : []))
const question = (task: string, step: (typeof steps)[number]): GuidedStep => ({
  taskId: taskId(task),
  stepId: stepId(step),
  ...blockOf(step),
  stepType: typeOf[step],
  difficulty: 'normal',
  mistakeIs: 'cheap',
})
const allOf = (task: string) => steps.map((step) => question(task, step))
const kept = (record: PracticeRecord): PracticeRecord =>
  restorePracticeRecord(parameters, storedPracticeSchema.parse(JSON.parse(JSON.stringify(record.stored()))))

/** Everything a coach sees at a task, and the help that is decided next. */
function answers(record: PracticeRecord, task: string, wallMs: number, drafts: readonly Attempt[] = []) {
  const guided = allOf(task)
  const history = record.taskAt(taskId(task))
  const { learner } = record
  const policy = modelGuidance({
    parameters,
    steps: new Map(guided.map((step) => [step.stepId, step])),
    wallMs,
    settings: defaultSettings,
  })
  return {
    insight: taskInsight({ learner, steps: guided, history, wallMs, settings: defaultSettings }),
    help: guided.map(({ stepId: id }) => policy.decide(id, record.ahead(drafts))),
    rule: guided.map(({ stepId: id }) => shippedRule.decide(id, history)),
    fit: fitOf(learner, { taskId: taskId(task), steps: guided }, wallMs),
  }
}

describe('a record of practice, for every history', () => {
  it('answers what a coach sees of each step as the whole history does, for an award on any day', () => {
    fc.assert(
      fc.property(histories, fc.nat(200), fc.nat(500), (practice, laterDays, awardDay) => {
        const record = folded(practice)
        const wallMs = practice.endMs + laterDays * dayMs
        const awardedWallMs = Date.UTC(2026, 0, 1) + awardDay * dayMs
        const before = practice.attempts.findLast(({ seen }) => seen.wallMs <= awardedWallMs)
        const awarded = { wallMs: awardedWallMs, seq: before?.recorded.seq ?? 0 }
        const whole = replay(parameters, counting(practice))
        for (const task of tasks) {
          const insight = taskInsight({
            learner: record.learner,
            steps: allOf(task),
            history: record.taskAt(taskId(task)),
            wallMs,
            settings: defaultSettings,
            awarded: new Map(steps.map((step) => [stepId(step), awarded])),
          })
          expect(insight.days).toEqual(dayAnswers(counting(practice, task)))
          for (const step of insight.steps) {
            const own = counting(practice, task).filter(({ stepId: id }) => id === step.stepId)
            const guided = allOf(task).find(({ stepId: id }) => id === step.stepId)
            if (!guided) throw new Error('There is no such step.')
            const estimate = whole.estimate(guided, wallMs)
            const { probeDueWallMs, ...expected } = stepAnswers(own, awarded, estimate)
            expect(step).toMatchObject({ ...expected, known: estimate.known, low: estimate.low, high: estimate.high })
            expect(step.upkeep?.probeDueWallMs).toBe(probeDueWallMs)
          }
        }
      }),
    )
  })

  it('decides help by the rule and its delays as the whole history does', () => {
    fc.assert(
      fc.property(histories, (practice) => {
        const record = folded(practice)
        for (const task of tasks) {
          const attempts = counting(practice, task)
          for (const step of steps) {
            const id = stepId(step)
            const decision = shippedRule.decide(id, record.taskAt(taskId(task)))
            const rule = ruleAnswer(attempts.filter((one) => one.stepId === id))
            expect(decision).toMatchObject({ level: rule.level, reason: rule.reason })
            expect(decision.hintDelayMs).toBe(delayAnswers(id, attempts)[decision.level === 0 ? 1 : 0])
          }
        }
      }),
    )
  })

  it('finds the evidence for a skill that the whole history has, since any event', () => {
    let found = 0
    fc.assert(
      fc.property(
        histories,
        fc.subarray([...steps], { minLength: 1 }),
        fc.constantFrom(0, 0, 10),
        (practice, of, after) => {
          const record = folded(practice)
          for (const task of tasks) {
            const cycles = practice.cycles.filter(
              ({ seq, taskId: id }) =>
                id === task && !practice.resets.some((reset) => reset.taskId === id && reset.seq > seq),
            )
            const own = practice.attempts.filter(({ seen }) => seen.taskId === task)
            const stepIds = of.map(stepId)
            const { criterion: _criterion, ...evidence } =
              demonstrates(stepIds, record.taskAt(taskId(task)), after) ?? ({ criterion: '' } as const)
            const expected = evidenceAnswer(stepIds, own, cycles, after)
            if (expected) found += 1
            expect(evidence).toEqual(expected ?? {})
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(found).toBeGreaterThan(20)
  })

  it('is the same folded in stretches, kept and restored in between', () => {
    fc.assert(
      fc.property(histories, fc.nat(100), (practice, percent) => {
        const { attempts, cycles, resets, endMs } = practice
        const whole = folded(practice)
        const last = attempts.at(-1)?.recorded.seq ?? 0
        const through = Math.floor((last * percent) / 100)
        const before = folded({
          attempts: attempts.filter(({ recorded }) => recorded.seq <= through),
          cycles: cycles.filter(({ seq }) => seq <= through),
          resets,
        })
        const restored = kept(before)
        restored.take({
          attempts: attempts.filter(({ recorded }) => recorded.seq > through),
          cycles: cycles.filter(({ seq }) => seq > through),
          resets,
        })
        expect(restored.stored()).toEqual(whole.stored())
        for (const task of tasks) expect(answers(restored, task, endMs)).toEqual(answers(whole, task, endMs))
      }),
    )
  })

  it('decides ahead as if the drafts had been made, and keeps none of them', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 3 }), (practice, drafted) => {
        const { attempts, cycles, resets, endMs } = practice
        const drafts = counting(practice).slice(-drafted)
        const whole = folded({ attempts, cycles: [], resets })
        const counted = attempts.filter(({ counts }) => counts !== null)
        const first = counted.at(-drafted)?.recorded.seq ?? 0
        const before = folded({ attempts: attempts.filter(({ recorded }) => recorded.seq < first), cycles, resets })
        const stored = structuredClone(before.stored())
        for (const task of tasks) {
          expect(answers(before, task, endMs, drafts).help).toEqual(answers(whole, task, endMs).help)
        }
        expect(before.stored()).toEqual(stored)
      }),
    )
  })
})
