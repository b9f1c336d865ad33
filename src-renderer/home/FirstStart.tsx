// The first start: explore a demonstration workshop, or set up this bench.
import { Loader, SimpleGrid, Text, Title } from '@mantine/core'
import { IconCompass, IconFlag } from '@tabler/icons-react'
import { useState } from 'react'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './FirstStart.module.css'
import { SetUpForm } from './SetUpForm.tsx'
import { useSetUp } from './useSetUp.ts'

export function FirstStart() {
  const { words, language } = useStaffWords()
  const { home } = words
  const [ownBench, setOwnBench] = useState(false)
  const lookAround = useSetUp()
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
      </div>
    </>
  )
}
