// Simulates the table: reports interactions to the service as perception would.
import type { Interaction } from '../../../src-domain/perception/interaction.schema.ts'
import type { RunningService } from '../../support/serviceProcess.ts'

const surely = 0.95
const hardly = 0.4

const interaction = (kind: Interaction['kind'], target: string, confidence: number): Interaction => ({
  kind,
  target,
  hand: 'right',
  atMs: 1,
  confidence,
  sources: ['landmarks'],
})

/** Sets full prompting for all steps, where the learner model would choose less. */
export async function showEverything({ client }: RunningService): Promise<void> {
  for await (const { step } of await client.bench.watch()) {
    if (!step || step.level === 3) return
    await client.bench.moreHelp()
  }
}

/** The hands at the table of a running service. */
export const handsAt = ({ client }: RunningService) => ({
  pick: (bin: string) => client.table.interaction(interaction('pick', bin, surely)),
  place: (zone: string) => client.table.interaction(interaction('place', zone, surely)),
  perhapsPick: (bin: string) => client.table.interaction(interaction('pick', bin, hardly)),
})
