// The input of perception for a virtual bench: its layout, and its camera's mapping to the table, including lens distortion.
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
