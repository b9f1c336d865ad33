// Runs the table in one projector's window: follows the bench's state, draws the projected picture, and perceives
// through the chosen source.
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { SightState } from '../../src-domain/perception/interaction.schema.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import type { RegistrationState } from '../projector/registrationChannel.ts'
import type { TableSource } from '../projector/tableSource.ts'
import { createTableScene, type TableScene } from '../scene/tableScene.ts'
import { service, watchBench } from '../service.ts'
import { loadHandModels } from '../virtual-bench/hand/loadHandModels.ts'
import { loadMedia } from './loadMedia.ts'
import { createReporter } from './reportPerception.ts'
import type { Running, RunSetup } from './running.ts'
import { runProjector } from './runProjector.ts'
import { runVirtualBench } from './runVirtualBench.ts'

export type OpenTable = {
  readonly choose: (source: TableSource) => void
  /** Checks now whether projector and camera are still registered to the table. */
  readonly check: () => void
  readonly close: () => void
}

export type OpenTableSetup = {
  /** Gives a new canvas: a canvas that had one source's WebGL context cannot serve the next source. */
  readonly freshCanvas: () => HTMLCanvasElement
  readonly surface: Surface
  readonly source: TableSource
  readonly onSight: (state: SightState, sentence: string | null) => void
  readonly onLight: (state: RegistrationState) => void
  readonly onFailure: (error: unknown) => void
}

/** Starts following the bench. Failures of setting up a source go to `onFailure`. Ends with `close`. */
export function openTable({ freshCanvas, surface, onSight, onLight, onFailure, ...first }: OpenTableSetup): OpenTable {
  const closing = new AbortController()
  const reporter = createReporter()
  let source = first.source
  let state: BenchState | null = null
  let table: TableScene | null = null
  let running: Running | null = null
  let standing = ''
  let turn = 0

  /** Layout and task that the running source was set up for; when this key changes the source is set up anew. */
  const placeOf = (now: BenchState) => `${now.layoutId}/${now.task?.id ?? ''}`

  async function setUp(): Promise<void> {
    turn += 1
    const mine = turn
    const bench = source.kind === 'virtual' ? 'virtual' : 'real'
    const [setup, calibration] = await Promise.all([
      service.table.setup(),
      service.table.calibration({ bench, surface }),
    ])
    const models = source.kind === 'virtual' ? await loadHandModels() : null
    if (mine !== turn || closing.signal.aborted) return
    running?.close()
    table?.dispose()
    table = createTableScene({ layout: setup.layout, media: loadMedia })
    const run: RunSetup = { canvas: freshCanvas(), table, setup, state: () => state, reporter, onSight, onLight }
    running =
      source.kind === 'virtual' && models !== null
        ? runVirtualBench(run, { worker: source.worker, hands: models, calibration })
        : runProjector(run, source, surface, calibration)
    if (state) show(state)
  }

  function show(now: BenchState): void {
    table?.setState(now)
    running?.onState(now)
  }

  async function follow(): Promise<void> {
    for await (const now of watchBench(closing.signal)) {
      state = now
      show(now)
      if (placeOf(now) === standing) continue
      standing = placeOf(now)
      await setUp().catch(onFailure)
    }
  }
  void follow()

  return {
    choose: (wanted) => {
      source = wanted
      if (state) void setUp().catch(onFailure)
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
