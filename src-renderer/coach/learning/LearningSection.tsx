// How one worker learns one task: what stands out, what is known and how surely, and how the days went.
import { Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { TaskProgress } from '../../../src-domain/contract/workerProgress.schema.ts'
import type { Arrangement } from '../../../src-domain/event/arrangement.schema.ts'
import type { PersonId } from '../../../src-domain/ids.ts'
import { textIn } from '../../../src-domain/instruction/language.ts'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { AttentionList } from './AttentionList.tsx'
import { DaysChart } from './DaysChart.tsx'
import { KnownList } from './KnownList.tsx'
import { StepDrawer } from './StepDrawer.tsx'

type Props = { readonly personId: PersonId; readonly task: TaskProgress; readonly arrangement: Arrangement }

export function LearningSection({ personId, task, arrangement }: Props) {
  const { words, language } = useStaffWords()
  const { known, days } = words.learning
  const [opened, setOpened] = useState<string | null>(null)
  const step = task.steps.find(({ stepId }) => stepId === opened)
  return (
    <Stack gap="xl">
      <AttentionList task={task} />
      <Stack gap="sm">
        <div>
          <Title order={3}>{known.title}</Title>
          <Text c="dimmed">{known.about}</Text>
        </div>
        <KnownList steps={task.steps} onOpen={setOpened} />
      </Stack>
      <Stack gap="sm">
        <div>
          <Title order={3}>{days.title}</Title>
          <Text c="dimmed">{days.about}</Text>
        </div>
        <DaysChart task={task} />
      </Stack>
      {step && (
        <StepDrawer
          key={step.stepId}
          of={{ personId, taskId: task.taskId, stepId: step.stepId }}
          title={textIn(step.text, language)}
          step={step}
          arrangement={arrangement}
          onClose={() => setOpened(null)}
        />
      )}
    </Stack>
  )
}
