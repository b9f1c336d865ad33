// A button for gloves: a pictogram with its word, never smaller than a thumb.
import type { Icon } from '@tabler/icons-react'
import styles from './BigButton.module.css'

type Props = {
  readonly icon: Icon
  readonly label: string
  readonly onPress: () => void
  readonly look?: 'plain' | 'primary' | 'sun'
  /** Word under the pictogram instead of beside it. */
  readonly stacked?: boolean
  /** True when the pictogram points along the reading direction and turns with it. */
  readonly turns?: boolean
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly className?: string | undefined
}

export function BigButton(props: Props) {
  const { icon: Icon, label, onPress, look = 'plain', stacked, turns, disabled, pressed, className } = props
  const classes = [styles.button, styles[look], stacked && styles.stacked, turns && styles.turns, className]
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      onClick={onPress}
      disabled={disabled}
      aria-pressed={pressed}
    >
      <Icon aria-hidden="true" stroke={2.2} />
      <span>{label}</span>
    </button>
  )
}
