// Restoring step by step: which backup, then what will happen, then once more yes.
import { Alert, Button, Checkbox, Group, List, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconHistory, IconInfoCircle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Restorable } from '../../src-domain/contract/rescue.contract.ts'
import { formatMoment } from '../ui/format.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { BackupChoice } from './BackupChoice.tsx'
import { useRestore } from './rescueQueries.ts'

type Props = {
  readonly backups: readonly Restorable[]
  /** Whether the bench has no keys of its own, so that those of the backup are wanted. */
  readonly wantsKeys?: boolean
  /** The level of its heading; null in a dialog, whose title says the same. */
  readonly heading?: 1 | 2 | null
}

export function RestoreSteps({ backups, wantsKeys = false, heading = 2 }: Props) {
  const { words } = useStaffWords()
  const say = words.safekeeping.restore
  const [chosen, setChosen] = useState<Restorable | null>(null)
  const [confirming, setConfirming] = useState(false)
  const wanted = chosen ?? backups[0] ?? null
  if (confirming && wanted) {
    const onBack = () => setConfirming(false)
    return <Confirm backup={wanted} wantsKeys={wantsKeys} heading={heading ?? 3} onBack={onBack} />
  }
  return (
    <Stack>
      <div>
        {heading !== null && (
          <Title order={heading} size="h3">
            {say.title}
          </Title>
        )}
        <Text c="dimmed">{say.about}</Text>
      </div>
      <BackupChoice backups={backups} value={wanted} onChange={setChosen} />
      <Group justify="flex-end">
        <Button
          size="lg"
          disabled={wanted === null}
          rightSection={<IconArrowRight size={22} />}
          onClick={() => setConfirming(true)}
        >
          {say.next}
        </Button>
      </Group>
    </Stack>
  )
}

type ConfirmProps = {
  readonly backup: Restorable
  readonly wantsKeys: boolean
  readonly heading: 1 | 2 | 3
  readonly onBack: () => void
}

function Confirm({ backup, wantsKeys, heading, onBack }: ConfirmProps) {
  const { words, language } = useStaffWords()
  const { restore: say, refused } = words.safekeeping
  const restore = useRestore()
  const { codeMadeWallMs } = backup
  const [withKeys, setWithKeys] = useState(wantsKeys && codeMadeWallMs !== null)
  const [code, setCode] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
  // The button that led here is gone, and the focus with it.
  useEffect(() => title.current?.focus(), [])
  const send = () => restore.mutate({ folder: backup.folder, name: backup.name, code: withKeys ? code : null })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Stack>
        <Title order={heading} size="h3" ref={title} tabIndex={-1}>
          {say.confirmTitle(formatMoment(backup.madeWallMs, language))}
        </Title>
        <List size="lg" spacing="xs" type="ordered">
          {say.steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        {codeMadeWallMs !== null && (
          <Stack gap="xs">
            <Checkbox
              size="md"
              label={say.withKeys}
              checked={withKeys}
              onChange={({ currentTarget }) => setWithKeys(currentTarget.checked)}
            />
            {withKeys && (
              <TextInput
                label={say.code}
                description={say.codeAbout(formatMoment(codeMadeWallMs, language))}
                autoComplete="off"
                spellCheck={false}
                value={code}
                onChange={({ currentTarget }) => setCode(currentTarget.value)}
              />
            )}
          </Stack>
        )}
        <FailureNote error={restore.error} />
        {restore.data && (
          <Alert color="amber" icon={<IconInfoCircle />} role="alert">
            {refused[restore.data]}
          </Alert>
        )}
        <Group justify="space-between">
          <Button variant="default" size="lg" leftSection={<IconArrowLeft size={20} />} onClick={onBack}>
            {words.common.back}
          </Button>
          <Button type="submit" size="lg" leftSection={<IconHistory size={22} />} loading={restore.isPending}>
            {say.now}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
