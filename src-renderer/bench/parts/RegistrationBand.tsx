// The light on the table has moved: said quietly, with the one button that puts it right without leaving the work.
import { useHotkeys } from '@mantine/hooks'
import { IconFocusCentered } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { checkKey, type RegistrationState, subscribeRegistration } from '../../projector/registrationChannel.ts'
import { useBench } from '../benchContext.tsx'
import { BigButton } from './BigButton.tsx'
import styles from './RegistrationBand.module.css'
import { Spoken } from './Spoken.tsx'

export function RegistrationBand() {
  const { words } = useBench()
  const [light, setLight] = useState<RegistrationState>({ kind: 'holds' })
  const channel = useRef<ReturnType<typeof subscribeRegistration> | null>(null)
  useEffect(() => {
    const opened = subscribeRegistration(setLight)
    channel.current = opened
    return () => opened.close()
  }, [])
  const check = () => channel.current?.check()
  useHotkeys([[checkKey, check]])
  const say = words.light
  const sentence = {
    moved: say.moved,
    checking: `${say.looking} ${say.handsAway}`,
    unseen: say.callSomeone,
    lost: say.callSomeone,
    never: null,
    holds: null,
    still: null,
    repaired: null,
  }[light.kind]
  return (
    <div role="status">
      {sentence !== null && (
        <div className={styles.band}>
          <IconFocusCentered aria-hidden="true" className={styles.sign} />
          <span className={styles.words}>
            <Spoken text={sentence} />
          </span>
          {light.kind === 'moved' && <BigButton icon={IconFocusCentered} label={say.putRight} onPress={check} />}
        </div>
      )}
    </div>
  )
}
