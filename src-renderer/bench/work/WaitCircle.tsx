// How long a step still takes by itself: the circle that empties on the table too.
import { type CSSProperties, useState } from 'react'
import type { StepView } from '../../../src-domain/session/benchState.schema.ts'
import { useClock } from '../../ui/clockContext.tsx'
import styles from './WaitCircle.module.css'

type Wait = NonNullable<StepView['wait']>

/** Give it a key by `endsAtWallMs`: it empties on from where it stands when it is first shown. */
export function WaitCircle({ wait: { endsAtWallMs, ofMs }, label }: { readonly wait: Wait; readonly label: string }) {
  const clock = useClock()
  const [leftMs] = useState(() => endsAtWallMs - clock.wallMs())
  return (
    <svg viewBox="0 0 100 100" className={styles.circle} role="img" aria-label={label}>
      <circle cx="50" cy="50" r="46" className={styles.rim} />
      <circle
        cx="50"
        cy="50"
        r="20"
        pathLength="1"
        className={styles.left}
        style={{ '--whole': `${ofMs}ms`, '--begun': `${leftMs - ofMs}ms` } as CSSProperties}
      />
    </svg>
  )
}
