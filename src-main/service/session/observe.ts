// What perception reports: interactions become steps, errors or doubts; sight lost and found is part of the session.
import type { Interaction, SightState } from '../../../src-domain/perception/interaction.schema.ts'
import { decideInteraction } from '../../../src-domain/session/decideInteraction.ts'
import { decideSight } from '../../../src-domain/session/decideSight.ts'
import { wrongReach } from '../../../src-domain/session/wrongReach.ts'
import type { BenchSession } from './benchSession.ts'

/** Takes an interaction in; what it leads to is on the disk when this returns. */
export function observe(bench: BenchSession, interaction: Interaction): void {
  if (interaction.kind === 'reach') {
    const bin = wrongReach(bench.situation(), interaction)
    if (bin !== null) bench.warn(bin)
  } else bench.perform((situation) => decideInteraction(situation, interaction))
}

/** Takes in how well the camera sees. Starting up counts as not seeing yet. */
export function noteSight(bench: BenchSession, state: SightState): void {
  bench.perform((situation) => decideSight(situation, state))
}
