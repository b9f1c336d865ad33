// The program's faults of the last days: what, how often, when last. The log with their traces can be saved for support.
import { Badge, Button, Card, Group, Stack, Table, Text, Title } from '@mantine/core'
import { IconChecks, IconFileDownload } from '@tabler/icons-react'
import type { CountedFault } from '../../src-domain/fault/fault.schema.ts'
import { useClock } from '../ui/clockContext.tsx'
import { saveFile } from '../ui/download.ts'
import { formatNumber, formatShortMoment } from '../ui/format.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useDismissFaults, useProgramLog } from './adminQueries.ts'
import styles from './FaultsCard.module.css'

const mostShown = 8

export function FaultsCard({ faults }: { readonly faults: readonly CountedFault[] }) {
  const { words, language } = useStaffWords()
  const clock = useClock()
  const dismiss = useDismissFaults()
  const programLog = useProgramLog()
  const { title, none, what, howOften, last, more, markSeen, saveLog, logAbout } = words.faults
  const newest = faults[0]
  const save = () => {
    programLog.mutate(undefined, { onSuccess: ({ name, type, bytes }) => saveFile(clock, name, type, bytes) })
  }
  return (
    <Card component="section">
      <Stack>
        <Title order={2} size="h3">
          {title}
        </Title>
        {newest === undefined ? (
          <Text>{none}</Text>
        ) : (
          <Table className={styles.faults} verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{what}</Table.Th>
                <Table.Th scope="col" ta="end">
                  {howOften}
                </Table.Th>
                <Table.Th scope="col" ta="end">
                  {last}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {faults.slice(0, mostShown).map((fault) => (
                <Table.Tr key={fault.id}>
                  <Table.Th scope="row" fw={400}>
                    <What fault={fault} />
                  </Table.Th>
                  <Table.Td ta="end">{formatNumber(fault.count, language)}</Table.Td>
                  <Table.Td ta="end">{formatShortMoment(fault.lastWallMs, language)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {faults.length > mostShown && <Text>{more(faults.length - mostShown)}</Text>}
        <Text c="dimmed">{logAbout}</Text>
        <FailureNote error={dismiss.error ?? programLog.error} />
        <Group>
          {newest && faults.some(({ open }) => open) && (
            <Button
              leftSection={<IconChecks size={20} />}
              loading={dismiss.isPending}
              onClick={() => dismiss.mutate(newest.lastWallMs)}
            >
              {markSeen}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconFileDownload size={20} />}
            loading={programLog.isPending}
            onClick={save}
          >
            {saveLog}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}

/** What happened in the reader's language, and below it, for support, in the program's own words. */
function What({ fault }: { readonly fault: CountedFault }) {
  const { kind, where, name, code, sentence, at, open } = fault
  const { faults } = useStaffWords().words
  const place =
    where !== null && Object.hasOwn(faults.window, where) ? faults.window[where as keyof typeof faults.window] : where
  return (
    <>
      <span className={styles.what}>
        <strong>{faults.kind[kind]}</strong>
        {place !== null && <span>{place}</span>}
        {open && (
          <Badge color="amber" c="var(--ink)">
            {faults.isNew}
          </Badge>
        )}
      </span>
      <span className={styles.detail} lang="en" dir="ltr">
        {[sentence ?? name, code, at].filter((part) => part !== null).join(' · ')}
      </span>
    </>
  )
}
