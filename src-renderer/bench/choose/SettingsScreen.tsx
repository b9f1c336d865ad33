// How this worker wants to be spoken to. Every choice holds at once.
import {
  IconArrowLeft,
  IconConfetti,
  IconConfettiOff,
  IconSun,
  IconSunLow,
  IconSunset2,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react'
import type { Preferences } from '../../../src-domain/people/person.schema.ts'
import { service } from '../../service.ts'
import { useBench } from '../benchContext.tsx'
import { BigButton } from '../parts/BigButton.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import { LanguageBar } from '../signIn/LanguageBar.tsx'
import styles from './SettingsScreen.module.css'

type Props = { readonly preferences: Preferences; readonly onBack: () => void }

const lights = [
  ['full', IconSun],
  ['soft', IconSunLow],
  ['faint', IconSunset2],
] as const

export function SettingsScreen({ preferences, onBack }: Props) {
  const { words, language, run } = useBench()
  const prefer = (wanted: Partial<Preferences>) => run(() => service.bench.setPreferences(wanted))
  const { voice, rewards, light } = preferences
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <BigButton icon={IconArrowLeft} label={words.back} onPress={onBack} turns />
        <h1 className={styles.title}>
          <Spoken text={words.settings} />
        </h1>
      </header>
      <section className={styles.choice} aria-label={words.voice}>
        <h2>
          <Spoken text={words.voice} />
        </h2>
        <BigButton icon={IconVolume} label={words.on} pressed={voice} onPress={() => prefer({ voice: true })} />
        <BigButton icon={IconVolumeOff} label={words.off} pressed={!voice} onPress={() => prefer({ voice: false })} />
      </section>
      <section className={styles.choice} aria-label={words.rewards}>
        <h2>
          <Spoken text={words.rewards} />
        </h2>
        <BigButton icon={IconConfetti} label={words.on} pressed={rewards} onPress={() => prefer({ rewards: true })} />
        <BigButton
          icon={IconConfettiOff}
          label={words.off}
          pressed={!rewards}
          onPress={() => prefer({ rewards: false })}
        />
      </section>
      <section className={styles.choice} data-choices="3" aria-label={words.tableLight.title}>
        <h2>
          <Spoken text={words.tableLight.title} />
        </h2>
        {lights.map(([value, icon]) => (
          <BigButton
            key={value}
            icon={icon}
            label={words.tableLight[value]}
            pressed={light === value}
            onPress={() => prefer({ light: value })}
          />
        ))}
      </section>
      <section className={styles.languages}>
        <LanguageBar language={language} onChoose={(one) => prefer({ language: one })} />
      </section>
    </div>
  )
}
