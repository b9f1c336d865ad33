// The interface of a running camera source: what it gets and what it offers.

import type { TableSetup } from '../../src-domain/contract/table.contract.ts'
import type { SightState } from '../../src-domain/perception/interaction.schema.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import type { RegistrationState } from '../projector/registrationChannel.ts'
import type { TableScene } from '../scene/tableScene.ts'
import type { Reporter } from './reportPerception.ts'

/** One source, running for one layout. */
export type Running = {
  readonly onState: (state: BenchState) => void
  /** Checks on request whether projector and camera are still registered to the table. */
  readonly check: () => void
  readonly close: () => void
}

export type RunSetup = {
  readonly table: TableScene
  readonly setup: TableSetup
  readonly state: () => BenchState | null
  readonly reporter: Reporter
  readonly onSight: (state: SightState, sentence: string | null) => void
  readonly onLight: (state: RegistrationState) => void
}
