// A small camera picture with targets and hands drawn in, for the side screen; made only while somebody has it open.

import type { Rect } from '../../src-domain/geometry/rect.ts'
import type { SightState } from '../../src-domain/perception/interaction.schema.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import type { Clock } from '../clock.ts'
import type { CameraFrame } from '../perception/cameraSource.ts'
import type { Perception, SeenBench } from '../perception/perceiver.ts'
import { publishSight, type SightTarget } from '../perception/sightChannel.ts'

const widestPx = 640
const jpegQuality = 0.7

export type SightPicture = {
  /** Copies a frame that is about to be perceived, in small. */
  readonly keep: (frame: CameraFrame) => void
  /** Sends the copied picture together with what perception found in it. */
  readonly offer: (perception: Perception, bench: SeenBench, state: BenchState | null, sight: SightState) => void
}

/** @param everyMs the least time between two pictures, in ms. */
export function createSightPicture(clock: Clock, everyMs: number): SightPicture {
  const canvas = new OffscreenCanvas(1, 1)
  // Kept in main memory: it is read back every time, and reading from the graphics card would wait for all drawing
  // before it.
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  let scale = 1
  let dueMs = 0
  let isKept = false
  return {
    keep: ({ image }) => {
      isKept = clock.nowMs() >= dueMs
      if (!isKept) return
      const width = 'displayWidth' in image ? image.displayWidth : image.width
      const height = 'displayHeight' in image ? image.displayHeight : image.height
      scale = Math.min(1, widestPx / width)
      const [w, h] = [Math.round(width * scale), Math.round(height * scale)]
      if (canvas.width !== w || canvas.height !== h) {
        canvas.width = w
        canvas.height = h
      }
      context?.drawImage(image, 0, 0, w, h)
    },
    offer: (perception, bench, state, sight) => {
      if (!isKept) return
      dueMs = clock.nowMs() + everyMs
      publishSight(clock, async () => ({
        jpeg: await canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality }),
        widthPx: canvas.width,
        heightPx: canvas.height,
        overlay: {
          targets: targetsOf(bench, state, scale),
          hands: perception.tracked.map(({ landmarks, hand }) => ({
            hand,
            points: landmarks.map(([x, y]) => [x * scale, y * scale] as const),
          })),
        },
        state: sight,
      }))
    },
  }
}

function targetsOf({ layout, mapping }: SeenBench, state: BenchState | null, scale: number): SightTarget[] {
  const points = ({ x, y, w, h }: Rect) =>
    [
      { x, y },
      { x: x + w, y },
      { x: x + w, y: y + h },
      { x, y: y + h },
    ].map((corner) => {
      const pixel = mapping.toCamera(corner)
      return [pixel.x * scale, pixel.y * scale] as const
    })
  const stateOf = (id: string): SightTarget['state'] => {
    if (state?.step?.wrong?.target === id || state?.warning?.target === id) return 'wrong'
    return state?.step?.target?.id === id ? 'active' : 'idle'
  }
  const target = (kind: SightTarget['kind']) => (item: { readonly id: string; readonly rect: Rect }) => ({
    id: item.id,
    kind,
    points: points(item.rect),
    state: stateOf(item.id),
  })
  return [
    ...layout.bins.map(target('bin')),
    ...layout.zones.map(target('zone')),
    ...layout.buttons.map(target('button')),
  ]
}
