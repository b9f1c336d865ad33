// Listens for a badge reader on the whole window, before other listeners and wherever the focus is.
import { useEffect, useEffectEvent } from 'react'
import { createBadgeReader, settlesAfterMs } from './badgeReader.ts'
import { useClock } from './clockContext.tsx'

type Listeners = {
  readonly onBadge: (badge: string) => void
  /**
   * Called with each character that a person typed. Windows with a badge reader have no text fields: this is their only
   * typing.
   */
  readonly onTyped?: ((character: string) => void) | undefined
}

/** Listens while the component is mounted. */
export function useBadgeReader({ onBadge, onTyped }: Listeners): void {
  const clock = useClock()
  const badgeRead = useEffectEvent(onBadge)
  const typed = useEffectEvent((character: string) => onTyped?.(character))

  useEffect(() => {
    let stopWaiting: () => void = () => undefined
    const reader = createBadgeReader((character) => typed(character))
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
      const heard = reader.hear(event.key, event.timeStamp)
      stopWaiting()
      stopWaiting = clock.after(settlesAfterMs, () => reader.settle())
      if (heard.kind === 'other') return
      event.preventDefault()
      event.stopPropagation()
      if (heard.kind === 'badge') badgeRead(heard.badge)
    }
    addEventListener('keydown', hear, { capture: true })
    return () => {
      stopWaiting()
      removeEventListener('keydown', hear, { capture: true })
    }
  }, [clock])
}
