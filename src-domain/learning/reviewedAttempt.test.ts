import { describe, expect, it } from 'vitest'
import { cycleId, stepId, taskId } from '../../test/support/ids.ts'
import { instruction, step } from '../../test/support/tasks.ts'
import { shippedParameters } from './learnerParameters.ts'
import { createPracticeRecord } from './practiceRecord.ts'
import {
  attemptsOf,
  countingAttempts,
  cyclesSinceReset,
  type LoggedPractice,
  type RecordedAttempt,
  type ReviewedAttempt,
} from './reviewedAttempt.ts'

const pen = instruction('pen', [step('pick', 'pick'), step('place', 'place')], ['pick', 'place'])

const firstCycle = cycleId('c1')
type Seen = Partial<Pick<RecordedAttempt, 'cycleId' | 'packageSha256'> & RecordedAttempt['fact']>

const done = (seq: number, { cycleId = firstCycle, packageSha256 = 'first', ...fact }: Seen = {}): RecordedAttempt => ({
  seq,
  taskId: taskId('pen'),
  packageSha256,
  instructionVersion: 1,
  cycleId,
  wallMs: seq * 1000,
  day: '2026-01-01',
  decision: null,
  fact: {
    type: 'stepCompleted',
    stepKey: 'pick#1',
    stepId: stepId('pick'),
    by: 'hand',
    level: 1,
    highestLevel: 1,
    errors: 0,
    helpAsked: false,
    lessAsked: false,
    interrupted: false,
    durationMs: 4000,
    confidence: 1,
    sources: ['landmarks'],
    ...fact,
  },
})

const record = (change: Partial<LoggedPractice> = {}): LoggedPractice => ({
  attempts: [done(1), done(2, { errors: 1, highestLevel: 2 })],
  contests: [],
  corrections: new Map(),
  resets: [],
  instructionAt: (which) => ('packageSha256' in which && which.packageSha256 !== 'first' ? null : pen),
  ...change,
})

describe('an attempt on record', () => {
  it('counts as it was seen while nobody says otherwise', () => {
    const [first, second] = attemptsOf(record())
    expect(first).toMatchObject({ correction: 'asSeen', contest: null, counts: { stepId: 'pick', errors: 0 } })
    expect(second?.counts).toEqual(second?.seen)
  })

  it('counts as a coach corrected it, and what was seen stays readable', () => {
    const [, second] = attemptsOf(record({ corrections: new Map([[2, 'noMistake']]) }))
    expect(second).toMatchObject({ seen: { errors: 1, highestLevel: 2 }, counts: { errors: 0, highestLevel: 1 } })
  })

  it('is left out when its version of the instruction does not know the step', () => {
    const unknown = [done(1, { packageSha256: 'unknown' }), done(2, { stepId: stepId('glue') }), done(3)]
    expect(attemptsOf(record({ attempts: unknown })).map(({ recorded }) => recorded.seq)).toEqual([3])
  })

  it('belongs to the block that the newest version names, however old it is', () => {
    const shared = instruction('pen', [step('pick', 'pick', { block: 'take-a-part' })], ['pick'])
    const [first] = attemptsOf(record({ instructionAt: (which) => ('newestOf' in which ? shared : pen) }))
    expect(first?.seen.blockId).toBe('take-a-part')
  })

  it('stops counting when its step or its whole task is begun anew later', () => {
    const reset = { taskId: taskId('pen'), wallMs: 0 }
    const counted = (...resets: LoggedPractice['resets']) =>
      countingAttempts(attemptsOf(record({ resets }))).map(({ wallMs }) => wallMs)
    expect(counted({ ...reset, seq: 2, stepId: stepId('pick') })).toEqual([2000])
    expect(counted({ ...reset, seq: 9, stepId: null })).toEqual([])
    expect(counted({ ...reset, seq: 9, stepId: stepId('place') })).toEqual([1000, 2000])
    expect(counted({ ...reset, taskId: taskId('bell'), seq: 9, stepId: null })).toEqual([1000, 2000])
  })
})

describe('a contest', () => {
  const openContests = (all: readonly ReviewedAttempt[]) => all.filter(({ contest }) => contest?.open).length
  const contests = [{ cycleId: cycleId('c1'), stepKey: 'pick#1', because: 'sawWrong', wallMs: 5 }] as const
  const attempts = [done(2, { errors: 1 })]

  it('is open until a coach has decided, be it to keep what was seen', () => {
    expect(openContests(attemptsOf(record({ attempts, contests })))).toBe(1)
    const decided = attemptsOf(record({ attempts, contests, corrections: new Map([[2, 'asSeen']]) }))
    expect(decided[0]?.contest).toEqual({ because: 'sawWrong', wallMs: 5, open: false })
    expect(openContests(decided)).toBe(0)
  })

  it('is no longer open when the step was begun anew', () => {
    const resets = [{ seq: 9, taskId: taskId('pen'), stepId: null, wallMs: 9 }]
    expect(openContests(attemptsOf(record({ attempts, contests, resets })))).toBe(0)
  })
})

describe('a finished cycle', () => {
  const finished = (seq: number, id: string, orderly = true) => ({
    taskId: taskId('pen'),
    seq,
    cycleId: cycleId(id),
    wallMs: seq * 1000,
    durationMs: 8000,
    orderly,
  })
  const cycles = [finished(0, 'c0'), finished(2, 'c1'), finished(4, 'c2'), finished(6, 'c3', false)]
  const attempts = [done(1), done(3, { cycleId: cycleId('c2'), errors: 1 }), done(5, { cycleId: cycleId('c3') })]
  /** What each cycle does to the clean ones before it: it is one more of them, the end of them, or nothing. */
  const counted = (change: Partial<LoggedPractice> = {}) => {
    const practice = record({ attempts, ...change })
    return cycles.slice(1).map((cycle) => {
      const made = createPracticeRecord(shippedParameters)
      made.take({ attempts: attemptsOf(practice), cycles: [finished(0, 'c0'), cycle], resets: [] })
      return ['fault', 'nothing', 'clean'][made.taskAt(taskId('pen')).cleanCycles.length]
    })
  }

  it('is clean without error, request for help, skipping or taking back', () => {
    expect(counted()).toEqual(['clean', 'fault', 'fault'])
  })

  it('is clean when its only error was none, and not when one was missed', () => {
    expect(counted({ corrections: new Map([[3, 'noMistake']]) })).toEqual(['clean', 'clean', 'fault'])
    expect(counted({ corrections: new Map([[1, 'mistake']]) })).toEqual(['fault', 'fault', 'fault'])
  })

  it('does not count while one of its attempts is set aside', () => {
    expect(counted({ corrections: new Map([[1, 'notDone']]) })).toEqual(['nothing', 'fault', 'fault'])
  })

  it('does not count when practice was begun anew after it', () => {
    const reset = { seq: 5, taskId: taskId('pen'), stepId: stepId('place'), wallMs: 20 }
    const left = (resets: LoggedPractice['resets']) => cyclesSinceReset(cycles, resets).map(({ seq }) => seq)
    expect(left([reset])).toEqual([6])
    const clockSetBack = { ...reset, wallMs: 5 }
    expect(left([clockSetBack])).toEqual([6])
    expect(left([{ ...reset, taskId: taskId('bell') }])).toEqual([0, 2, 4, 6])
  })
})
