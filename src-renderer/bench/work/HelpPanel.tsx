// More help, less help, and why: always at hand, and answered in one sentence.
import { IconBulb, IconBulbOff, IconQuestionMark } from '@tabler/icons-react'
import { useState } from 'react'
import type { StepView } from '../../../src-domain/session/benchState.schema.ts'
import { reasonSentence } from '../../ui/words/reasonWords.ts'
import { useBench } from '../benchContext.tsx'
import { BigButton } from '../parts/BigButton.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import styles from './HelpPanel.module.css'
import type { WorkActs } from './useWorkActs.ts'

type Props = { readonly step: StepView | null; readonly acts: WorkActs }

export function HelpPanel({ step, acts }: Props) {
  const { words, tell } = useBench()
  const [asked, setAsked] = useState<string | null>(null)
  const reason = step && asked === step.key ? reasonSentence(step.reason, words.reason) : null
  const why = () => {
    if (!step) return
    setAsked(reason === null ? step.key : null)
    if (reason === null) tell(reasonSentence(step.reason, words.reason))
  }
  return (
    <div className={styles.panel}>
      <BigButton
        icon={IconBulb}
        label={words.work.moreHelp}
        onPress={acts.moreHelp}
        stacked
        look="sun"
        disabled={!step}
      />
      <BigButton icon={IconBulbOff} label={words.work.lessHelp} onPress={acts.lessHelp} stacked disabled={!step} />
      <BigButton
        icon={IconQuestionMark}
        label={words.work.why}
        onPress={why}
        stacked
        disabled={!step}
        pressed={reason !== null}
      />
      <p className={styles.reason} role="status">
        {reason !== null && <Spoken text={reason} />}
      </p>
    </div>
  )
}
