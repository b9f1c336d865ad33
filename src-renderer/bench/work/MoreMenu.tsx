// What is seldom needed while working: a step back, skipping, and stopping, which asks once more.
import { IconArrowBackUp, IconArrowLeft, IconDoorExit, IconPlayerSkipForward } from '@tabler/icons-react'
import { useState } from 'react'
import { useBench } from '../benchContext.tsx'
import { BigButton } from '../parts/BigButton.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import styles from './MoreMenu.module.css'
import type { WorkActs } from './useWorkActs.ts'

type Props = { readonly acts: WorkActs; readonly stepping: boolean; readonly onClose: () => void }

export function MoreMenu({ acts, stepping, onClose }: Props) {
  const { words } = useBench()
  const [stopping, setStopping] = useState(false)
  const andClose = (act: () => void) => () => {
    onClose()
    act()
  }
  if (stopping) return <StopQuestion onStop={andClose(acts.end)} onClose={onClose} />
  const { work } = words
  return (
    <Sheet label={work.more} onClose={onClose}>
      <div className={styles.choices}>
        {stepping && (
          <BigButton icon={IconArrowBackUp} label={work.takeBack} onPress={andClose(acts.takeBack)} stacked turns />
        )}
        {stepping && (
          <BigButton icon={IconPlayerSkipForward} label={work.skip} onPress={andClose(acts.skip)} stacked turns />
        )}
        <BigButton icon={IconDoorExit} label={work.end} onPress={() => setStopping(true)} stacked turns />
      </div>
      <BigButton icon={IconArrowLeft} label={words.back} onPress={onClose} turns />
    </Sheet>
  )
}

/** "Do you want to stop?" */
export function StopQuestion({ onStop, onClose }: { readonly onStop: () => void; readonly onClose: () => void }) {
  const { words } = useBench()
  return (
    <Sheet label={words.work.endSure} onClose={onClose}>
      <h2 className={styles.question}>
        <Spoken text={words.work.endSure} />
      </h2>
      <div className={styles.answers}>
        <BigButton icon={IconArrowLeft} label={words.cancel} onPress={onClose} turns />
        <BigButton icon={IconDoorExit} label={words.yes} onPress={onStop} look="primary" turns />
      </div>
    </Sheet>
  )
}
