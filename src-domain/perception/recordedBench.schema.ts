// The bench that a recorded clip was filmed at, as the JSON beside the clip tells: where everything lay, and how the camera saw it.
import { z } from 'zod'
import type { TargetLayout } from './benchTargets.ts'

const row = z.tuple([z.number(), z.number(), z.number()])
const target = z.object({ id: z.string(), x: z.number(), y: z.number(), w: z.number(), h: z.number() })

/** Rectangles in table mm, the homography table mm → px, and the size of the picture in px. Other fields are let through. */
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

/** The clip's targets for perception: everything lies on the table's surface. */
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
