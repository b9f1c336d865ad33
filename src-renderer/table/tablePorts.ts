// What the table reaches in a real window: the service, WebGL, this computer's cameras and screens.
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'
import type { Clock } from '../clock.ts'
import { createTableScene } from '../scene/tableScene.ts'
import { connection, service, watchBench } from '../service.ts'
import { loadHandModels } from '../virtual-bench/hand/loadHandModels.ts'
import { loadMedia } from './loadMedia.ts'
import type { TablePorts } from './openTable.ts'
import { createReporter } from './reportPerception.ts'
import { startProjector } from './startProjector.ts'
import { startVirtualBench } from './startVirtualBench.ts'

/** @param freshCanvas gives a fresh canvas each time: one that was drawn on by one source cannot serve the next. */
export function tablePorts(clock: Clock, surface: Surface, freshCanvas: () => HTMLCanvasElement): TablePorts {
  return {
    watchBench,
    setup: () => service.table.setup(),
    calibration: (of) => service.table.calibration(of),
    reporter: createReporter(service.table, connection),
    createTable: (layout) => createTableScene({ layout, media: loadMedia, wallMs: clock.wallMs }),
    async prepare(source) {
      if (source.kind !== 'virtual')
        return (run, calibration) => startProjector(run, { clock, canvas: freshCanvas(), source, surface, calibration })
      const hands = await loadHandModels()
      return (run, calibration) =>
        startVirtualBench(run, { clock, canvas: freshCanvas(), worker: source.worker, hands, calibration })
    },
  }
}
