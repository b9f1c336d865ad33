// What is known of each step as a bar from 0 to 100 %: where it may well lie, and where it most likely does.
import { ActionIcon } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import type { TaskProgress } from '../../../src-domain/contract/workerProgress.schema.ts'
import type { StepId } from '../../../src-domain/ids.ts'
import { textIn } from '../../../src-domain/instruction/language.ts'
import { Pictogram } from '../../ui/Pictogram.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { levelColours } from '../levelColours.ts'
import styles from './KnownList.module.css'

type Props = { readonly steps: TaskProgress['steps']; readonly onOpen: (stepId: StepId) => void }

export function KnownList({ steps, onOpen }: Props) {
  const { words, language } = useStaffWords()
  const { known } = words.learning
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <ul className={styles.list}>
      {steps.map((step) => {
        const text = textIn(step.text, language)
        const [likely, low, high] = [step.known, step.low, step.high].map((value) => percent.format(value))
        return (
          <li key={step.stepId}>
            <Pictogram media={step.picture} language={language} decorative className={styles.picture} />
            <span className={styles.text}>{text}</span>
            <span
              className={styles.bar}
              role="img"
              aria-label={known.range(likely ?? '', low ?? '', high ?? '')}
              title={known.range(likely ?? '', low ?? '', high ?? '')}
            >
              <span
                className={styles.range}
                style={{ insetInlineStart: `${step.low * 100}%`, width: `${(step.high - step.low) * 100}%` }}
              />
              <span className={styles.likely} style={{ insetInlineStart: `${step.known * 100}%` }} />
            </span>
            <span className={styles.number}>{likely}</span>
            <span className={styles.level}>
              <span className={styles.dot} style={{ background: levelColours[step.level] }} />
              {words.level[step.level].name}
            </span>
            <ActionIcon
              variant="default"
              size={44}
              radius="xl"
              aria-label={known.change(text)}
              onClick={() => onOpen(step.stepId)}
            >
              <IconAdjustmentsHorizontal size={22} />
            </ActionIcon>
          </li>
        )
      })}
    </ul>
  )
}
