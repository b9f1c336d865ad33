// The list of backups, and a button to make one.
import { Alert, Button, Card, Group, Stack, Table, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconDatabaseExport } from '@tabler/icons-react'
import { formatBytes, formatMoment } from '../ui/format.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useBackUp } from './adminQueries.ts'

type Backup = { readonly fileName: string; readonly bytes: number; readonly wallMs: number }

export function BackupCard({ backups }: { readonly backups: readonly Backup[] }) {
  const { words, language } = useStaffWords()
  const { admin } = words
  const backUp = useBackUp()
  return (
    <Card component="section">
      <Stack>
        <Group justify="space-between">
          <Title order={2} size="h3">
            {admin.backups}
          </Title>
          <Button
            leftSection={<IconDatabaseExport size={20} />}
            loading={backUp.isPending}
            onClick={() => backUp.mutate(undefined)}
          >
            {admin.backUpNow}
          </Button>
        </Group>
        <FailureNote error={backUp.error} />
        <div role="status">
          {backUp.data && (
            <Alert icon={<IconCircleCheck />}>
              {admin.backedUp(backUp.data.fileName, formatBytes(backUp.data.bytes, language))}
            </Alert>
          )}
        </div>
        {backups.length === 0 ? (
          <Text>{admin.noBackups}</Text>
        ) : (
          <Table>
            <Table.Tbody>
              {backups.map(({ fileName, bytes, wallMs }) => (
                <Table.Tr key={fileName}>
                  <Table.Th scope="row" fw={400}>
                    {formatMoment(wallMs, language)}
                  </Table.Th>
                  <Table.Td>{fileName}</Table.Td>
                  <Table.Td ta="end">{formatBytes(bytes, language)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Stack>
    </Card>
  )
}
