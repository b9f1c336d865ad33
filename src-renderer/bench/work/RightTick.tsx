// A brief tick over the work when a step was done right. What was so before this screen opened is not ticked again.
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { BenchState } from '../../../src-domain/session/benchState.schema.ts'
import { useBench } from '../benchContext.tsx'
import styles from './RightTick.module.css'

export function RightTick({ feedback }: Pick<BenchState, 'feedback'>) {
  const { words } = useBench()
  const [seqAtOpening] = useState(feedback?.seq ?? 0)
  const fresh = feedback?.kind === 'right' && feedback.seq > seqAtOpening
  return (
    <div className={styles.place} role="status">
      {fresh && (
        <span key={feedback.seq} className={styles.tick}>
          <IconCheck stroke={3} role="img" aria-label={words.work.right} />
        </span>
      )}
    </div>
  )
}
