// Someone was called. It stays until someone says that they are here.
import { IconBellRinging, IconUserCheck } from '@tabler/icons-react'
import { service } from '../../service.ts'
import { useBench } from '../benchContext.tsx'
import { BigButton } from './BigButton.tsx'
import styles from './CallingBand.module.css'
import { Spoken } from './Spoken.tsx'

export function CallingBand() {
  const { words, run } = useBench()
  return (
    <div className={styles.band} role="status">
      <IconBellRinging aria-hidden="true" className={styles.bell} />
      <span className={styles.words}>
        <Spoken text={words.work.calling} />
      </span>
      <BigButton
        icon={IconUserCheck}
        label={words.work.callAnswered}
        onPress={() => run(() => service.bench.answerCall())}
      />
    </div>
  )
}
