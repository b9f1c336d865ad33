// How one worker learns one task: what stands out, what is known and how surely, and how the days went.
import { Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { TaskLearning, WorkerLearning } from '../../../src-domain/contract/guidance.contract.ts'
import { textIn } from '../../../src-domain/instruction/language.ts'
import { QueryBoundary } from '../../ui/staff/QueryBoundary.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { AttentionList } from './AttentionList.tsx'
import { DaysChart } from './DaysChart.tsx'
import { KnownList } from './KnownList.tsx'
import { useLearning } from './learningQueries.ts'
import { StepDrawer } from './StepDrawer.tsx'

export function LearningSection({ personId, taskId }: { readonly personId: string; readonly taskId: string }) {
  const learning = useLearning(personId)
  return (
    <QueryBoundary query={learning}>
      {(found) => {
        const task = found.tasks.find((one) => one.taskId === taskId)
        return task ? <TaskSection learning={found} task={task} personId={personId} /> : null
      }}
    </QueryBoundary>
  )
}

type Props = { readonly learning: WorkerLearning; readonly task: TaskLearning; readonly personId: string }

function TaskSection({ learning, task, personId }: Props) {
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
          arrangement={learning.arrangement}
          onClose={() => setOpened(null)}
        />
      )}
    </Stack>
  )
}
