// What a table is set up with, in memory: its picture, its reporter to the service, and states of the bench.
import { Camera, Scene } from 'three'
import type { Calibration } from '../../../src-domain/calibration/calibration.schema.ts'
import type { Interaction } from '../../../src-domain/perception/interaction.schema.ts'
import type { BenchState } from '../../../src-domain/session/benchState.schema.ts'
import type { RegistrationState } from '../../../src-renderer/projector/registrationChannel.ts'
import type { HandOverTable } from '../../../src-renderer/scene/elements/handShadow.ts'
import type { TableScene } from '../../../src-renderer/scene/tableScene.ts'
import type { ConnectionState } from '../../../src-renderer/service.ts'
import { createReporter } from '../../../src-renderer/table/reportPerception.ts'
import type { RunSetup } from '../../../src-renderer/table/running.ts'
import { inShort } from '../perception/readStory.ts'
import { states } from '../scene/states.ts'
import { smallLayout, tableToPicture } from './memorySight.ts'

/** A state by the name of its picture. */
export function stateNamed(name: string): BenchState {
  const state = states[name]
  if (!state) throw new Error(`There is no state "${name}".`)
  return state
}

/** Work by a worker who presses for so long, ms. */
export function workedWith(dwellMs: number): BenchState {
  const state = stateNamed('level2Pick')
  if (!state.worker) throw new Error('Nobody works.')
  return { ...state, worker: { ...state.worker, preferences: { ...state.worker.preferences, dwellMs } } }
}

/** The table's picture, which tells what was last asked of it. */
export function memoryTable() {
  const shown = { states: [] as BenchState[], hands: [] as readonly HandOverTable[], isDisposed: false }
  const table: TableScene = {
    scene: new Scene(),
    camera: new Camera(),
    setState: (state) => shown.states.push(state),
    setLayout: () => undefined,
    setTableLight: () => undefined,
    setHands: (hands) => {
      shown.hands = hands
    },
    setPressProgress: () => undefined,
    setDarkWindows: () => undefined,
    setShare: () => undefined,
    setMapping: () => undefined,
    update: () => undefined,
    dispose: () => {
      shown.isDisposed = true
    },
  }
  return { table, shown }
}

/** A service that hears what perception reports, and a connection to it that a test breaks. */
export function memoryService() {
  const interactions: Interaction[] = []
  const sights: string[] = []
  const listeners = new Set<() => void>()
  let state: ConnectionState = 'connected'
  const set = (next: ConnectionState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const connection = {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const answer = async (take: () => void): Promise<void> => {
    await Promise.resolve()
    if (state === 'connecting') throw new Error('The connection is broken.')
    take()
  }
  const told = {
    interaction: (interaction: Interaction) => answer(() => interactions.push(interaction)),
    sight: ({ state: sight }: { readonly state: string }) => answer(() => sights.push(sight)),
  }
  return {
    told,
    connection,
    reporter: createReporter(told, connection),
    sights,
    work: () => inShort(interactions),
    breaks: () => set('connecting'),
    comesBack: () => set('connected'),
  }
}

/** What a source is given to run with, and all that it says. */
export function memoryRun(first: BenchState | null = null) {
  const { table, shown } = memoryTable()
  const service = memoryService()
  const bench = { state: first }
  const lights: RegistrationState[] = []
  const sights: string[] = []
  const run: RunSetup = {
    table,
    setup: { layout: smallLayout, stock: [] },
    state: () => bench.state,
    reporter: service.reporter,
    onSight: (state) => sights.push(state),
    onLight: (state) => lights.push(state),
  }
  /** Tells the bench's next state to a source that runs on it. */
  const tell = (source: { readonly onState: (state: BenchState) => void }) => (next: BenchState) => {
    bench.state = next
    source.onState(next)
  }
  return { run, bench, service, shown, lights, sights, tell }
}

const projector = { width: 400, height: 400, scale: 1, display: 'the only one' }

/** A calibration of the small bench: camera and projector straight above its middle. */
export const smallCalibration: Calibration = {
  lens: { focalPx: 4000, centre: { x: 2000, y: 2000 }, k1: 0, k2: 0, p1: 0, p2: 0 },
  tableToCamera: rows(tableToPicture),
  tableToProjector: [
    [0.1, 0, 0, 200],
    [0, 0.1, 0, 200],
    [0, 0, 0, 1],
  ],
  heights: 'assumed',
  error: { rmsMm: 0.5, maxMm: 1 },
  landmarks: { stays: [], marks: [] },
  delayMs: 100,
  context: {
    bench: 'real',
    surface: 1,
    layoutId: smallLayout.id,
    table: smallLayout.table,
    projector,
    camera: { width: 4000, height: 4000, label: 'the only one' },
  },
  atWallMs: 1,
}

function rows([a, b, c]: typeof tableToPicture): Calibration['tableToCamera'] {
  return [[...a], [...b], [...c]]
}
