// The backups of this bench by the order of its log, one made by hand, and a restore step by step.
import { Alert, Badge, Button, Card, Group, Modal, Stack, Table, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconDatabaseExport, IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import type { Backups } from '../../src-domain/contract/admin.contract.ts'
import { RestoreSteps } from '../rescue/RestoreSteps.tsx'
import { useBackups } from '../rescue/rescueQueries.ts'
import { formatBytes, formatDuration, formatMoment } from '../ui/format.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { QueryBoundary } from '../ui/staff/QueryBoundary.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useReturnFocus } from '../ui/useReturnFocus.ts'
import { useBackUp, useTryRestore } from './adminQueries.ts'
import { RecoveryCodeSection } from './RecoveryCodeSection.tsx'
import { SecondPlaceSection } from './SecondPlaceSection.tsx'

const fewShown = 5

export function BackupCard({ backups }: { readonly backups: Backups }) {
  const { words, language } = useStaffWords()
  const { admin } = words
  const say = words.safekeeping.backups
  const backUp = useBackUp()
  const [restoring, setRestoring] = useState(false)
  return (
    <Card component="section">
      <Stack>
        <Group justify="space-between">
          <Title order={2} size="h3">
            {admin.backups}
          </Title>
          <Group gap="sm">
            <Button variant="default" leftSection={<IconHistory size={20} />} onClick={() => setRestoring(true)}>
              {words.safekeeping.restore.open}
            </Button>
            <Button
              leftSection={<IconDatabaseExport size={20} />}
              loading={backUp.isPending}
              onClick={() => backUp.mutate(undefined)}
            >
              {admin.backUpNow}
            </Button>
          </Group>
        </Group>
        <FailureNote error={backUp.error} />
        <div role="status">
          {backUp.data && (
            <Alert icon={<IconCircleCheck />}>{say.backedUp(formatBytes(backUp.data.bytes, language))}</Alert>
          )}
        </div>
        {backups.lastError !== null && (
          <Alert color="amber" icon={<IconAlertTriangle />} title={say.failed}>
            <span lang="en">{backups.lastError}</span>
          </Alert>
        )}
        <SetTable sets={backups.sets} />
        <TrialSection trial={backups.trial} some={backups.sets.length > 0} />
        <RecoveryCodeSection madeWallMs={backups.codeMadeWallMs} />
        <SecondPlaceSection second={backups.second} />
      </Stack>
      {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
    </Card>
  )
}

function SetTable({ sets }: Pick<Backups, 'sets'>) {
  const { words, language } = useStaffWords()
  const say = words.safekeeping.backups
  const [all, setAll] = useState(false)
  if (sets.length === 0) return <Text>{words.admin.noBackups}</Text>
  const shown = all ? sets : sets.slice(0, fewShown)
  return (
    <>
      <Table>
        <Table.Tbody>
          {shown.map(({ name, madeWallMs, reason, bytes, verified, withKeys, inSecondPlace }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {formatMoment(madeWallMs, language)}
                <Text c="dimmed" size="sm">
                  {say.reason[reason]}
                </Text>
              </Table.Th>
              <Table.Td>
                <Group gap={6}>
                  <Badge color={verified ? 'green' : 'amber'} c="var(--ink)">
                    {verified ? say.verified : say.notVerified}
                  </Badge>
                  {withKeys && (
                    <Badge color="sun" c="var(--ink)">
                      {say.withKeys}
                    </Badge>
                  )}
                  {inSecondPlace && (
                    <Badge color="gray" c="var(--ink)">
                      {say.inSecondPlace}
                    </Badge>
                  )}
                </Group>
              </Table.Td>
              <Table.Td ta="end">{formatBytes(bytes, language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown.length < sets.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {say.more}
        </Button>
      )}
    </>
  )
}

type TrialProps = { readonly trial: Backups['trial']; readonly some: boolean }

function TrialSection({ trial, some }: TrialProps) {
  const { words, language } = useStaffWords()
  const say = words.safekeeping.backups
  const tryRestore = useTryRestore()
  return (
    <Stack gap="xs">
      {trial !== null && trial.flaw !== null ? (
        <Alert color="amber" icon={<IconAlertTriangle />} title={say.trialBad}>
          <span lang="en">{trial.flaw}</span>
        </Alert>
      ) : (
        <Text>
          {trial === null
            ? say.trialNever
            : say.trialGood(formatDuration(trial.tookMs, language), formatMoment(trial.wallMs, language))}
        </Text>
      )}
      <FailureNote error={tryRestore.error} />
      {some && (
        <div>
          <Button variant="default" loading={tryRestore.isPending} onClick={() => tryRestore.mutate(undefined)}>
            {say.tryNow}
          </Button>
        </div>
      )}
    </Stack>
  )
}

function RestoreDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus()
  const { words } = useStaffWords()
  const backups = useBackups()
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={words.safekeeping.restore.title}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <QueryBoundary query={backups}>{(found) => <RestoreSteps backups={found} heading={null} />}</QueryBoundary>
    </Modal>
  )
}
