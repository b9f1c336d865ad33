// Runs the table in one projector's window: follows the bench's state, draws the projected picture, and perceives
// through the chosen source.
import type { Calibration, CalibrationKey, Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { TableSetup } from '../../src-domain/contract/table.contract.ts'
import type { BenchLayout } from '../../src-domain/geometry/benchLayout.schema.ts'
import type { SightState } from '../../src-domain/perception/interaction.schema.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import type { RegistrationState } from '../projector/registrationChannel.ts'
import type { TableSource } from '../projector/tableSource.ts'
import type { TableScene } from '../scene/tableScene.ts'
import type { Reporter } from './reportPerception.ts'
import type { Running, RunSetup } from './running.ts'

export type OpenTable = {
  readonly choose: (source: TableSource) => void
  /** Checks now whether projector and camera are still registered to the table. */
  readonly check: () => void
  readonly close: () => void
}

/** What the table reaches beyond itself: the service, and what draws and looks in this window. */
export type TablePorts = {
  /** The bench's state, again after every reconnect; ends with the signal. */
  readonly watchBench: (signal: AbortSignal) => AsyncIterable<BenchState>
  readonly setup: () => Promise<TableSetup>
  readonly calibration: (of: CalibrationKey) => Promise<Calibration | null>
  readonly reporter: Reporter
  readonly createTable: (layout: BenchLayout) => TableScene
  /** Fetches what a source needs, and gives what sets it to work. */
  readonly prepare: (source: TableSource) => Promise<StartSource>
}

export type StartSource = (run: RunSetup, calibration: Calibration | null) => Running

export type OpenTableSetup = {
  readonly surface: Surface
  readonly source: TableSource
  readonly onSight: (state: SightState, sentence: string | null) => void
  readonly onLight: (state: RegistrationState) => void
  readonly onFailure: (error: unknown) => void
}

export function openTable(
  ports: TablePorts,
  { surface, onSight, onLight, onFailure, ...first }: OpenTableSetup,
): OpenTable {
  const closing = new AbortController()
  const { reporter } = ports
  let source = first.source
  let state: BenchState | null = null
  let table: TableScene | null = null
  let running: Running | null = null
  /** What the running source was set up for; null when nothing is, or not what was asked for. */
  let standing: string | null = null
  let turn = 0

  const placeOf = (now: BenchState) => `${now.layoutId}/${now.task?.id ?? ''}`

  async function setUp(now: BenchState): Promise<void> {
    turn += 1
    const mine = turn
    standing = placeOf(now)
    try {
      const bench = source.kind === 'virtual' ? 'virtual' : 'real'
      const [setup, calibration] = await Promise.all([ports.setup(), ports.calibration({ bench, surface })])
      const start = await ports.prepare(source)
      if (mine !== turn || closing.signal.aborted) return
      running?.close()
      table?.dispose()
      table = ports.createTable(setup.layout)
      running = start({ table, setup, state: () => state, reporter, onSight, onLight }, calibration)
      if (state) show(state)
    } catch (error) {
      if (mine !== turn) return
      // The next state sets up again: the first one after a reconnect, when a broken connection was the cause.
      standing = null
      onFailure(error)
    }
  }

  function show(now: BenchState): void {
    table?.setState(now)
    running?.onState(now)
  }

  async function follow(): Promise<void> {
    for await (const now of ports.watchBench(closing.signal)) {
      state = now
      show(now)
      if (placeOf(now) !== standing) await setUp(now)
    }
  }
  void follow()

  return {
    choose: (wanted) => {
      source = wanted
      if (state) void setUp(state)
    },
    check: () => running?.check(),
    close: () => {
      closing.abort()
      running?.close()
      table?.dispose()
      reporter.close()
    },
  }
}
