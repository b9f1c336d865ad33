// Reports perception to the service: interactions in order, and how well the table is seen, sent again after a
// reconnect.
import type { Interaction, SightState } from '../../src-domain/perception/interaction.schema.ts'
import type { ServiceDoor } from '../service.ts'

export type Reporter = {
  /** Sends interactions one after the other; resolves when each was accepted or lost. */
  readonly interactions: (found: readonly Interaction[]) => Promise<void>
  readonly sight: (state: SightState) => Promise<void>
  readonly close: () => void
}

/**
 * Interactions during a lost connection are dropped, not queued: the step has not advanced, so the worker repeats the
 * action.
 */
export type Told = {
  readonly interaction: (interaction: Interaction) => Promise<unknown>
  readonly sight: (sight: { readonly state: SightState }) => Promise<unknown>
}

/** What hands did while the service was away is lost with it: the worker stands at the same step and does it again. */
export function createReporter(service: Told, connection: ServiceDoor['connection']): Reporter {
  let line: Promise<void> = Promise.resolve()
  let lastSight: SightState = 'starting'

  const send = (call: () => Promise<unknown>): Promise<void> => {
    line = line.then(call).then(
      () => undefined,
      () => undefined,
    )
    return line
  }
  const sight = (state: SightState) => {
    lastSight = state
    return send(() => service.sight({ state }))
  }
  const unsubscribe = connection.subscribe(() => {
    if (connection.state() === 'connected') void sight(lastSight)
  })

  return {
    interactions: async (found) => {
      for (const interaction of found) void send(() => service.interaction(interaction))
      await line
    },
    sight,
    close: unsubscribe,
  }
}
