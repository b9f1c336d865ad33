// The interface of every element of the projected picture.
import type { Object3D } from 'three'
import type { Fade } from '../drawing/motion.ts'

/** Something the table can show. `show` may paint and allocate; `update` runs in every frame and must not allocate. */
export type Element<Shown> = {
  readonly object: Object3D
  /** Shows this from now on; null fades it out. */
  readonly show: (shown: Shown | null) => void
  readonly update: (timeMs: number) => void
  readonly dispose: () => void
}

/**
 * Wraps an element's `show`: equal content does nothing, new content is painted and fades in from 0, null fades out.
 */
export function whenChanged<Shown>(fade: Fade, paint: (shown: Shown) => void): (shown: Shown | null) => void {
  let key = ''
  return (shown) => {
    if (shown === null) {
      key = ''
      fade.aim(0)
      return
    }
    const next = JSON.stringify(shown)
    if (next === key) return
    key = next
    paint(shown)
    fade.restart()
  }
}
