// The table, as far as the side screen can tell: what perception would report to the service.
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

/** The most help there is, where the learner model would give less. */
export async function showEverything({ client }: RunningService): Promise<void> {
  for await (const { step } of await client.bench.watch()) {
    if (!step || step.level === 3) return
    await client.bench.moreHelp()
  }
}

/** Hands over the table of a running service. */
export const handsAt = ({ client }: RunningService) => ({
  pick: (bin: string) => client.table.interaction(interaction('pick', bin, surely)),
  place: (zone: string) => client.table.interaction(interaction('place', zone, surely)),
  perhapsPick: (bin: string) => client.table.interaction(interaction('pick', bin, hardly)),
})
