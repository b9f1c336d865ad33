// Returns the keyboard focus to what opened a dialog. Mantine does so only for a dialog that stays mounted while it is
// closed; ours are mounted when they open, so that each opens with fresh state.
import { useEffect } from 'react'

/** Remembers what has the focus when the dialog is mounted, and gives the focus back when it is unmounted. */
export function useReturnFocus(): void {
  useEffect(() => {
    const opener = document.activeElement
    return () => {
      // The opener may be inert until every effect of the dialog is undone.
      queueMicrotask(() => {
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
      })
    }
  }, [])
}
