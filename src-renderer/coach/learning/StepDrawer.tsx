// One step of one worker: what a coach arranges for it, and what the bench saw, to be corrected where it saw wrongly.
import { Alert, Button, Drawer, Group, Select, Stack, Text, Title } from '@mantine/core'
import { IconHandFinger, IconRestore } from '@tabler/icons-react'
import { useState } from 'react'
import type { TaskProgress } from '../../../src-domain/contract/workerProgress.schema.ts'
import type { Arrangement, HelpBounds } from '../../../src-domain/event/arrangement.schema.ts'
import { type Level, levelSchema } from '../../../src-domain/event/level.schema.ts'
import type { PersonId, StepId, TaskId } from '../../../src-domain/ids.ts'
import { FailureNote } from '../../ui/staff/FailureNote.tsx'
import { QueryBoundary } from '../../ui/staff/QueryBoundary.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { useReturnFocus } from '../../ui/useReturnFocus.ts'
import { levelsDown } from '../levelColours.ts'
import { AttemptList } from './AttemptList.tsx'
import { useArrange, useAttempts, useBeginAnew, useDemonstrate } from './learningQueries.ts'

type StepOf = { readonly personId: PersonId; readonly taskId: TaskId; readonly stepId: StepId }
type Props = {
  readonly of: StepOf
  readonly title: string
  readonly step: TaskProgress['steps'][number]
  readonly arrangement: Arrangement
  readonly onClose: () => void
}

const adapts = 'adapts'

/** The arrangement with other bounds for one step; none at all where they are empty. */
const withStepBounds = (arrangement: Arrangement, { taskId, stepId }: StepOf, bounds: HelpBounds): Arrangement => {
  const others = arrangement.steps.filter((one) => one.taskId !== taskId || one.stepId !== stepId)
  const own = Object.keys(bounds).length === 0 ? [] : [{ taskId, stepId, bounds }]
  return { ...arrangement, steps: [...others, ...own] }
}

export function StepDrawer({ of, title, step, arrangement, onClose }: Props) {
  useReturnFocus()
  const { words } = useStaffWords()
  const text = words.learning.step
  const [sure, setSure] = useState(false)
  const attempts = useAttempts(of)
  const arrange = useArrange()
  const demonstrate = useDemonstrate()
  const beginAnew = useBeginAnew()
  const own = arrangement.steps.find(({ taskId, stepId }) => taskId === of.taskId && stepId === of.stepId)
  const pin = (chosen: string): void => {
    const level = levelSchema.safeParse(Number(chosen))
    const bounds = chosen !== adapts && level.success ? { pinned: level.data } : {}
    arrange.mutate({ personId: of.personId, arrangement: withStepBounds(arrangement, of, bounds) })
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={620}
      title={<Title order={2}>{title}</Title>}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <Stack gap="lg">
        <Select
          label={text.level}
          allowDeselect={false}
          value={own?.bounds.pinned === undefined ? adapts : String(own.bounds.pinned)}
          data={[
            { value: adapts, label: text.adapts },
            ...levelsDown.map((level: Level) => ({
              value: String(level),
              label: text.fixed(words.level[level].name),
            })),
          ]}
          onChange={(chosen) => pin(chosen ?? adapts)}
        />
        {step.demonstrationWanted && <Alert color="green">{text.demonstrationWanted}</Alert>}
        <Group>
          <Button
            variant="default"
            leftSection={<IconHandFinger size={20} />}
            disabled={step.demonstrationWanted}
            loading={demonstrate.isPending}
            onClick={() => demonstrate.mutate(of)}
          >
            {text.demonstrate}
          </Button>
          {!sure && (
            <Button variant="default" leftSection={<IconRestore size={20} />} onClick={() => setSure(true)}>
              {text.beginAnew}
            </Button>
          )}
        </Group>
        {sure && (
          <Alert color="amber" title={text.beginAnew}>
            <Stack>
              <Text c="var(--ink)">{text.beginAnewAbout}</Text>
              <Group>
                <Button variant="default" onClick={() => setSure(false)}>
                  {words.common.cancel}
                </Button>
                <Button
                  loading={beginAnew.isPending}
                  onClick={() => beginAnew.mutate(of, { onSuccess: () => setSure(false) })}
                >
                  {text.beginAnewSure}
                </Button>
              </Group>
            </Stack>
          </Alert>
        )}
        <FailureNote error={arrange.error ?? demonstrate.error ?? beginAnew.error} />
        <div>
          <Title order={3}>{text.seen}</Title>
          <Text c="dimmed">{text.seenAbout}</Text>
        </div>
        <QueryBoundary query={attempts}>{(found) => <AttemptList attempts={found} />}</QueryBoundary>
      </Stack>
    </Drawer>
  )
}
