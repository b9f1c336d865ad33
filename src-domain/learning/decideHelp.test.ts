import { describe, expect, it } from 'vitest'
import { attempt } from '../../test/support/attempts.ts'
import { stepId, taskId } from '../../test/support/ids.ts'
import type { Attempt } from './attempt.ts'
import { decideHelp } from './decideHelp.ts'
import { defaultSettings, type GuidanceSettings } from './guidanceSettings.ts'
import { replay, type StepInQuestion } from './learner.ts'
import { shippedParameters } from './learnerParameters.ts'

const dayMs = 86_400_000
const step: StepInQuestion = { taskId: taskId('pen'), stepId: stepId('pick'), stepType: 'pick', difficulty: 'normal' }
type Asked = {
  afterDays?: number
  mistakeIs?: 'cheap' | 'costly' | 'unsafe'
  settings?: Partial<GuidanceSettings>
  at?: StepInQuestion
}

function decide(
  history: readonly Attempt[],
  { afterDays = 0, mistakeIs = 'cheap', settings = {}, at = step }: Asked = {},
) {
  const wallMs = (history.at(-1)?.wallMs ?? 0) + afterDays * dayMs
  const estimate = replay(shippedParameters, history).estimate(at, wallMs)
  return decideHelp({
    stepId: stepId('pick'),
    mistakeIs,
    estimate,
    parameters: shippedParameters,
    settings: { ...defaultSettings, ...settings },
  })
}

/** Lives through right answers, each with the help decided for it. */
function practised(times: number, asked: Asked = {}): Attempt[] {
  const history: Attempt[] = []
  for (let i = 0; i < times; i++) {
    const { level } = decide(history, asked)
    const day = Math.floor(i / 5)
    const wallMs = day * dayMs + i * 60_000
    history.push(attempt({ startLevel: level, highestLevel: level, wallMs, day: `day${day}` }))
  }
  return history
}
const then = (history: readonly Attempt[], change: Partial<Attempt>): Attempt[] => {
  const last = history.at(-1) ?? attempt()
  return [...history, { ...last, wallMs: last.wallMs + 60_000, ...change }]
}

describe('help for the next attempt', () => {
  it('starts a new step with everything shown', () => {
    expect(decide([])).toEqual({ level: 3, reason: { code: 'newStep' } })
  })

  it('hints at least once at what was never done, however much a worker can do', () => {
    const expert = Array.from({ length: 400 }, (_, i) =>
      attempt({ stepId: stepId(`step${i % 40}`), highestLevel: 0, wallMs: i * 60_000, difficulty: 'easy' }),
    )
    expect(decide(expert, { at: { ...step, difficulty: 'easy' } })).toMatchObject({
      level: 1,
      reason: { code: 'newButFamiliar' },
    })
  })

  it('hints once at a step that is known from another task, then goes on from what is known', () => {
    const shared = practised(60).map((one) => ({ ...one, blockId: 'finish' }))
    const at = { ...step, taskId: taskId('lamp'), blockId: 'finish' }
    expect(decide(shared, { at })).toEqual({ level: 1, reason: { code: 'knownElsewhere' } })
    expect(decide(shared, { at, afterDays: 8 })).toEqual({ level: 1, reason: { code: 'knownElsewhere' } })
    const done = then(shared, { taskId: taskId('lamp'), startLevel: 1, highestLevel: 0 })
    expect(decide(done, { at })).toMatchObject({ level: 0, reason: { code: 'keptIndependent' } })
  })

  it('hints once at a step that has changed, however well it was known', () => {
    const before = { kind: 'pick', part: 'cap', zone: 'tray' } as const
    const known = practised(60).map((one) => ({ ...one, aspects: before }))
    expect(decide(known, { at: { ...step, aspects: before } }).level).toBe(0)
    const changed = decide(known, { at: { ...step, aspects: { ...before, part: 'lid' } }, afterDays: 8 })
    expect(changed.level).toBeGreaterThan(0)
    expect(changed.reason.code).toBe('changedStep')
  })
  it('fades one level at a time down to none while all goes well', () => {
    const levels = practised(60).map(({ highestLevel }) => highestLevel)
    expect(levels[0]).toBe(3)
    expect(levels.at(-1)).toBe(0)
    levels.forEach((level, i) => expect((levels[i - 1] ?? 3) - level).toBeLessThanOrEqual(1))
    expect(decide(practised(60)).reason.code).toBe('keptIndependent')
  })

  it('keeps help as it was after one slip at what is known, and never lessens it', () => {
    const slipped = then(practised(60), { errors: 1, startLevel: 0, highestLevel: 1 })
    expect(decide(slipped)).toMatchObject({ level: 0, reason: { code: 'onlyASlip' } })
  })

  it('raises help at once after errors at what is hardly known', () => {
    let history = practised(60).slice(0, 6)
    for (let i = 0; i < 3; i++) history = then(history, { errors: 1, startLevel: 0, highestLevel: 1 })
    const { level, reason } = decide(history)
    expect(level).toBeGreaterThan(0)
    expect(reason.code).toBe('raisedAfterError')
  })

  it('raises help by one when it was asked for, and lowers it by one when less was', () => {
    expect(decide(then(practised(60), { helpAsked: true, startLevel: 0, highestLevel: 1 }))).toEqual({
      level: 1,
      reason: { code: 'raisedAfterHelp' },
    })
    expect(decide(then(practised(2), { lessAsked: true, highestLevel: 3, startLevel: 3 }))).toEqual({
      level: 2,
      reason: { code: 'lessAsked' },
    })
  })

  it('always raises help after an error where a mistake is costly or unsafe', () => {
    const slipped = then(practised(60), { errors: 1, startLevel: 0, highestLevel: 1 })
    expect(decide(slipped, { mistakeIs: 'costly' }).level).toBe(1)
    expect(decide(slipped, { mistakeIs: 'unsafe' }).reason.code).toBe('raisedAfterError')
  })

  it('fades later where a mistake is costly, and tries nothing out there', () => {
    const unaided = (mistakeIs: 'cheap' | 'costly') =>
      practised(80, { mistakeIs }).findIndex(({ highestLevel }) => highestLevel === 0)
    expect(unaided('costly')).toBeGreaterThan(unaided('cheap'))
    const known = practised(60)
    expect(decide(known, { afterDays: 8 }).reason).toMatchObject({ code: 'probe', days: 8 })
    expect(decide(known, { afterDays: 8, mistakeIs: 'unsafe' }).reason.code).not.toBe('probe')
  })

  it('brings help back by itself after a long break, the later the better the step had settled', () => {
    const [fresh, settled] = [practised(15), practised(60)]
    expect([decide(fresh).level, decide(settled).level]).toEqual([0, 0])
    expect(decide(fresh, { afterDays: 60 })).toEqual({ level: 1, reason: { code: 'afterBreak', days: 60 } })
    expect(decide(fresh, { afterDays: 365 })).toEqual({ level: 2, reason: { code: 'afterBreak', days: 365 } })
    expect(decide(settled, { afterDays: 60 }).level).toBe(0)
  })

  it('tries one level less after five demonstrations that went well', () => {
    const shown = Array.from({ length: 5 }, (_, i) => attempt({ wallMs: i, highestLevel: 3, startLevel: 3 }))
    const patient = { settings: { hintsPerMistake: 1000 } }
    expect(decide(shown.slice(0, 4), patient).level).toBe(3)
    expect(decide(shown, patient)).toEqual({ level: 2, reason: { code: 'tryWithLess', correct: 5 } })
    expect(decide(shown, { ...patient, mistakeIs: 'costly' }).level).toBe(3)
  })

  it('shows more for a coach to whom a mistake is worth more hints', () => {
    const meanLevel = (hintsPerMistake: number) =>
      practised(40, { settings: { hintsPerMistake } }).reduce((sum, { highestLevel }) => sum + highestLevel, 0)
    expect(meanLevel(30)).toBeGreaterThan(meanLevel(10))
  })
})

describe('what people decide', () => {
  const known = practised(60)
  /** The same with the events that they were completed with. */
  const logged = known.map((one, index) => ({ ...one, seq: index + 1 }))
  const wished = logged.length + 1
  const later = { seq: wished + 1 }

  it('holds over the model: a pin, a least, a most', () => {
    const bounded = (bounds: GuidanceSettings['bounds']) => decide(known, { settings: { bounds } })
    expect(bounded({ pinned: 2 })).toEqual({ level: 2, reason: { code: 'pinned', level: 2 } })
    expect(bounded({ least: 1 })).toEqual({ level: 1, reason: { code: 'coachLimit', level: 1 } })
    expect(decide([], { settings: { bounds: { most: 2 } } })).toEqual({
      level: 2,
      reason: { code: 'coachLimit', level: 2 },
    })
    const stepBounds = new Map([[stepId('pick'), { pinned: 3 as const }]])
    expect(decide(known, { settings: { bounds: { pinned: 1 }, stepBounds } }).level).toBe(3)
  })

  it('shows a step in full once when the coach wants it demonstrated, and fades again after that', () => {
    const settings = { demonstrateSince: new Map([[stepId('pick'), wished]]) }
    expect(decide(logged, { settings })).toEqual({ level: 3, reason: { code: 'demonstrationAsked' } })
    const shown = then(logged, { ...later, startLevel: 3, highestLevel: 3 })
    expect(decide(shown, { settings })).toMatchObject({ level: 2, reason: { code: 'expectedToGoWell' } })
  })

  it('shows a step in full once where a coach wants that, also where help is fixed', () => {
    const settings = {
      bounds: { pinned: 1, most: 2 } as const,
      demonstrateSince: new Map([[stepId('pick'), wished]]),
    }
    expect(decide(logged, { settings })).toEqual({ level: 3, reason: { code: 'demonstrationAsked' } })
    expect(decide(then(logged, later), { settings }).reason.code).toBe('pinned')
  })

  it('takes a demonstration for given that was shown after it was asked, also when the clock was set back', () => {
    const settings = { demonstrateSince: new Map([[stepId('pick'), wished]]) }
    const shown = then(logged, { startLevel: 3, highestLevel: 3, ...later, wallMs: (logged[0]?.wallMs ?? 0) - 1 })
    expect(decide(shown, { settings }).reason.code).not.toBe('demonstrationAsked')
  })

  it('waits with a demonstration for the task it was asked at', () => {
    const shared = logged.map((one) => ({ ...one, blockId: 'finish' }))
    const settings = { demonstrateSince: new Map([[stepId('pick'), wished]]) }
    const at = { ...step, blockId: 'finish' }
    expect(decide(then(shared, { ...later, taskId: taskId('lamp') }), { settings, at }).reason.code).toBe(
      'demonstrationAsked',
    )
    expect(decide(then(shared, later), { settings, at }).reason.code).not.toBe('demonstrationAsked')
  })

  it('keeps the help of a mentor-dependent worker, unless they ask for less', () => {
    const settings = { mentorDependent: true }
    expect(practised(40, { settings }).every(({ highestLevel }) => highestLevel === 3)).toBe(true)
    const asked = then(practised(5, { settings }), { lessAsked: true })
    expect(decide(asked, { settings })).toEqual({ level: 2, reason: { code: 'lessAsked' } })
  })

  it('can switch the model off for a fixed level', () => {
    expect(decide(known, { settings: { by: 2 } })).toEqual({ level: 2, reason: { code: 'switchedOff' } })
  })
})
