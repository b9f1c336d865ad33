// What holds for one worker at every task: the work that fits, how help adapts, and notes.
import { Stack } from '@mantine/core'
import type { WorkerProgress } from '../../../src-domain/contract/workerProgress.schema.ts'
import type { PersonId } from '../../../src-domain/ids.ts'
import { ArrangementCard } from './ArrangementCard.tsx'
import { NoteList } from './NoteList.tsx'
import { PlanList } from './PlanList.tsx'

type Props = { readonly personId: PersonId } & Pick<WorkerProgress, 'plan' | 'arrangement' | 'notes'>

export function WorkerArrangements({ personId, plan, arrangement, notes }: Props) {
  return (
    <Stack gap="xl">
      <PlanList plan={plan} />
      <ArrangementCard key={personId} personId={personId} arrangement={arrangement} />
      <NoteList personId={personId} notes={notes} />
    </Stack>
  )
}
