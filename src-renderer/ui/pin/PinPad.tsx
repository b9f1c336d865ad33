// A keypad for a PIN: large keys in fixed places, also usable from a keyboard.
import { IconBackspace, IconCheck } from '@tabler/icons-react'
import { useEffect, useEffectEvent } from 'react'
import styles from './PinPad.module.css'
import type { PinEntry } from './usePinEntry.ts'

type Props = {
  readonly entry: PinEntry
  readonly eraseLabel: string
  readonly doneLabel: string
  /** True in windows without a badge reader, which otherwise passes on the typed digits. */
  readonly listensToDigits?: boolean
  readonly className?: string | undefined
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

export function PinPad({ entry, eraseLabel, doneLabel, listensToDigits = false, className }: Props) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const onButton = document.activeElement instanceof HTMLButtonElement
    if (event.key === 'Backspace') entry.erase()
    else if (event.key === 'Enter' && !onButton) entry.send()
    else if (listensToDigits) entry.add(event.key)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])

  const digit = (one: string) => (
    <button key={one} type="button" className={styles.key} disabled={!entry.open} onClick={() => entry.add(one)}>
      {one}
    </button>
  )
  return (
    <div className={`${styles.pad} ${className ?? ''}`} dir="ltr">
      <p className={styles.dots} aria-label={`${entry.digits.length}`} role="img">
        {Array.from({ length: Math.max(4, entry.digits.length) }, (_, index) => (
          <span key={index} className={index < entry.digits.length ? styles.filled : styles.empty} />
        ))}
      </p>
      {digits.map(digit)}
      <button
        type="button"
        className={`${styles.key} ${styles.erase}`}
        disabled={entry.digits === ''}
        onClick={entry.erase}
        aria-label={eraseLabel}
      >
        <IconBackspace aria-hidden="true" />
      </button>
      {digit('0')}
      <button
        type="button"
        className={`${styles.key} ${styles.done}`}
        disabled={!entry.ready}
        onClick={entry.send}
        aria-label={doneLabel}
      >
        <IconCheck aria-hidden="true" stroke={3} />
      </button>
    </div>
  )
}
