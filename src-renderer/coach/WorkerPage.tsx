// One worker: the tasks they practise step by step, and the skills that came or may come of it.
import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { WorkerProgress } from '../../src-domain/contract/workerProgress.schema.ts'
import { textIn } from '../../src-domain/instruction/language.ts'
import { formatDay } from '../ui/format.ts'
import { PersonPicture } from '../ui/personPictures/PersonPicture.tsx'
import { QueryBoundary } from '../ui/staff/QueryBoundary.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useProposals, useWorker } from './coachQueries.ts'
import { DecidedList } from './DecidedList.tsx'
import { LevelLegend } from './LevelLegend.tsx'
import { LearningSection } from './learning/LearningSection.tsx'
import { WorkerArrangements } from './learning/WorkerArrangements.tsx'
import { StepTable } from './StepTable.tsx'

export function WorkerPage({ personId }: { readonly personId: string }) {
  const { words } = useStaffWords()
  const worker = useWorker(personId)
  return (
    <Stack gap="xl">
      <Button
        component={Link}
        href="/coach/workers"
        variant="default"
        w="fit-content"
        leftSection={<IconArrowLeft size={20} />}
      >
        {words.coach.workers}
      </Button>
      <QueryBoundary query={worker}>{(progress) => <Progress progress={progress} />}</QueryBoundary>
    </Stack>
  )
}

function Progress({ progress }: { readonly progress: WorkerProgress }) {
  const { words, language } = useStaffWords()
  const { worker, lastSeenWallMs, tasks, plan, arrangement, notes } = progress
  const { personId } = worker
  const [chosen, setChosen] = useState(tasks[0]?.taskId ?? '')
  const proposals = useProposals()
  const task = tasks.find(({ taskId }) => taskId === chosen)
  return (
    <>
      <Group gap="lg">
        <PersonPicture name={worker.picture} size={104} />
        <div>
          <Title order={1}>{worker.name}</Title>
          <Text size="lg" c="dimmed">
            {lastSeenWallMs === null
              ? words.coach.neverSeen
              : words.coach.lastSeen(formatDay(lastSeenWallMs, language))}
          </Text>
        </div>
      </Group>
      {task ? (
        <Stack gap="md">
          {tasks.length > 1 && (
            <SegmentedControl
              size="md"
              radius="lg"
              w="fit-content"
              aria-label={words.coach.practises}
              value={chosen}
              onChange={setChosen}
              data={tasks.map(({ taskId, title }) => ({ value: taskId, label: textIn(title, language) }))}
            />
          )}
          <div>
            <Title order={2}>{words.coach.stepsOf(textIn(task.title, language))}</Title>
            <Text c="dimmed">{words.coach.practised(task.cycles, task.days.length, task.cleanCycles)}</Text>
          </div>
          <LevelLegend />
          <StepTable steps={task.steps} />
          <LearningSection key={chosen} personId={personId} task={task} arrangement={arrangement} />
        </Stack>
      ) : (
        <Text size="lg">{words.coach.nothingYet}</Text>
      )}
      <WorkerArrangements personId={personId} plan={plan} arrangement={arrangement} notes={notes} />
      <Stack gap="md">
        <Title order={2}>{words.coach.skillsAndProposals}</Title>
        <QueryBoundary query={proposals}>
          {(all) => <DecidedList proposals={all.filter((one) => one.worker.personId === personId)} withName={false} />}
        </QueryBoundary>
      </Stack>
    </>
  )
}
