// Connects a pointer hand with mouse, touch, pen and keyboard events of an element.
import type { ViewCamera } from '../viewCamera.ts'
import type { PointerHand } from './pointerHand.ts'

/** How far an arrow key moves the hand, mm; with Shift, the larger distance. */
const keyStepMm = 22
const bigKeyStepMm = 90
/** The height above the table at which the pointer's ray meets the hand, mm. */
const handHeightMm = 25

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * Lets events on `element`, which shows the bench through `view`, move the hand: move, press and release; arrow keys
 * and space do the same. Returns a function that removes the listeners.
 */
export function listenToPointer(element: HTMLElement, view: ViewCamera, hand: PointerHand): () => void {
  const follow = (event: PointerEvent): void => {
    const box = element.getBoundingClientRect()
    const point = view.pointUnder(
      (event.clientX - box.left) / box.width,
      (event.clientY - box.top) / box.height,
      handHeightMm,
    )
    if (point) hand.pointTo(point)
  }
  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    element.setPointerCapture(event.pointerId)
    follow(event)
    hand.press()
  }
  const key = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key]
    const step = event.shiftKey ? bigKeyStepMm : keyStepMm
    if (arrow) hand.moveBy(arrow[0] * step, arrow[1] * step)
    else if (event.key !== ' ') return
    else if (!event.repeat) hand.press()
    event.preventDefault()
  }
  const keyUp = (event: KeyboardEvent): void => {
    if (event.key === ' ') hand.release()
  }
  const stop = new AbortController()
  const { signal } = stop
  element.addEventListener('pointermove', follow, { signal })
  element.addEventListener('pointerdown', down, { signal })
  element.addEventListener('pointerup', hand.release, { signal })
  element.addEventListener('pointercancel', hand.leave, { signal })
  element.addEventListener('pointerleave', hand.leave, { signal })
  element.addEventListener('keydown', key, { signal })
  element.addEventListener('keyup', keyUp, { signal })
  element.addEventListener('blur', hand.release, { signal })
  return () => stop.abort()
}
