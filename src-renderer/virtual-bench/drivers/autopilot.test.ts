import { beforeAll, expect, test } from 'vitest'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import { readHands } from '../../../test/support/virtualBench/handFiles.ts'
import { smallBench, smallStock } from '../../../test/support/virtualBench/smallBench.ts'
import { type BenchStage, createBenchStage } from '../benchStage.ts'
import type { HandModel } from '../hand/handModel.ts'
import type { TruthEvent } from '../world/groundTruthLog.ts'
import { type AutopilotSetup, createAutopilot, type Goal } from './autopilot.ts'
import { type Persona, personas } from './persona.ts'

let hands: Record<Hand, HandModel>
beforeAll(async () => {
  hands = await readHands()
})

const faultless = (persona: Persona): Persona => ({ ...persona, wrongPick: 0, withdrawal: 0, hesitation: 0 })

/** Lets a worker do the goals on the small bench, then rest; returns the bench, stepped by 20 ms. */
function work(goals: readonly Goal[], more: Partial<AutopilotSetup> = {}, stepMs = 20): BenchStage {
  const stage = createBenchStage({ layout: smallBench, stock: smallStock, hands, seed: 3 })
  const queue = [...goals]
  let idleSteps = 0
  stage.drive(
    createAutopilot({
      layout: smallBench,
      persona: faultless(personas.learner),
      nextGoal() {
        const goal = queue.shift() ?? null
        idleSteps = goal ? 0 : idleSteps + 1
        return goal
      },
      seed: 5,
      ...more,
    }),
  )
  while (idleSteps < 3 && stage.nowMs() < 120_000) stage.step(stepMs)
  return stage
}
const happened = (events: readonly TruthEvent[]): string[] =>
  events.map(({ type, target, hand }) => `${type} ${Array.isArray(target) ? target.join('-') : String(target)} ${hand}`)

const cycle: readonly Goal[] = [
  { kind: 'pick', target: 'A' },
  { kind: 'place', target: 'fixture' },
  { kind: 'pick', target: 'C' },
  { kind: 'place', target: 'tray' },
  { kind: 'press', target: 'done' },
]

test.each(['beginner', 'learner', 'expert'] as const)('does what it is told and nothing else, as a %s', (name) => {
  for (const works of ['left', 'right'] as const) {
    const { events, bins } = work(cycle, { persona: faultless(personas[name]), works }).truth()
    expect(happened(events)).toEqual([
      `pick A ${works}`,
      `place fixture ${works}`,
      `pick C ${works}`,
      `place tray ${works}`,
      `press done ${works}`,
    ])
    expect(bins).toEqual({ A: 9, B: 12, C: 19 })
  }
})

test('picks up a part and places it again when the placement is requested again', () => {
  const place: Goal = { kind: 'place', target: 'fixture' }
  const { events, bins } = work([{ kind: 'pick', target: 'A' }, place, place, { kind: 'wait', ms: 500 }]).truth()
  expect(happened(events)).toEqual(['pick A right', 'place fixture right', 'place fixture right'])
  expect(bins['A']).toBe(9)
})

test('grasps for at least 250 ms inside the bin and dwells at least 900 ms on a button', () => {
  for (const [seed, name] of (['expert', 'learner', 'beginner'] as const).entries()) {
    for (const event of work(cycle, { persona: faultless(personas[name]), seed }).truth().events) {
      if (event.type === 'pick') expect(event.awayMs - event.graspMs).toBeGreaterThan(250)
      if (event.type === 'press') expect(event.endMs - event.startMs).toBeGreaterThan(780)
    }
  }
})

test('uses the hand on the target’s side when both work, and keeps it for the place', () => {
  const { events } = work(
    [
      { kind: 'pick', target: 'A' },
      { kind: 'place', target: 'tray' },
      { kind: 'pick', target: 'C' },
      { kind: 'place', target: 'fixture' },
      { kind: 'press', target: 'help' },
    ],
    { works: 'both' },
  ).truth()
  expect(happened(events)).toEqual([
    'pick A left',
    'place tray left',
    'pick C right',
    'place fixture right',
    'press help left',
  ])
})

test('makes the scheduled mistakes, and puts a wrong part back', () => {
  const { events, bins } = work([...cycle.slice(0, 2), ...cycle.slice(2, 4)], {
    mistakes: [
      { atGoal: 0, kind: 'wrongBin', target: 'B' },
      { atGoal: 2, kind: 'withdraw' },
    ],
  }).truth()
  expect(happened(events)).toEqual([
    'pick B right',
    'place B right',
    'pick A right',
    'place fixture right',
    'abort C right',
    'pick C right',
    'place tray right',
  ])
  expect(bins).toEqual({ A: 9, B: 12, C: 19 })
})

test('passes over bins in a sweep that is no pick', () => {
  const { events } = work([{ kind: 'pick', target: 'A' }], {
    mistakes: [{ atGoal: 0, kind: 'sweep' }],
    persona: faultless(personas.expert),
  }).truth()
  expect(events.map(({ type }) => type)).toContain('sweep')
  expect(events.filter(({ type }) => type === 'pick').length).toBe(1)
  expect(events.filter(({ type }) => type === 'abort').length).toBe(0)
})

test('pauses before it reaches when it hesitates, and picks all the same', () => {
  const plain = work(cycle.slice(0, 1))
  const slow = work(cycle.slice(0, 1), { mistakes: [{ atGoal: 0, kind: 'hesitate' }] })
  expect(slow.nowMs()).toBeGreaterThan(plain.nowMs() + 800)
  expect(happened(slow.truth().events)).toEqual(['pick A right'])
})

test('puts back what it holds when it is asked to pick something else', () => {
  const { events, bins } = work([
    { kind: 'pick', target: 'A' },
    { kind: 'pick', target: 'B' },
    { kind: 'place', target: 'tray' },
  ]).truth()
  expect(happened(events)).toEqual(['pick A right', 'place A right', 'pick B right', 'place tray right'])
  expect(bins).toEqual({ A: 10, B: 11, C: 20 })
})

test('waits as long as it is told to', () => {
  const waited = work([{ kind: 'wait', ms: 3000 }, ...cycle.slice(0, 1)])
  const event = waited.truth().events[0]
  expect(event?.type === 'pick' && event.reachMs).toBeGreaterThan(3000)
})

test('moves the same way for the same seed, whatever the step size', () => {
  const coarse = work(cycle, {}, 40).truth()
  expect(work(cycle, {}, 40).truth()).toEqual(coarse)
  const fine = work(cycle, {}, 8).truth()
  expect(happened(fine.events)).toEqual(happened(coarse.events))
})

test('an expert works faster than a learner, a learner faster than a beginner', () => {
  const times = (['expert', 'learner', 'beginner'] as const).map((name) =>
    work(cycle, { persona: faultless(personas[name]) }).nowMs(),
  )
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect((times[2] ?? 0) / (times[0] ?? 1)).toBeGreaterThan(1.5)
})

test('moves no fingertip faster than a hurried person and without jumps', () => {
  const stage = createBenchStage({ layout: smallBench, stock: smallStock, hands, seed: 3 })
  const queue = [...cycle]
  stage.drive(
    createAutopilot({
      layout: smallBench,
      persona: faultless(personas.expert),
      nextGoal: () => queue.shift() ?? null,
      seed: 8,
    }),
  )
  let last: readonly { readonly x: number; readonly y: number; readonly z: number }[] | null = null
  while (stage.nowMs() < 15_000) {
    stage.step(10)
    const now = stage.truth().hands.map(({ grip }) => grip)
    for (const [i, grip] of now.entries()) {
      const before = last?.[i]
      if (before) expect(Math.hypot(grip.x - before.x, grip.y - before.y, grip.z - before.z)).toBeLessThan(25)
    }
    last = now
  }
})

test('names the target of a goal that the bench does not have', () => {
  expect(() => work([{ kind: 'pick', target: 'Q' }])).toThrow('"Q"')
})
