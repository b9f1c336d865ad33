// The screen beside the bench while someone works: the step, what the bench sees, and help at hand.

import { textIn } from '../../../src-domain/instruction/language.ts'
import type { BenchState } from '../../../src-domain/session/benchState.schema.ts'
import { Pictogram } from '../../ui/Pictogram.tsx'
import { useBench } from '../benchContext.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import { CycleDone } from './CycleDone.tsx'
import { HelpPanel } from './HelpPanel.tsx'
import { PausedScreen } from './PausedScreen.tsx'
import { RightTick } from './RightTick.tsx'
import { SightView } from './SightView.tsx'
import { StepCard } from './StepCard.tsx'
import { StepDots } from './StepDots.tsx'
import { maySayDone } from './stepHelp.ts'
import { useWorkActs } from './useWorkActs.ts'
import { useWorkVoice } from './useWorkVoice.ts'
import { WorkBar } from './WorkBar.tsx'
import styles from './WorkScreen.module.css'

export function WorkScreen({ state }: { readonly state: BenchState }) {
  const { words, language } = useBench()
  const acts = useWorkActs(state)
  useWorkVoice(state)
  const { phase, task, cycle, step, feedback, worker, calling } = state
  if (phase === 'paused') return <PausedScreen acts={acts} calling={calling} />
  const between = phase === 'betweenCycles'
  const finished = cycle?.finished ?? 0
  const done = between ? words.work.next : step && maySayDone(step) ? words.work.done : null
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        {task && (
          <p className={styles.task}>
            <Pictogram media={task.picture} language={language} decorative />
            <Spoken text={textIn(task.title, language)} />
          </p>
        )}
        {task && cycle && <StepDots done={cycle.doneSteps} of={task.stepCount} present={step?.number ?? null} />}
        <p className={styles.made}>{finished > 0 && !between && words.work.productsMade(finished)}</p>
      </header>
      <div className={styles.work}>
        <div className={styles.step}>
          {between && task ? (
            <CycleDone picture={task.picture} finished={finished} rewards={worker?.preferences.rewards ?? false} />
          ) : (
            step && <StepCard step={step} />
          )}
          <RightTick feedback={feedback} />
        </div>
        <div className={styles.beside}>
          <SightView sight={state.sight} />
          <HelpPanel step={step} acts={acts} />
        </div>
      </div>
      <WorkBar acts={acts} stepping={step !== null} calling={calling} contestable={state.contestable} done={done} />
      <p className={styles.aloud} aria-live="polite">
        {step && feedback?.kind === 'takenBack' ? words.work.takenBack : ''}
      </p>
    </div>
  )
}
