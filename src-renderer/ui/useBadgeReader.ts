// The badge reader at work in a window: it listens before anything else does, wherever the focus is.
import { useEffect, useEffectEvent } from 'react'
import { createBadgeReader, settlesAfterMs } from './badgeReader.ts'
import { useClock } from './clockContext.tsx'

type Listeners = {
  readonly onBadge: (badge: string) => void
  /** A character that a hand typed. The windows with a badge reader have no text fields: this is their only typing. */
  readonly onTyped?: ((character: string) => void) | undefined
}

/** Listens on the whole window for as long as the component is shown. */
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
