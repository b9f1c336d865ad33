// "What was not right?": the worker says that the bench saw a step wrongly. It blames nobody, and a coach looks at it.
import { IconArrowLeft, IconCheck, IconEyeOff, IconHandOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { ContestReason } from '../../../src-domain/event/correction.schema.ts'
import { textIn } from '../../../src-domain/instruction/language.ts'
import type { BenchState } from '../../../src-domain/session/benchState.schema.ts'
import { Pictogram } from '../../ui/Pictogram.tsx'
import { useBench } from '../benchContext.tsx'
import { BigButton } from '../parts/BigButton.tsx'
import { SheetPage } from '../parts/Sheet.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import styles from './ContestQuestion.module.css'

type Props = {
  readonly step: NonNullable<BenchState['contestable']>
  readonly onContest: (because: ContestReason) => void
  readonly onClose: () => void
}

export function ContestQuestion({ step, onContest, onClose }: Props) {
  const { words, language, tell } = useBench()
  const [said, setSaid] = useState(false)
  const { work } = words
  const say = (because: ContestReason) => () => {
    onContest(because)
    setSaid(true)
    tell(work.contested)
  }
  const question = said ? work.contested : work.contestWhat
  return (
    <SheetPage title={question} heading={<Spoken text={question} />}>
      <p className={styles.step}>
        <Pictogram media={step.picture} language={language} decorative />
        <Spoken text={textIn(step.text, language)} />
      </p>
      {said ? (
        <BigButton icon={IconCheck} label={work.resume} onPress={onClose} look="primary" />
      ) : (
        <>
          <div className={styles.answers}>
            <BigButton icon={IconHandOff} label={work.contestReason.notMe} onPress={say('notMe')} stacked />
            <BigButton icon={IconEyeOff} label={work.contestReason.sawWrong} onPress={say('sawWrong')} stacked />
          </div>
          <BigButton icon={IconArrowLeft} label={words.back} onPress={onClose} turns />
        </>
      )}
    </SheetPage>
  )
}
