// The row under the work: pause, call someone, the rest behind a menu, and the large Done.
import { IconBellRinging, IconCheck, IconDots, IconPlayerPause } from '@tabler/icons-react'
import { useState } from 'react'
import type { BenchState } from '../../../src-domain/session/benchState.schema.ts'
import { useBench } from '../benchContext.tsx'
import { BigButton } from '../parts/BigButton.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import type { WorkActs } from './useWorkActs.ts'
import styles from './WorkBar.module.css'

type Props = {
  readonly acts: WorkActs
  readonly stepping: boolean
  readonly calling: boolean
  readonly contestable: BenchState['contestable']
  /** The word on the large button; null where saying so does not help. */
  readonly done: string | null
}

export function WorkBar({ acts, stepping, calling, contestable, done }: Props) {
  const { words } = useBench()
  const [menuOpen, setMenuOpen] = useState(false)
  return (
    <footer className={styles.bar}>
      <BigButton icon={IconPlayerPause} label={words.work.pause} onPress={acts.pause} className={styles.side} />
      <BigButton
        icon={IconBellRinging}
        label={words.work.callSomeone}
        onPress={acts.call}
        disabled={calling}
        className={styles.side}
      />
      <BigButton icon={IconDots} label={words.work.more} onPress={() => setMenuOpen(true)} className={styles.side} />
      {done !== null && (
        <BigButton
          icon={IconCheck}
          label={done}
          onPress={() => acts.done('button')}
          look="primary"
          className={styles.done}
        />
      )}
      {menuOpen && (
        <MoreMenu acts={acts} stepping={stepping} contestable={contestable} onClose={() => setMenuOpen(false)} />
      )}
    </footer>
  )
}
