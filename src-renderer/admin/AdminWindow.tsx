// The administrator's window: health of the bench and its faults, people, backups and the log.
import { SimpleGrid, Stack } from '@mantine/core'
import { CalibrationCard } from '../calibration/CalibrationCard.tsx'
import { PageHead } from '../ui/staff/PageHead.tsx'
import { QueryBoundary } from '../ui/staff/QueryBoundary.tsx'
import { StaffWindow } from '../ui/staff/StaffWindow.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useOverview } from './adminQueries.ts'
import { BackupCard } from './BackupCard.tsx'
import { FaultsCard } from './FaultsCard.tsx'
import { HealthCard } from './HealthCard.tsx'
import { LogCard } from './LogCard.tsx'
import { PeopleCard } from './PeopleCard.tsx'

export function AdminWindow() {
  return (
    <StaffWindow area="admin">
      <Administration />
    </StaffWindow>
  )
}

function Administration() {
  const { words } = useStaffWords()
  const overview = useOverview()
  return (
    <>
      <PageHead title={words.admin.title} />
      <QueryBoundary query={overview}>
        {({ health, people, backups }) => (
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <Stack gap="lg">
              <HealthCard health={health} />
              <CalibrationCard />
              <BackupCard backups={backups} />
              <LogCard />
            </Stack>
            <Stack gap="lg">
              <FaultsCard faults={health.faults} />
              <PeopleCard people={people} />
            </Stack>
          </SimpleGrid>
        )}
      </QueryBoundary>
    </>
  )
}
