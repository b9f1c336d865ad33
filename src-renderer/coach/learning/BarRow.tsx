// One measure over days as bars, each with its number above it; a dashed line where it levels out.
import styles from './BarRow.module.css'

/** `value` null where nothing was measured. */
export type Bar = { readonly key: string; readonly value: number | null; readonly label: string }

type Props = {
  readonly title: string
  readonly bars: readonly Bar[]
  /** The value that the row must at least reach up to. */
  readonly most: number
  readonly colour: string
  readonly line: number | null
}

const heightPx = 84

export function BarRow({ title, bars, most, colour, line }: Props) {
  const top = Math.max(most, ...bars.map(({ value }) => value ?? 0))
  const heightOf = (value: number): number => Math.max(2, (value / top) * heightPx)
  return (
    <div className={styles.row}>
      <div className={styles.title}>{title}</div>
      <div className={styles.bars} style={{ height: heightPx + 26 }}>
        {line !== null && <span className={styles.line} style={{ bottom: heightOf(line) }} />}
        {bars.map(({ key, value, label }) => (
          <span key={key} className={styles.bar}>
            <span className={styles.label}>{label}</span>
            {value !== null && <span className={styles.fill} style={{ height: heightOf(value), background: colour }} />}
          </span>
        ))}
      </div>
    </div>
  )
}
