// An in-memory bench with a fluent interface for tests: the real state machine and decisions, without store, on a simulated
// clock.
import type { SessionFact } from '../../src-domain/event/event.schema.ts'
import { createNewId } from '../../src-domain/ids.ts'
import { attemptOf } from '../../src-domain/learning/attempt.ts'
import { shippedRule } from '../../src-domain/learning/shippedRule.ts'
import { createTaskFold } from '../../src-domain/learning/taskHistory.ts'
import type { Interaction } from '../../src-domain/perception/interaction.schema.ts'
import { deadlines } from '../../src-domain/session/deadlines.ts'
import * as command from '../../src-domain/session/decideCommand.ts'
import { decideInteraction } from '../../src-domain/session/decideInteraction.ts'
import type { Decision, Situation, TaskAtBench } from '../../src-domain/session/deciding.ts'
import { advance, newSession, type Session } from '../../src-domain/session/session.machine.ts'
import { viewBench } from '../../src-domain/session/viewBench.ts'
import { cycleId, layoutId, personId, taskId } from './ids.ts'

export class StoryBench {
  session: Session = newSession()
  task: TaskAtBench | null = null
  monoMs = 1000
  readonly log: (SessionFact & { seq: number; monoMs: number })[] = []
  lastRefusal: string | null = null
  private readonly practice = createTaskFold()
  private ids = 0

  situation(): Situation {
    return {
      session: this.session,
      task: this.task,
      monoMs: this.monoMs,
      guide: (stepId) => ({ ...shippedRule.decide(stepId, this.practice.history), policy: shippedRule.name }),
      newId: createNewId(() => `id${++this.ids}`),
    }
  }

  perform(decide: (situation: Situation) => Decision): this {
    const decision = decide(this.situation())
    this.lastRefusal = 'refused' in decision ? decision.refused : null
    if ('facts' in decision) for (const fact of decision.facts) this.enter(fact)
    return this
  }

  enter(fact: SessionFact): this {
    const event = { ...fact, seq: this.log.length + 1, monoMs: this.monoMs }
    if (fact.type === 'stepCompleted') {
      const step = this.task?.plan.byKey.get(fact.stepKey)?.step
      if (step)
        this.practice.observe(
          attemptOf(
            fact,
            { taskId: taskId('task'), cycleId: cycleId('cycle'), wallMs: this.monoMs, day: '2026-01-01' },
            step,
          ),
        )
    }
    this.session = advance(this.session, event)
    this.log.push(event)
    if (fact.type === 'taskEnded') this.task = null
    return this
  }

  signedIn(worker: string | null = 'sam'): this {
    const signedIn = worker === null ? null : personId(worker)
    return this.perform((s) => command.signIn(s, { personId: signedIn, by: 'badge' }))
  }

  started(task: TaskAtBench): this {
    this.task = task
    return this.perform((s) => command.startTask({ ...s, task }, task))
  }

  sees(kind: Interaction['kind'], target: string, confidence = 0.95): this {
    const seen: Interaction = { kind, target, hand: 'right', atMs: this.monoMs, confidence, sources: ['landmarks'] }
    return this.after(500).perform((s) => decideInteraction(s, seen))
  }

  picks = (bin: string, confidence?: number) => this.sees('pick', bin, confidence)
  places = (zone: string, confidence?: number) => this.sees('place', zone, confidence)
  presses = (button: string) => this.sees('press', button)

  /** Advances the clock; due timers fire meanwhile. */
  after(ms: number): this {
    const end = this.monoMs + ms
    for (;;) {
      const [next] = deadlines(this.situation())
      if (!next || next.atMonoMs > end) break
      this.monoMs = Math.max(this.monoMs, next.atMonoMs)
      this.perform(next.decide)
    }
    this.monoMs = end
    return this
  }

  onePen(): this {
    return this.picks('A').places('Z1').picks('B').places('Z1').picks('C').places('Z2')
  }

  get view() {
    return viewBench({
      revision: this.log.length,
      session: this.session,
      task: this.task,
      worker: null,
      layoutId: layoutId('bench'),
      warning: null,
      notice: null,
      wallBeforeMonoMs: 0,
    })
  }

  get stepKey(): string | null {
    return this.session.context.step?.key ?? null
  }

  get factTypes(): string[] {
    return this.log.map(({ type }) => type)
  }
}
