// The step: its pictogram large, its few words, and what is amiss. Someone who works without help sees only a nod.
import { IconArrowBackUp, IconClockPause, IconHandGrab, IconThumbUp } from '@tabler/icons-react'
import { textIn } from '../../../src-domain/instruction/language.ts'
import type { StepView } from '../../../src-domain/session/benchState.schema.ts'
import { mediaSource, Pictogram } from '../../ui/Pictogram.tsx'
import { useBench } from '../benchContext.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import { LightOnTable } from './LightOnTable.tsx'
import styles from './StepCard.module.css'
import { maySayDone, stepHelpOf, troubleSentence } from './stepHelp.ts'
import { WaitCircle } from './WaitCircle.tsx'

export function StepCard({ step }: { readonly step: StepView }) {
  const { words, language } = useBench()
  const help = stepHelpOf(step)
  const trouble = troubleSentence(step, words)
  const { number, of } = step.repetition
  if (help !== 'show') {
    const { waitForCircle, thinkFirst, lookAtLight } = words.work
    const quietSentence = step.wait ? waitForCircle : help === 'think' ? thinkFirst : lookAtLight
    return (
      <section className={`${styles.card} ${styles.quiet}`}>
        {step.wait ? (
          <WaitCircle key={step.wait.endsAtWallMs} wait={step.wait} label={words.work.waitForCircle} />
        ) : help === 'think' ? (
          <IconThumbUp aria-hidden="true" stroke={1.4} className={styles.sign} />
        ) : (
          <LightOnTable className={styles.sign} />
        )}
        <h1 className={styles.words}>
          <Spoken text={quietSentence} />
        </h1>
        {of > 1 && <Count number={number} of={of} />}
      </section>
    )
  }
  const TroubleIcon = step.doubt ? IconHandGrab : step.wrong?.error === 'wrongOrder' ? IconClockPause : IconArrowBackUp
  return (
    <section className={`${styles.card} ${trouble ? styles.amiss : ''}`}>
      {trouble && (
        <p className={styles.trouble}>
          <TroubleIcon aria-hidden="true" stroke={2.2} />
          <Spoken text={trouble} />
        </p>
      )}
      <div className={styles.picture}>
        {step.level === 3 && step.video ? (
          <video
            src={mediaSource(step.video)}
            autoPlay
            loop
            muted
            playsInline
            aria-label={textIn(step.video.alt, language)}
          />
        ) : (
          <Pictogram key={step.key} media={step.picture} language={language} />
        )}
      </div>
      <div className={styles.text}>
        <h1 className={styles.words}>
          <Spoken text={textIn(step.text, language)} />
        </h1>
        {of > 1 && <Count number={number} of={of} />}
        {step.wait ? (
          <WaitCircle key={step.wait.endsAtWallMs} wait={step.wait} label={words.work.waitForCircle} />
        ) : (
          !maySayDone(step) && <p className={styles.byDevice}>{words.refusal.needsItsOwnWay}</p>
        )}
      </div>
    </section>
  )
}

/** How many of the same, in digits and as things to count off. */
function Count({ number, of }: { readonly number: number; readonly of: number }) {
  const { words } = useBench()
  return (
    <p className={styles.count}>
      <strong>{words.work.count(number, of)}</strong>
      <span className={styles.tally} aria-hidden="true">
        {Array.from({ length: Math.min(of, 20) }, (_, index) => (
          <span key={index} className={index < number - 1 ? styles.counted : index === number - 1 ? styles.now : ''} />
        ))}
      </span>
    </p>
  )
}
