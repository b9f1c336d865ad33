// What a coach should look at: steps that are stuck, have probably faded, or are due for a look without help.
import { Alert, List, Text } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import type { TaskLearning } from '../../../src-domain/contract/guidance.contract.ts'
import { textIn } from '../../../src-domain/instruction/language.ts'
import { formatDay } from '../../ui/format.ts'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'

export function AttentionList({ task }: { readonly task: TaskLearning }) {
  const { words, language } = useStaffWords()
  const { attention } = words.learning
  const now = Date.now()
  const sentences = task.steps.flatMap(({ text, stuck, upkeep }) => {
    const step = textIn(text, language)
    if (stuck !== null) return [attention[stuck](step)]
    if (upkeep?.refreshDue) return [attention.refreshDue(step)]
    if (upkeep && upkeep.probeDueWallMs < now)
      return [attention.probeDue(step, formatDay(upkeep.probeDueWallMs, language))]
    return []
  })
  return (
    <Alert icon={<IconEye />} title={attention.title} color={sentences.length > 0 ? 'amber' : 'green'}>
      {sentences.length === 0 ? (
        <Text c="var(--ink)">{attention.nothing}</Text>
      ) : (
        <List c="var(--ink)">
          {sentences.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  )
}
