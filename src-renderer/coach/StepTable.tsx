// The steps of a task for one worker: the help they get and why, how it faded, how they practise, what mastery still lacks.
import { Table, Text } from '@mantine/core'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import type { StepProgress } from '../../src-domain/contract/workerProgress.schema.ts'
import { textIn } from '../../src-domain/instruction/language.ts'
import { formatDuration } from '../ui/format.ts'
import { Pictogram } from '../ui/Pictogram.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { reasonSentence } from '../ui/words/reasonWords.ts'
import { LevelHistory } from './LevelHistory.tsx'
import { levelColours } from './levelColours.ts'
import styles from './StepTable.module.css'

export function StepTable({ steps }: { readonly steps: readonly StepProgress[] }) {
  const { words } = useStaffWords()
  const { step, helpNow, history, practice, lacks } = words.coach
  return (
    <Table.ScrollContainer type="native" minWidth={920} className={styles.frame} tabIndex={0}>
      <Table className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            {[step, helpNow, history, practice, lacks].map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {steps.map((one) => (
            <StepRow key={one.stepId} step={one} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function StepRow({ step }: { readonly step: StepProgress }) {
  const { words, language } = useStaffWords()
  const { coach, level } = words
  const pace = step.plateauSeconds === null ? null : formatDuration(step.plateauSeconds * 1000, language)
  const last = step.lastSeconds === null ? null : formatDuration(step.lastSeconds * 1000, language)
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <div className={styles.step}>
          <Pictogram media={step.picture} language={language} decorative className={styles.picture} />
          <span>{textIn(step.text, language)}</span>
        </div>
      </Table.Th>
      <Table.Td>
        <strong className={styles.level}>
          <span className={styles.dot} style={{ background: levelColours[step.level] }} />
          {level[step.level].name}
        </strong>
        <Text size="sm" c="dimmed">
          {reasonSentence(step.reason, words.reason)}
        </Text>
      </Table.Td>
      <Table.Td>
        <LevelHistory levels={step.levels} />
      </Table.Td>
      <Table.Td className={styles.practice}>
        <ul>
          <li>{coach.times(step.attempts)}</li>
          {step.unaidedInARow > 0 && <li>{coach.unaided(step.unaidedInARow)}</li>}
          {step.errors > 0 && <li>{coach.mistakes(step.errors)}</li>}
          {step.helpAsked > 0 && <li>{coach.helpAsked(step.helpAsked)}</li>}
          {pace !== null && (
            <li>
              {coach.ownPace} {pace}
              {last !== null && `, ${coach.lastTime(last)}`}
            </li>
          )}
        </ul>
      </Table.Td>
      <Table.Td>
        {step.missing === null ? (
          <span className={styles.mastered}>
            <IconCircleCheckFilled aria-hidden="true" />
            {coach.mastered}
          </span>
        ) : (
          coach.missing[step.missing]
        )}
      </Table.Td>
    </Table.Tr>
  )
}
