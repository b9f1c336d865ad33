// Traverses the session machine's graph: every declared transition is taken.
import { getShortestPaths } from '@xstate/graph'
import { describe, expect, it } from 'vitest'
import { sessionFactSchema } from '../../src-domain/event/event.schema.ts'
import { sessionMachine } from '../../src-domain/session/session.machine.ts'
import type { SessionEvent } from '../../src-domain/session/sessionContext.ts'

const at = { seq: 1, monoMs: 1 }
const observed = { confidence: 0.9, sources: [] }
const started = { level: 3, reason: { code: 'newStep' }, hintDelayMs: 4000, policy: 'p' } as const
const facts = sessionFactSchema.array().parse([
  { type: 'workerSignedIn', sessionId: 's', personId: 'w', by: 'badge' },
  { type: 'workerSignedOut', sessionId: 's' },
  { type: 'taskStarted', runId: 'r', taskId: 't', packageSha256: null, instructionVersion: 1, layoutId: 'l' },
  { type: 'taskEnded', runId: 'r', reason: 'aborted' },
  { type: 'cycleStarted', cycleId: 'c', number: 1 },
  { type: 'cycleCompleted', cycleId: 'c', clean: true, durationMs: 1 },
  { type: 'stepStarted', stepKey: 'a#1', stepId: 'a', ...started },
  { type: 'stepStarted', stepKey: 'b#1', stepId: 'b', insteadOf: 'a#1', ...started },
  {
    type: 'stepCompleted',
    stepKey: 'a#1',
    stepId: 'a',
    by: 'hand',
    level: 3,
    highestLevel: 3,
    errors: 0,
    helpAsked: false,
    lessAsked: false,
    interrupted: false,
    durationMs: 1,
    ...observed,
  },
  { type: 'stepSkipped', stepKey: 'b#1', stepId: 'b' },
  { type: 'stepTakenBack', stepKey: 'a#1', stepId: 'a', because: 'asked' },
  { type: 'errorMade', stepKey: 'a#1', target: 'B', error: 'wrongPart', ...observed },
  { type: 'detectionContested', cycleId: 'c', stepKey: 'a#1', stepId: 'a', because: 'notMe' },
  { type: 'interactionDoubted', stepKey: 'a#1', kind: 'pick', target: 'A', ...observed },
  { type: 'helpShown', stepKey: 'a#1', level: 3, because: 'asked' },
  { type: 'helpLessened', stepKey: 'a#1', level: 2 },
  { type: 'paused' },
  { type: 'resumed' },
  { type: 'someoneCalled' },
  { type: 'callAnswered' },
  { type: 'sightLost', state: 'frozen' },
  { type: 'sightReturned' },
  { type: 'deviceLost', device: 'd' },
  { type: 'deviceReturned', device: 'd' },
  { type: 'serviceRestarted' },
])
const events: readonly SessionEvent[] = facts.map((fact) => ({ ...fact, ...at }))

/** One parallel region at a time keeps the graph small: the others receive no events. */
const regions: Readonly<Record<string, readonly string[]>> = {
  work: events.map(({ type }) => type).filter((type) => !/Called|Answered|sight|device/.test(type)),
  beside: [
    'someoneCalled',
    'callAnswered',
    'sightLost',
    'sightReturned',
    'deviceLost',
    'deviceReturned',
    'serviceRestarted',
    'workerSignedIn',
    'workerSignedOut',
  ],
}

describe('the session machine’s graph', () => {
  it('takes every transition that it has', { timeout: 60_000 }, () => {
    const seen = new Set<string>()
    for (const types of Object.values(regions)) {
      const paths = getShortestPaths(sessionMachine, {
        events: events.filter(({ type }) => types.includes(type)),
        serializeState: ({ value, context }) =>
          JSON.stringify([value, context.step?.key, context.cycle?.doneKeys, context.cyclesDone > 0]),
        limit: 20_000,
      })
      for (const { state } of paths) {
        for (const event of events) {
          if (!state.can(event)) continue
          for (const node of state._nodes) if (node.ownEvents.includes(event.type)) seen.add(`${node.id} ${event.type}`)
        }
      }
    }
    const all = [...allNodes()].flatMap((node) => node.ownEvents.map((type) => `${node.id} ${type}`))
    expect(all.filter((transition) => !seen.has(transition))).toEqual([])
    expect(all.length).toBeGreaterThan(30)
  })
})

type StateNode = typeof sessionMachine.root

function* allNodes(node: StateNode = sessionMachine.root): Generator<StateNode> {
  yield node
  for (const child of Object.values(node.states)) yield* allNodes(child)
}
