// Properties under any sequence of commands, interactions and faults: one active step, nothing done twice or skipped, abort
// always leaves.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as command from '../../src-domain/session/decideCommand.ts'
import type { Situation } from '../../src-domain/session/deciding.ts'
import { mayHappen, replay } from '../../src-domain/session/session.machine.ts'
import { StoryBench } from '../support/storyBench.ts'
import { boxTask, penTask } from '../support/tasks.ts'

/** `npm run check` uses 300 sequences, `npm test` 1000, `npm run test:long` 10,000. */
const runs = Number(process.env['HANDWIJZER_SEQUENCES'] ?? 300)

type Act = (bench: StoryBench) => unknown

const targets = fc.constantFrom('A', 'B', 'C', 'D', 'Z1', 'Z2', 'nowhere')
const confidence = fc.double({ min: 0, max: 1, noNaN: true })
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(targets, confidence).map(
      ([target, sure]): Act =>
        (bench) =>
          bench.picks(target, sure),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(targets, confidence).map(
      ([target, sure]): Act =>
        (bench) =>
          bench.places(target, sure),
    ),
  },
  {
    weight: 2,
    arbitrary: targets.map(
      (target): Act =>
        (bench) =>
          bench.sees('removal', target),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('done', 'help', 'pause').map(
      (button): Act =>
        (bench) =>
          bench.presses(button),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.integer({ min: 0, max: 12_000 }).map(
      (ms): Act =>
        (bench) =>
          bench.after(ms),
    ),
  },
  {
    weight: 12,
    arbitrary: fc
      .constantFrom(
        command.pause,
        command.resume,
        command.askForHelp,
        command.askForLess,
        command.skip,
        command.takeBack,
        (s: Situation) => command.contest(s, 'sawWrong'),
        command.endTask,
        command.signOut,
        command.callSomeone,
        command.answerCall,
      )
      .map(
        (decide): Act =>
          (bench) =>
            bench.perform(decide),
      ),
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('button', 'key', 'pedal')
      .map((by) => (bench: StoryBench) => bench.perform((s) => command.confirm(s, by))),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('sam', 'noor', null).map(
      (who): Act =>
        (bench) =>
          bench.signedIn(who),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(penTask, boxTask).map(
      (task): Act =>
        (bench) => {
          if (!bench.session.context.run) bench.started(task)
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(
        { type: 'sightLost', state: 'unplugged' } as const,
        { type: 'sightReturned' } as const,
        { type: 'deviceLost', device: 'scale' } as const,
        { type: 'deviceReturned', device: 'scale' } as const,
        { type: 'serviceRestarted' } as const,
      )
      .map(
        (fact): Act =>
          (bench) => {
            if (!mayHappen(bench.session, { ...fact, seq: 0, monoMs: bench.monoMs })) return
            if (fact.type === 'serviceRestarted') bench.monoMs = 0
            bench.enter(fact)
          },
      ),
  },
)

function check(bench: StoryBench): void {
  const { context } = bench.session
  const { session } = bench
  const stepping = session.matches({ work: { working: { active: 'stepping' } } })
  const between = session.matches({ work: { working: { active: 'betweenSteps' } } })
  expect(between).toBe(false)
  if (stepping) expect(context.step).not.toBeNull()
  if (context.cycle) expect(new Set(context.cycle.doneKeys).size).toBe(context.cycle.doneKeys.length)
  if (context.step) expect(context.cycle?.doneKeys).not.toContain(context.step.key)
  for (const fact of bench.log) if (fact.type === 'stepCompleted') expect(fact.durationMs).toBeGreaterThanOrEqual(0)
}

/**
 * Between two cycle starts, every step of a completed cycle was completed or skipped exactly once more often than it was undone.
 */
function checkCycles(bench: StoryBench): void {
  let balance = new Map<string, number>()
  let steps = 0
  for (const fact of bench.log) {
    if (fact.type === 'taskStarted') steps = (fact.taskId === 'pen' ? penTask : boxTask).plan.steps.length
    if (fact.type === 'cycleStarted') balance = new Map()
    if (fact.type === 'stepCompleted' || fact.type === 'stepSkipped')
      balance.set(fact.stepKey, (balance.get(fact.stepKey) ?? 0) + 1)
    if (fact.type === 'stepTakenBack') balance.set(fact.stepKey, (balance.get(fact.stepKey) ?? 0) - 1)
    if (fact.type === 'cycleCompleted') {
      expect(balance.size).toBe(steps)
      for (const count of balance.values()) expect(count).toBe(1)
    }
  }
}

describe('a session under any sequence of commands and faults', () => {
  it('has one active step, does none twice, skips none, and leaves on abort', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 100 }), (sequence) => {
        const bench = new StoryBench().signedIn().started(penTask)
        for (const act of sequence) {
          act(bench)
          check(bench)
        }
        checkCycles(bench)
        expect(replay(bench.log).context).toEqual(bench.session.context)
        if (bench.session.context.run) bench.perform(command.endTask)
        if (bench.session.context.sessionId !== null) bench.perform(command.signOut)
        expect(bench.view.phase).toBe('signedOut')
      }),
      { numRuns: runs },
    )
  })
})
