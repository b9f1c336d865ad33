// Everyone who works here, in the order of the alphabet. Nothing on this page sets one person above another.
import { Badge, Group, SimpleGrid, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import type { WorkerRow } from '../../src-domain/contract/workerProgress.schema.ts'
import { textIn } from '../../src-domain/instruction/language.ts'
import { formatShortDay } from '../ui/format.ts'
import { PersonPicture } from '../ui/personPictures/PersonPicture.tsx'
import { PageHead } from '../ui/staff/PageHead.tsx'
import { QueryBoundary } from '../ui/staff/QueryBoundary.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useWorkers } from './coachQueries.ts'
import { SiteParametersCard } from './learning/SiteParametersCard.tsx'
import styles from './WorkersPage.module.css'

export function WorkersPage() {
  const { words, language } = useStaffWords()
  const workers = useWorkers()
  return (
    <>
      <PageHead title={words.coach.workers} about={words.coach.workersAbout} />
      <SiteParametersCard />
      <QueryBoundary query={workers}>
        {(rows) =>
          rows.length === 0 ? (
            <Text size="lg">{words.coach.noWorkers}</Text>
          ) : (
            <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="lg">
              {rows
                .toSorted((a, b) => a.worker.name.localeCompare(b.worker.name, language))
                .map((row) => (
                  <WorkerTile key={row.worker.personId} row={row} />
                ))}
            </SimpleGrid>
          )
        }
      </QueryBoundary>
    </>
  )
}

function WorkerTile({ row }: { readonly row: WorkerRow }) {
  const { words, language } = useStaffWords()
  const { worker, lastSeenWallMs, openProposals, contested, tasks } = row
  const titles = tasks.map(({ title }) => textIn(title, language)).toSorted((a, b) => a.localeCompare(b, language))
  return (
    <Link href={`/coach/workers/${worker.personId}`} className={styles.tile}>
      <PersonPicture name={worker.picture} size={96} />
      <div>
        <Title order={2} size="h3">
          {worker.name}
        </Title>
        <Text c="dimmed">
          {lastSeenWallMs === null
            ? words.coach.neverSeen
            : words.coach.lastSeen(formatShortDay(lastSeenWallMs, language))}
        </Text>
        <Text mt={8}>
          {titles.length === 0 ? words.coach.nothingYet : `${words.coach.practises}: ${titles.join(', ')}`}
        </Text>
        {openProposals + contested > 0 && (
          <Group mt={12}>
            {openProposals > 0 && (
              <Badge color="sun.4" variant="filled" c="var(--ink)">
                {words.coach.waiting(openProposals)}
              </Badge>
            )}
            {contested > 0 && (
              <Badge color="amber" c="var(--ink)">
                {words.coach.contested(contested)}
              </Badge>
            )}
          </Group>
        )}
      </div>
    </Link>
  )
}
