// What every part of the table's picture has in common.
import type { Object3D } from 'three'
import type { Fade } from '../drawing/motion.ts'

/** Something the table can show. `show` may paint and allocate; `update` runs in every frame and must not. */
export type Element<Shown> = {
  readonly object: Object3D
  /** Shows this from now on; null lets it go dark. */
  readonly show: (shown: Shown | null) => void
  readonly update: (timeMs: number) => void
  readonly dispose: () => void
}

/**
 * Wraps an element's `show`: equal content changes nothing, new content is painted and comes up from darkness, null fades
 * what is there. `again` paints the same content once more, for when the typeface has come.
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
