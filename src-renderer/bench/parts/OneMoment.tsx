// The calm word while the service is away. What was on the screen stays, dimmed, and cannot be touched.
import { Mark } from '../../ui/Mark.tsx'
import { useBench } from '../benchContext.tsx'
import styles from './OneMoment.module.css'

export function OneMoment() {
  const { words } = useBench()
  return (
    <div className={styles.veil} role="status">
      <p className={styles.card}>
        <span className={styles.mark}>
          <Mark size="100%" />
        </span>
        {words.oneMoment}
      </p>
    </div>
  )
}
