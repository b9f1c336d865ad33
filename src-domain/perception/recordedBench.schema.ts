// The bench of a recorded clip, from the JSON file beside the clip: its layout, and the camera's homography.
import { z } from 'zod'
import type { TargetLayout } from './benchTargets.ts'

const row = z.tuple([z.number(), z.number(), z.number()])
const target = z.object({ id: z.string(), x: z.number(), y: z.number(), w: z.number(), h: z.number() })

/** Rectangles in table mm, the homography from table mm to px, and the picture's size in px. Unknown fields are ignored. */
export const recordedBenchSchema = z.object({
  name: z.string(),
  width: z.number().positive(),
  height: z.number().positive(),
  tableToCamera: z.tuple([row, row, row]),
  bins: z.array(target),
  zones: z.array(target),
  buttons: z.array(target),
})
export type RecordedBench = z.infer<typeof recordedBenchSchema>

/** The clip's targets for perception, all at height 0. */
export function recordedLayout({
  bins,
  zones,
  buttons,
}: Pick<RecordedBench, 'bins' | 'zones' | 'buttons'>): TargetLayout {
  const rectOf = ({ id, x, y, w, h }: z.infer<typeof target>) => ({ id, rect: { x, y, w, h } })
  return {
    bins: bins.map((bin) => ({ ...rectOf(bin), rimMm: 0 })),
    zones: zones.map((zone) => ({ ...rectOf(zone), heightMm: 0, use: 'surface' })),
    buttons: buttons.map(rectOf),
  }
}
