// The first start: explore a demonstration workshop, set up this bench, or bring one back from a backup.
import { Button, Card, Loader, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconCompass, IconFlag, IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { RestoreSteps } from '../rescue/RestoreSteps.tsx'
import { useBackups } from '../rescue/rescueQueries.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { QueryBoundary } from '../ui/staff/QueryBoundary.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './FirstStart.module.css'
import { SetUpForm } from './SetUpForm.tsx'
import { useSetUp } from './useSetUp.ts'

export function FirstStart() {
  const { words, language } = useStaffWords()
  const { home } = words
  const [ownBench, setOwnBench] = useState(false)
  const [restoring, setRestoring] = useState(false)
  const lookAround = useSetUp()
  if (restoring) return <BringBack onBack={() => setRestoring(false)} />
  if (ownBench) return <SetUpForm onBack={() => setOwnBench(false)} />
  return (
    <>
      <Title order={1} size="2.75rem">
        {home.welcome}
      </Title>
      <Text size="xl" c="dimmed" mb="xl">
        {home.firstQuestion}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <button
          type="button"
          className={styles.choice}
          disabled={lookAround.isPending}
          onClick={() => lookAround.mutate({ mode: 'demonstration', language })}
        >
          {lookAround.isPending ? <Loader size={88} color="green" /> : <IconCompass aria-hidden="true" stroke={1.5} />}
          <span className={styles.name}>{home.lookAround}</span>
          <span>{lookAround.isPending ? home.making : home.lookAroundAbout}</span>
        </button>
        <button
          type="button"
          className={styles.choice}
          disabled={lookAround.isPending}
          onClick={() => setOwnBench(true)}
        >
          <IconFlag aria-hidden="true" stroke={1.5} />
          <span className={styles.name}>{home.setUp}</span>
          <span>{home.setUpAbout}</span>
        </button>
      </SimpleGrid>
      <div className={styles.failure}>
        <FailureNote error={lookAround.error} />
        <Button
          variant="subtle"
          size="lg"
          disabled={lookAround.isPending}
          leftSection={<IconHistory size={22} />}
          onClick={() => setRestoring(true)}
        >
          {words.safekeeping.restore.title}
        </Button>
      </div>
    </>
  )
}

/** A bench on a new computer: its backup is on a stick or in a folder, and its keys are in it. */
function BringBack({ onBack }: { readonly onBack: () => void }) {
  const { words } = useStaffWords()
  const backups = useBackups()
  return (
    <Card w="min(960px, 100%)" mx="auto">
      <Stack>
        <QueryBoundary query={backups}>
          {(found) => <RestoreSteps backups={found} wantsKeys heading={1} />}
        </QueryBoundary>
        <div>
          <Button variant="subtle" leftSection={<IconArrowLeft size={20} />} onClick={onBack}>
            {words.common.start}
          </Button>
        </div>
      </Stack>
    </Card>
  )
}
