// A second place for backups, outside this computer's disk: which folder, and how the last copy went.
import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconAlertTriangle, IconUsb } from '@tabler/icons-react'
import { useState } from 'react'
import type { Backups } from '../../src-domain/contract/admin.contract.ts'
import { formatBytes, formatMoment } from '../ui/format.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useSetSecondPlace } from './adminQueries.ts'

export function SecondPlaceSection({ second }: Pick<Backups, 'second'>) {
  const { words } = useStaffWords()
  const say = words.safekeeping.backups
  const set = useSetSecondPlace()
  const [folder, setFolder] = useState(second?.folder ?? '')
  return (
    <Stack gap="xs" component="section" aria-label={say.secondTitle}>
      <Title order={3} size="h4">
        {say.secondTitle}
      </Title>
      {second === null ? <Text>{say.secondNone}</Text> : <SecondState second={second} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (folder.trim() !== '') set.mutate(folder)
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={say.secondFolder}
            description={say.secondFolderAbout}
            error={set.data ? say.secondRefused[set.data] : null}
            spellCheck={false}
            value={folder}
            onChange={({ currentTarget }) => setFolder(currentTarget.value)}
          />
          <Group>
            <Button type="submit" variant="default" leftSection={<IconUsb size={20} />} loading={set.isPending}>
              {say.secondSet}
            </Button>
            {second !== null && (
              <Button variant="subtle" onClick={() => set.mutate(null)}>
                {say.secondStop}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
      <FailureNote error={set.error} />
    </Stack>
  )
}

function SecondState({ second }: { readonly second: NonNullable<Backups['second']> }) {
  const { words, language } = useStaffWords()
  const say = words.safekeeping.backups
  const { lastOkWallMs, lastError, freeBytes } = second
  return (
    <>
      <Text>
        {lastOkWallMs === null
          ? say.secondNever
          : say.secondOk(
              formatMoment(lastOkWallMs, language),
              freeBytes === null ? '–' : formatBytes(freeBytes, language),
            )}
      </Text>
      {lastError !== null && (
        <Alert color="amber" icon={<IconAlertTriangle />} title={say.secondFailed}>
          <span lang="en">{lastError}</span>
        </Alert>
      )}
    </>
  )
}
