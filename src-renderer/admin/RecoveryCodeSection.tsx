// The recovery code: whether there is one, and a new one shown once to be written down.
import { Alert, Button, Group, Modal, Stack, Text, Title } from '@mantine/core'
import { IconKey, IconPencil } from '@tabler/icons-react'
import { formatMoment } from '../ui/format.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useMakeCode } from './adminQueries.ts'
import styles from './RecoveryCodeSection.module.css'

export function RecoveryCodeSection({ madeWallMs }: { readonly madeWallMs: number | null }) {
  const { words, language } = useStaffWords()
  const say = words.safekeeping.backups
  const make = useMakeCode()
  const none = madeWallMs === null
  return (
    <Stack gap="xs" component="section" aria-label={say.codeTitle}>
      <Title order={3} size="h4">
        {say.codeTitle}
      </Title>
      {none ? (
        <Alert color="amber" icon={<IconKey />}>
          {say.codeNone}
        </Alert>
      ) : (
        <Text>{say.codeMade(formatMoment(madeWallMs, language))}</Text>
      )}
      <FailureNote error={make.error} />
      <Group>
        <Button
          variant={none ? 'filled' : 'default'}
          leftSection={<IconKey size={20} />}
          loading={make.isPending}
          onClick={() => make.mutate(undefined)}
        >
          {none ? say.makeCode : say.makeNewCode}
        </Button>
        {!none && <Text c="dimmed">{say.newCodeAbout}</Text>}
      </Group>
      {make.data && (
        <Modal
          opened
          onClose={make.reset}
          size="lg"
          title={say.codeTitle}
          withCloseButton={false}
          closeOnClickOutside={false}
          closeOnEscape={false}
        >
          <Stack>
            <Text size="lg">{say.writeDown}</Text>
            <p className={styles.code}>
              {make.data.code.split('-').map((group, at) => (
                <span key={`${at} ${group}`}>{group}</span>
              ))}
            </p>
            <Group justify="flex-end">
              <Button size="lg" data-autofocus leftSection={<IconPencil size={20} />} onClick={make.reset}>
                {say.written}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </Stack>
  )
}
