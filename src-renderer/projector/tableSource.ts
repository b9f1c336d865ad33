// The source of pictures of the table: the virtual bench, a camera of this computer, or a recorded clip. The choice is
// remembered.
import type { RecordedBench } from '../../src-domain/perception/recordedBench.schema.ts'
import type { CameraChoice } from '../perception/cameraChoice.ts'
import { personas } from '../virtual-bench/drivers/persona.ts'

/** Who moves the virtual hands: the user at this screen, or a simulated worker. */
export const virtualWorkers = ['me', ...(Object.keys(personas) as (keyof typeof personas)[])] as const
export type VirtualWorker = (typeof virtualWorkers)[number]

export type TableSource =
  | { readonly kind: 'virtual'; readonly worker: VirtualWorker }
  | { readonly kind: 'camera'; readonly choice: CameraChoice | null }
  | { readonly kind: 'clip'; readonly film: Blob; readonly bench: RecordedBench | null }

const memoryKey = 'handwijzer.tableSource'

/** The source chosen last, or the virtual bench. Clips are not remembered. */
export function rememberedSource(memory: Pick<Storage, 'getItem'>): TableSource {
  const kept = memory.getItem(memoryKey)
  if (kept === 'camera') return { kind: 'camera', choice: null }
  return { kind: 'virtual', worker: virtualWorkers.find((worker) => worker === kept) ?? 'me' }
}

/** Stores the choice; a clip is not stored. */
export function rememberSource(memory: Pick<Storage, 'setItem'>, source: TableSource): void {
  if (source.kind === 'virtual') memory.setItem(memoryKey, source.worker)
  if (source.kind === 'camera') memory.setItem(memoryKey, 'camera')
}
