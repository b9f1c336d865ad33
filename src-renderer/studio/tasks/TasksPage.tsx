// The tasks as cards, and the import of new ones.
import { Badge, Group, SimpleGrid, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconMapPin } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { TaskRow } from '../../../src-domain/contract/studio.contract.ts'
import { textIn } from '../../../src-domain/instruction/language.ts'
import { formatDay } from '../../ui/format.ts'
import { Pictogram } from '../../ui/Pictogram.tsx'
import { PageHead } from '../../ui/staff/PageHead.tsx'
import { QueryBoundary } from '../../ui/staff/QueryBoundary.tsx'
import { useStaffPerson, useStaffWords } from '../../ui/staff/staffContext.tsx'
import { ImportTask } from './ImportTask.tsx'
import styles from './TasksPage.module.css'
import { useTasks } from './taskQueries.ts'

export function TasksPage() {
  const { words } = useStaffWords()
  const { may } = useStaffPerson()
  const tasks = useTasks()
  return (
    <>
      <PageHead title={words.studio.tasks} about={words.studio.tasksAbout} />
      {may('studio.importPackage') && <ImportTask />}
      <QueryBoundary query={tasks}>
        {(rows) =>
          rows.length === 0 ? (
            <Text size="lg">{words.studio.noTasks}</Text>
          ) : (
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
              {rows.map((row) => (
                <TaskTile key={row.id} row={row} />
              ))}
            </SimpleGrid>
          )
        }
      </QueryBoundary>
    </>
  )
}

function TaskTile({ row }: { readonly row: TaskRow }) {
  const { words, language } = useStaffWords()
  const { studio } = words
  const open = row.problems.length
  return (
    <Link href={`/studio/tasks/${row.id}`} className={styles.tile}>
      <Pictogram media={row.picture} language={language} decorative className={styles.picture} />
      <div className={styles.words}>
        <Title order={2} size="h3">
          {textIn(row.title, language)}
        </Title>
        <Text c="dimmed">
          {[
            studio.steps(row.stepCount),
            studio.version(row.version),
            studio.importedOn(formatDay(row.importedWallMs, language)),
          ].join(' · ')}
        </Text>
        <Group gap={4} mt="xs">
          {row.languages.map((one) => (
            <Badge key={one} color="gray" c="var(--ink)" size="md" px={7}>
              {one}
            </Badge>
          ))}
        </Group>
        <p className={open === 0 ? styles.ready : styles.open}>
          {open === 0 ? <IconCircleCheck aria-hidden="true" /> : <IconMapPin aria-hidden="true" />}
          {open === 0 ? studio.ready : studio.toChoose(open)}
        </p>
      </div>
    </Link>
  )
}
