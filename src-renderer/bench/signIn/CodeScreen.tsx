// The code behind a picture. Wrong codes cost a wait, which is counted down where it can be seen.
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { Language } from '../../../src-domain/instruction/language.ts'
import type { WorkerCard } from '../../../src-domain/people/person.schema.ts'
import { service } from '../../service.ts'
import { failureOf } from '../../ui/failure.ts'
import { PersonPicture } from '../../ui/personPictures/PersonPicture.tsx'
import { PinPad } from '../../ui/pin/PinPad.tsx'
import { usePinEntry } from '../../ui/pin/usePinEntry.ts'
import { useBadgeReader } from '../../ui/useBadgeReader.ts'
import { useBench, workerSentence } from '../benchContext.tsx'
import { BigButton } from '../parts/BigButton.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import styles from './CodeScreen.module.css'

export type SignInPerson = WorkerCard & { readonly language: Language }

type Props = { readonly person: SignInPerson; readonly onBack: () => void }

export function CodeScreen({ person, onBack }: Props) {
  const { words, run, tell } = useBench()
  const [wrong, setWrong] = useState<string | null>(null)
  const entry = usePinEntry(async (pin) => {
    setWrong(null)
    try {
      await service.bench.signIn({ by: 'pin', personId: person.personId, pin })
      return 0
    } catch (error) {
      const failure = failureOf(error)
      const sentence = workerSentence(failure, words)
      setWrong(sentence)
      if (sentence !== null) tell(sentence)
      return failure.kind === 'promised' && 'data' in failure.error && 'waitMs' in failure.error.data
        ? failure.error.data.waitMs
        : 0
    }
  })
  useBadgeReader({
    onBadge: (badge) => run(() => service.bench.signIn({ by: 'badge', badge })),
    onTyped: entry.add,
  })
  const message = entry.waitSeconds > 0 ? words.signIn.waitSeconds(entry.waitSeconds) : wrong

  return (
    <div className={styles.screen}>
      <div className={styles.back}>
        <BigButton icon={IconArrowLeft} label={words.back} onPress={onBack} turns />
      </div>
      <section className={styles.who}>
        <PersonPicture name={person.picture} className={styles.picture} />
        <h1 className={styles.question}>
          <Spoken text={words.signIn.enterPin(person.name)} />
        </h1>
        <p className={styles.message} role="status">
          {message}
        </p>
      </section>
      <PinPad entry={entry} eraseLabel={words.signIn.erase} doneLabel={words.work.done} className={styles.pad} />
    </div>
  )
}
