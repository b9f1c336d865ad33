// What holds for one worker at every task: the work that fits, how help adapts, and notes.
import { Stack } from '@mantine/core'
import { QueryBoundary } from '../../ui/staff/QueryBoundary.tsx'
import { ArrangementCard } from './ArrangementCard.tsx'
import { useLearning } from './learningQueries.ts'
import { NoteList } from './NoteList.tsx'
import { PlanList } from './PlanList.tsx'

export function WorkerArrangements({ personId }: { readonly personId: string }) {
  const learning = useLearning(personId)
  return (
    <QueryBoundary query={learning}>
      {({ plan, arrangement, notes }) => (
        <Stack gap="xl">
          <PlanList plan={plan} />
          <ArrangementCard key={personId} personId={personId} arrangement={arrangement} />
          <NoteList personId={personId} notes={notes} />
        </Stack>
      )}
    </QueryBoundary>
  )
}
