// Says by itself what a worker needs to hear: the step when it begins, what is amiss, and well done.
import { useEffect, useEffectEvent } from 'react'
import { textIn } from '../../../src-domain/instruction/language.ts'
import type { BenchState } from '../../../src-domain/session/benchState.schema.ts'
import { useBench } from '../benchContext.tsx'
import { stepHelpOf, troubleSentence } from './stepHelp.ts'

export function useWorkVoice({ step, phase, feedback }: Pick<BenchState, 'step' | 'phase' | 'feedback'>): void {
  const { tell, words, language } = useBench()

  const beginStep = useEffectEvent(() => {
    if (!step || phase !== 'working' || stepHelpOf(step) !== 'show') return
    const { number, of } = step.repetition
    tell(number > 1 ? words.work.count(number, of) : textIn(step.text, language))
  })
  const answer = useEffectEvent(() => {
    if (feedback?.kind === 'cycleDone') tell(words.work.wellDone)
    const sentence = step && troubleSentence(step, words)
    if (sentence && (feedback?.kind === 'wrong' || feedback?.kind === 'doubt')) tell(sentence)
  })

  const shown = step && stepHelpOf(step) === 'show'
  useEffect(() => beginStep(), [step?.key, shown, phase])
  useEffect(() => answer(), [feedback?.seq])
}
