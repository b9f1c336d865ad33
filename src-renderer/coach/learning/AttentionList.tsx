// What a coach should look at: steps that the worker says were seen wrongly, that are stuck, have probably faded, or are due for
// a look without help.
import { Alert, List, Text } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import type { TaskProgress } from '../../../src-domain/contract/workerProgress.schema.ts'
import { textIn } from '../../../src-domain/instruction/language.ts'
import { useNow } from '../../ui/clockContext.tsx'
import { formatDay } from '../../ui/format.ts'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'

type StepOf = TaskProgress['steps'][number]

/** How late a step that has become due may be shown as such, ms. */
const lookAgainMs = 60_000

/** Why a step stands out, what weighs most first; null when it does not. */
function standsOut({ stuck, upkeep }: StepOf, now: number) {
  if (stuck !== null) return stuck
  if (upkeep?.refreshDue) return 'refreshDue'
  return upkeep && upkeep.probeDueWallMs < now ? 'probeDue' : null
}

export function AttentionList({ task }: { readonly task: TaskProgress }) {
  const { words, language } = useStaffWords()
  const { attention } = words.learning
  const now = useNow(lookAgainMs)
  const because = (why: ReturnType<typeof standsOut>) => task.steps.filter((step) => standsOut(step, now) === why)
  const dueSince = Math.min(now, ...task.steps.flatMap(({ upkeep }) => upkeep?.probeDueWallMs ?? []))
  const found = [
    { why: attention.contested, steps: task.steps.filter(({ contested }) => contested > 0) },
    { why: attention.notLearning, steps: because('notLearning') },
    { why: attention.keepsReturning, steps: because('keepsReturning') },
    { why: attention.refreshDue, steps: because('refreshDue') },
    { why: attention.probeDue(formatDay(dueSince, language)), steps: because('probeDue') },
  ].flatMap(({ why, steps }) =>
    steps.length > 0 ? [{ why, steps: steps.map(({ text }) => textIn(text, language)).join(', ') }] : [],
  )
  return (
    <Alert icon={<IconEye />} title={attention.title} color={found.length > 0 ? 'amber' : 'green'}>
      {found.length === 0 ? (
        <Text c="var(--ink)">{attention.nothing}</Text>
      ) : (
        <List c="var(--ink)">
          {found.map(({ why, steps }) => (
            <List.Item key={why}>
              {why} <strong>{steps}</strong>
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  )
}
