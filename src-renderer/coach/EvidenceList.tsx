// The evidence of a proposal, fact by fact, with the rule that made it.
import { Text } from '@mantine/core'
import {
  IconCalendar,
  IconCircleCheck,
  IconClockHour4,
  IconHandStop,
  IconPackage,
  IconRepeat,
} from '@tabler/icons-react'
import type { MasteryEvidence } from '../../src-domain/event/masteryEvidence.schema.ts'
import { formatDuration, formatShortDay } from '../ui/format.ts'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './EvidenceList.module.css'

export function EvidenceList({ evidence }: { readonly evidence: MasteryEvidence }) {
  const { words, language } = useStaffWords()
  const { coach } = words
  const { unaidedCleanCycles, days, errorsLastCycles, retentionDays, attempts, medianCycleSeconds } = evidence
  const keptDays = Math.floor(retentionDays)
  const facts = [
    { icon: IconPackage, text: coach.inARow(unaidedCleanCycles) },
    { icon: IconCircleCheck, text: errorsLastCycles === 0 ? coach.noErrors : coach.errors(errorsLastCycles) },
    { icon: IconHandStop, text: coach.onDays(days) },
    {
      icon: IconCalendar,
      text: coach.between(
        formatShortDay(evidence.firstWallMs, language),
        formatShortDay(evidence.lastWallMs, language),
      ),
    },
    {
      icon: IconRepeat,
      text: [coach.attempts(attempts), ...(keptDays > 0 ? [coach.retained(keptDays)] : [])].join(', '),
    },
    { icon: IconClockHour4, text: coach.typicalTime(formatDuration(medianCycleSeconds * 1000, language)) },
  ]
  return (
    <div>
      <ul className={styles.facts}>
        {facts.map(({ icon: Icon, text }) => (
          <li key={text}>
            <Icon aria-hidden="true" />
            {text}
          </li>
        ))}
      </ul>
      <details className={styles.rule}>
        <summary>
          {coach.rule}: {evidence.criterion}
        </summary>
        <Text mt="xs">{coach.ruleAbout}</Text>
      </details>
    </div>
  )
}
