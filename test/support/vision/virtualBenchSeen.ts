// How perception sees a virtual bench: its layout, and the way from the table to its camera's picture, lens and all.
import type { SeenBench } from '../../../src-domain/perception/observer.ts'
import { tableMapping } from '../../../src-domain/perception/tableMapping.ts'
import type { RandomBench } from '../../../src-renderer/virtual-bench/clip/randomBench.ts'
import { undistortPoint } from '../../../src-renderer/virtual-bench/lens.ts'
import { pinholeMatrix } from '../../../src-renderer/virtual-bench/pinholeCamera.ts'

export function virtualBenchSeen({ layout, rig: { camera } }: Pick<RandomBench, 'layout' | 'rig'>): SeenBench {
  return {
    layout,
    mapping: tableMapping({
      tableToCamera: pinholeMatrix(camera),
      undistort([x, y]) {
        const straight = undistortPoint(camera, { x, y })
        return [straight.x, straight.y]
      },
    }),
  }
}
