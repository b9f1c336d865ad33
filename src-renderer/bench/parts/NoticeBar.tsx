// One sentence about what could not be done. It goes by itself, or when it is touched.
import { IconInfoCircle } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useClock } from '../../ui/clockContext.tsx'
import { useBench } from '../benchContext.tsx'
import styles from './NoticeBar.module.css'

const shownMs = 7000

export function NoticeBar() {
  const clock = useClock()
  const { notice, dismissNotice } = useBench()
  useEffect(() => {
    if (!notice) return
    return clock.after(shownMs, dismissNotice)
  }, [clock, notice, dismissNotice])
  return (
    <div className={styles.bar} role="status">
      {notice && (
        <button type="button" className={styles.notice} onClick={dismissNotice} key={notice.seq}>
          <IconInfoCircle aria-hidden="true" />
          <span>{notice.text}</span>
        </button>
      )}
    </div>
  )
}
