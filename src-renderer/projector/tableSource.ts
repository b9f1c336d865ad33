// What the table looks at: the virtual bench, a camera of this computer, or a recorded clip. The choice is remembered.
import type { RecordedBench } from '../../src-domain/perception/recordedBench.schema.ts'
import type { CameraChoice } from '../perception/cameraChoice.ts'
import { personas } from '../virtual-bench/drivers/persona.ts'

/** Who moves the virtual hands: the person at this screen, or a made-up worker. */
export const virtualWorkers = ['me', ...(Object.keys(personas) as (keyof typeof personas)[])] as const
export type VirtualWorker = (typeof virtualWorkers)[number]

export type TableSource =
  | { readonly kind: 'virtual'; readonly worker: VirtualWorker }
  | { readonly kind: 'camera'; readonly choice: CameraChoice | null }
  | { readonly kind: 'clip'; readonly film: Blob; readonly bench: RecordedBench | null }

const memoryKey = 'handwijzer.tableSource'

/** The source chosen last; the virtual bench when none was. Clips are chosen anew each time. */
export function rememberedSource(memory: Pick<Storage, 'getItem'>): TableSource {
  const kept = memory.getItem(memoryKey)
  if (kept === 'camera') return { kind: 'camera', choice: null }
  return { kind: 'virtual', worker: virtualWorkers.find((worker) => worker === kept) ?? 'me' }
}

export function rememberSource(memory: Pick<Storage, 'setItem'>, source: TableSource): void {
  if (source.kind === 'virtual') memory.setItem(memoryKey, source.worker)
  if (source.kind === 'camera') memory.setItem(memoryKey, 'camera')
}
