// The page in place of a bench whose data cannot be used: what is wrong, in large plain words, and what can be done.
import { Alert, Button, Card, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { IconInfoCircle, IconLifebuoy, IconRefresh, IconShieldCheck } from '@tabler/icons-react'
import type { RescueState } from '../../src-domain/contract/rescue.contract.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { PlainFrame } from '../ui/staff/PlainFrame.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { BringKeys } from './BringKeys.tsx'
import { GoOnWithout } from './GoOnWithout.tsx'
import styles from './RescuePage.module.css'
import { RestoreSteps } from './RestoreSteps.tsx'
import { useTryAgain } from './rescueQueries.ts'

export function RescuePage({ state }: { readonly state: RescueState }) {
  return (
    <PlainFrame className={styles.middle}>
      {state.problem === null || state.working !== null ? (
        <Working share={state.working ?? 0} />
      ) : (
        <Problem state={state} problem={state.problem} />
      )}
    </PlainFrame>
  )
}

function Working({ share }: { readonly share: number }) {
  const { words } = useStaffWords()
  const { restore } = words.safekeeping
  const percent = Math.round(share * 100)
  return (
    <Card className={styles.working}>
      <Title order={1}>{restore.working}</Title>
      <Progress.Root size={36} radius="xl" mt="xl">
        <Progress.Section value={percent} aria-label={restore.working} />
      </Progress.Root>
      <Text size="xl" fw={700} mt="md" role="status">
        {percent} %
      </Text>
      <Text size="lg">{restore.workingAbout}</Text>
    </Card>
  )
}

type Props = { readonly state: RescueState; readonly problem: NonNullable<RescueState['problem']> }

function Problem({ state, problem }: Props) {
  const { words } = useStaffWords()
  const say = words.safekeeping
  const again = useTryAgain()
  const can = (remedy: RescueState['remedies'][number]) => state.remedies.includes(remedy)
  return (
    <>
      <div className={styles.what}>
        <IconLifebuoy aria-hidden="true" stroke={1.5} />
        <div>
          <Title order={1} className={styles.title}>
            {say.problem[problem].title}
          </Title>
          <Text className={styles.about}>{say.problem[problem].about}</Text>
          <Group gap="xs" className={styles.safe}>
            <IconShieldCheck aria-hidden="true" size={26} />
            <Text fw={700}>{say.safe}</Text>
          </Group>
        </div>
      </div>
      {state.refused !== null && (
        <Alert color="amber" icon={<IconInfoCircle />} role="alert" mb="lg">
          {say.refused[state.refused]}
        </Alert>
      )}
      <section aria-label={say.remedies} className={styles.remedies}>
        {can('restore') && (
          <Card component="section">
            <RestoreSteps backups={state.backups} />
          </Card>
        )}
        {can('bringKeys') && <BringKeys backups={state.backups} />}
        {can('goOn') && <GoOnWithout problem={problem} admins={state.admins} />}
      </section>
      <Stack align="flex-start" mt="xl">
        <FailureNote error={again.error} />
        <Button
          size="lg"
          variant={state.remedies.length === 0 ? 'filled' : 'default'}
          leftSection={<IconRefresh size={22} />}
          loading={again.isPending}
          onClick={() => again.mutate(undefined)}
        >
          {say.tryAgain}
        </Button>
        <details className={styles.details}>
          <summary>{say.details}</summary>
          <ul lang="en">
            <li>{problem}</li>
            {state.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </details>
      </Stack>
    </>
  )
}
