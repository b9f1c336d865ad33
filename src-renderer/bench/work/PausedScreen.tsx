// A rest. Nothing runs; going on is one large button away.
import { IconBellRinging, IconDoorExit, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { PersonPicture } from '../../ui/personPictures/PersonPicture.tsx'
import { useBench } from '../benchContext.tsx'
import { BigButton } from '../parts/BigButton.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import { StopQuestion } from './MoreMenu.tsx'
import styles from './PausedScreen.module.css'
import type { WorkActs } from './useWorkActs.ts'

type Props = { readonly acts: WorkActs; readonly calling: boolean }

export function PausedScreen({ acts, calling }: Props) {
  const { words } = useBench()
  const [stopping, setStopping] = useState(false)
  return (
    <div className={styles.screen}>
      <PersonPicture name="cup" className={styles.cup} />
      <h1 className={styles.title}>
        <Spoken text={words.work.paused} aloud={`${words.work.pause}. ${words.work.paused}`} />
      </h1>
      <BigButton
        icon={IconPlayerPlay}
        label={words.work.resume}
        onPress={acts.resume}
        look="primary"
        turns
        className={styles.resume}
      />
      <div className={styles.others}>
        <BigButton icon={IconBellRinging} label={words.work.callSomeone} onPress={acts.call} disabled={calling} />
        <BigButton icon={IconDoorExit} label={words.work.end} onPress={() => setStopping(true)} turns />
      </div>
      {stopping && <StopQuestion onStop={acts.end} onClose={() => setStopping(false)} />}
    </div>
  )
}
