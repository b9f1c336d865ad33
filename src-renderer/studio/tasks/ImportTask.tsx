// Imports an instruction package completely or not at all; then every problem is listed.
import { Alert, Button, FileButton, Stack, Table, Text } from '@mantine/core'
import { IconCircleCheck, IconFileAlert, IconPackageImport } from '@tabler/icons-react'
import { useRef } from 'react'
import { textIn } from '../../../src-domain/instruction/language.ts'
import type { Problem } from '../../../src-domain/result.ts'
import { failureOf } from '../../ui/failure.ts'
import { FailureNote } from '../../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import styles from './ImportTask.module.css'
import { useImport, useTasks } from './taskQueries.ts'

export function ImportTask() {
  const { words, language } = useStaffWords()
  const { studio } = words
  const importing = useImport()
  const tasks = useTasks()
  // Clears the file input, so that the same file can be chosen again after it was corrected.
  const forgetFile = useRef<() => void>(null)
  const take = (file: File | null) => {
    if (!file) return
    importing.mutate(file)
    forgetFile.current?.()
  }
  const title = tasks.data?.find(({ id }) => id === importing.data?.taskId)?.title
  const failure = importing.error && failureOf(importing.error)
  const problems =
    failure?.kind === 'promised' && failure.error.code === 'MALFORMED_PACKAGE' ? failure.error.data.problems : null
  return (
    <Stack mb="xl" gap="md">
      <FileButton
        onChange={take}
        resetRef={forgetFile}
        accept=".handwijzer,.zip"
        inputProps={{ 'aria-label': studio.importTask }}
      >
        {(props) => (
          <Button
            {...props}
            size="lg"
            w="fit-content"
            leftSection={<IconPackageImport size={24} />}
            loading={importing.isPending}
          >
            {studio.importTask}
          </Button>
        )}
      </FileButton>
      <div role="status">
        {importing.isPending && <Text>{studio.importing}</Text>}
        {title && <Alert icon={<IconCircleCheck />}>{studio.imported(textIn(title, language))}</Alert>}
      </div>
      {problems ? <Problems problems={problems} /> : <FailureNote error={importing.error} />}
    </Stack>
  )
}

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { words } = useStaffWords()
  const { studio } = words
  return (
    <Alert color="amber" icon={<IconFileAlert />} title={studio.refused} role="alert" className={styles.problems}>
      <Text mb="sm">{studio.refusedAbout}</Text>
      <Table.ScrollContainer type="native" minWidth={640} tabIndex={0}>
        <Table className={styles.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{studio.place}</Table.Th>
              <Table.Th>{studio.why}</Table.Th>
              <Table.Th>{studio.remedy}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody lang="en">
            {problems.map(({ path, reason, remedy }) => (
              <Table.Tr key={`${path} ${reason}`}>
                <Table.Td>
                  <code>{path}</code>
                </Table.Td>
                <Table.Td>{reason}</Table.Td>
                <Table.Td>{remedy}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Alert>
  )
}
