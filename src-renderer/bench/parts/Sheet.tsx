// A sheet over the screen with a question or a few choices. Escape, or a touch beside it, puts it away.
import { FocusTrap } from '@mantine/core'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import styles from './Sheet.module.css'

type Props = { readonly label: string; readonly onClose: () => void; readonly children: ReactNode }

export function Sheet({ label, onClose, children }: Props) {
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (
    <div
      className={styles.veil}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <FocusTrap active>
        <div className={styles.sheet} role="dialog" aria-modal="true" aria-label={label}>
          {children}
        </div>
      </FocusTrap>
    </div>
  )
}
