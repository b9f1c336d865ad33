// A made-up worker at the real bench session: learns by doing, needs less time, sometimes reaches wrong or asks for help.
// Hands are not simulated here (the virtual bench does that): only what perception would have reported.

import type { Interaction } from '../../../../src-domain/perception/interaction.schema.ts'
import type { StepView } from '../../../../src-domain/session/benchState.schema.ts'
import { askForHelp, confirm, decideSignal, endTask } from '../../../../src-domain/session/decideCommand.ts'
import type { ManualClock } from '../../clock.ts'
import type { BenchSession } from '../../session/benchSession.ts'
import { observe } from '../../session/observe.ts'

/**
 * `learning` is the share of what is missing that one attempt adds; over a gap, what is known shrinks by the power law of
 * forgetting, the slower the larger `keepsDays`; `pace` multiplies the author's times.
 */
export type Character = {
  readonly learning: number
  readonly keepsDays: number
  readonly carefulness: number
  readonly pace: number
  readonly asksHelp: number
}

type Ports = { readonly bench: BenchSession; readonly clock: ManualClock; readonly random: () => number }

const unaidedChance = 0.25
const dayMs = 86_400_000

/** Works through cycles of the task that is running. `strength` holds what is known per step and is changed by practice. */
export function createSimulatedWorker({ bench, clock, random }: Ports, character: Character) {
  const strength = new Map<string, number>()
  let lastWallMs = clock.wallMs()

  function forget(): void {
    const gapDays = (clock.wallMs() - lastWallMs) / dayMs
    const kept = (1 + gapDays / (2 * character.keepsDays)) ** -0.5
    for (const [id, known] of strength) strength.set(id, known * kept)
  }

  const report = (kind: Interaction['kind'], target: string) =>
    observe(bench, {
      kind,
      target,
      hand: 'right',
      atMs: clock.monoMs(),
      confidence: 0.9 + 0.09 * random(),
      sources: ['landmarks'],
    })

  function doStep(step: StepView, expectedMs: number): void {
    const id = step.key.split('#')[0] ?? step.key
    const known = strength.get(id) ?? 0
    const helped = [0, 0.55, 0.9, 0.98][step.level] ?? 0
    const right = 1 - (1 - known) * (1 - unaidedChance) * (1 - helped)
    const familiar = 1.7 - 0.8 * known
    clock.advance(expectedMs * character.pace * familiar * (0.8 + 0.4 * random()))
    const now = bench.state().step
    if (!now || now.key !== step.key) return
    if (now.level < 3 && random() < character.asksHelp * (1 - known)) bench.perform(askForHelp)
    if (random() > Math.max(right, character.carefulness * known)) {
      const wrong = wrongBin(step)
      if (wrong !== null) {
        report('pick', wrong)
        clock.advance(2500 + 2500 * random())
      }
    }
    finish(step)
    strength.set(id, known + (1 - known) * character.learning)
  }

  function wrongBin(step: StepView): string | null {
    if (step.target?.kind !== 'bin') return null
    const bins = bench.situation().task?.layout.bins.filter(({ id }) => id !== step.target?.id) ?? []
    return bins[Math.floor(random() * bins.length)]?.id ?? null
  }

  function finish(step: StepView): void {
    const [way] = step.done
    if (way?.by === 'hand' && step.target) report(step.kind === 'pick' ? 'pick' : 'place', step.target.id)
    else if (way?.by === 'scan') bench.perform((s) => decideSignal(s, { by: 'scan', code: way.code }))
    else if (way?.by === 'weigh') bench.perform((s) => decideSignal(s, { by: 'scale', grams: way.grams }))
    else if (way?.by === 'tool') bench.perform((s) => decideSignal(s, { by: 'tool', program: way.program, ok: true }))
    else bench.perform((s) => confirm(s, 'pedal'))
  }

  return {
    /** Works so many cycles and then ends the task. */
    work: (cycles: number): void => {
      forget()
      const expected = new Map(
        bench.situation().task?.plan.steps.map(({ key, step }) => [key, step.expectedSeconds * 1000]),
      )
      const goal = cycles
      for (let guard = 0; guard < goal * 200; guard += 1) {
        const { phase, step, cycle } = bench.state()
        if ((cycle?.finished ?? 0) >= goal) break
        if (phase === 'working' && step) doStep(step, expected.get(step.key) ?? 5000)
        else clock.advance(1000)
      }
      bench.perform(endTask)
      lastWallMs = clock.wallMs()
    },
  }
}
