// One step of a task: its pictogram and text, and how the bench recognises it.
import type { TaskDetail } from '../../../src-domain/contract/studio.contract.ts'
import type { DoneBy, Step } from '../../../src-domain/instruction/instruction.schema.ts'
import { type Language, textIn } from '../../../src-domain/instruction/language.ts'
import { formatDuration } from '../../ui/format.ts'
import { Pictogram } from '../../ui/Pictogram.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import type { StaffWords } from '../../ui/words/staffWords.ts'
import styles from './StepEntry.module.css'

type Props = {
  readonly step: Step
  readonly number: number
  readonly detail: TaskDetail
  readonly wordsIn: Language
}

export function StepEntry({ step, number, detail, wordsIn }: Props) {
  const { words, language } = useStaffWords()
  const { studio } = words
  const { instruction, media } = detail
  const picture = media[step.picture]
  const part = instruction.parts.find(({ id }) => id === step.part)
  const zone = instruction.zones.find(({ id }) => id === step.zone)
  const partPicture = part && media[part.picture]
  const facts = [
    studio.kind[step.kind],
    studio.takes(formatDuration(step.expectedSeconds * 1000, language)),
    studio.difficulty[step.difficulty],
    ...(step.mistakeIs === 'cheap' ? [] : [studio.mistakeIs[step.mistakeIs]]),
  ]
  const ways = step.done.map((way) => waySentence(way, studio)).join(', ')
  return (
    <article className={styles.step}>
      <span className={styles.number}>{number}</span>
      {picture && <Pictogram media={picture} language={wordsIn} className={styles.picture} />}
      <div className={styles.words}>
        <h3>{textIn(step.text, wordsIn)}</h3>
        <p lang={language} dir="ltr">
          {facts.join(' · ')}
          <br />
          {`${studio.doneWhen}: ${ways}`}
        </p>
        <div className={styles.where}>
          {part && (
            <span>
              {partPicture && <Pictogram media={partPicture} language={wordsIn} decorative />}
              {textIn(part.name, wordsIn)}
            </span>
          )}
          {zone && <span className={styles.zone}>{textIn(zone.name, wordsIn)}</span>}
        </div>
      </div>
    </article>
  )
}

function waySentence(way: DoneBy, { doneBy }: StaffWords['studio']): string {
  // The compiler cannot see that `doneBy[way.by]` takes the type of `way`.
  const sentence = doneBy[way.by] as (way: DoneBy) => string
  return sentence(way)
}
