// Who is there? A badge held to the reader, a picture with a code, or a guest.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Language } from '../../../src-domain/instruction/language.ts'
import type { BenchState } from '../../../src-domain/session/benchState.schema.ts'
import { service } from '../../service.ts'
import { PersonPicture } from '../../ui/personPictures/PersonPicture.tsx'
import { useBadgeReader } from '../../ui/useBadgeReader.ts'
import { useBench } from '../benchContext.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import { BadgeDrawing } from './BadgeDrawing.tsx'
import { CodeScreen, type SignInPerson } from './CodeScreen.tsx'
import { LanguageBar } from './LanguageBar.tsx'
import styles from './SignInScreen.module.css'

/** Few people get large pictures; many still fit. */
const sizeFor = (tiles: number): 'large' | 'middle' | 'small' =>
  tiles <= 4 ? 'large' : tiles <= 6 ? 'middle' : 'small'

type Props = {
  /** What a worker should know before signing in. */
  readonly notice: BenchState['notice']
  readonly onLanguage: (language: Language) => void
}

export function SignInScreen({ notice, onLanguage }: Props) {
  const { words, language, run } = useBench()
  const [person, setPerson] = useState<SignInPerson | null>(null)
  const people = useQuery({ queryKey: ['bench.people'], queryFn: () => service.bench.people() })
  useBadgeReader({ onBadge: (badge) => run(() => service.bench.signIn({ by: 'badge', badge })) })

  if (person) return <CodeScreen person={person} onBack={() => setPerson(null)} />

  const choose = (chosen: SignInPerson) => {
    onLanguage(chosen.language)
    setPerson(chosen)
  }
  return (
    <div className={styles.screen}>
      <section className={styles.badge}>
        <h1 className={styles.title}>
          <Spoken text={words.signIn.title} aloud={`${words.signIn.title}. ${words.signIn.holdBadge}.`} onGreen />
        </h1>
        {notice && (
          <p className={styles.notice} role="status">
            <Spoken text={words.signIn[notice]} />
          </p>
        )}
        <div className={styles.drawing}>
          <BadgeDrawing />
        </div>
        <p className={styles.hold}>
          <Spoken text={words.signIn.holdBadge} onGreen />
        </p>
      </section>
      <section className={styles.pictures}>
        <h2 className={styles.or}>
          <Spoken text={words.signIn.orTouchPicture} />
        </h2>
        <ul className={styles.people} data-size={sizeFor(1 + (people.data?.length ?? 0))}>
          {people.data?.map((one) => (
            <li key={one.personId}>
              <button type="button" className={styles.person} onClick={() => choose(one)} lang={one.language}>
                <PersonPicture name={one.picture} />
                <span>{one.name}</span>
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              className={`${styles.person} ${styles.guest}`}
              onClick={() => run(() => service.bench.signIn({ by: 'guest', language }))}
            >
              <PersonPicture name="guest" />
              <span>{words.signIn.guest}</span>
            </button>
          </li>
        </ul>
        <LanguageBar language={language} onChoose={onLanguage} />
      </section>
    </div>
  )
}
