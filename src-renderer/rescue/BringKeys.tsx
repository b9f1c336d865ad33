// Bringing a bench's keys back: from a backup with the recovery code, or from a folder where they were kept.
import { Alert, Button, Card, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconFolderSearch, IconInfoCircle, IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import type { Restorable } from '../../src-domain/contract/rescue.contract.ts'
import { formatMoment } from '../ui/format.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useBringKeys } from './rescueQueries.ts'

export function BringKeys({ backups }: { readonly backups: readonly Restorable[] }) {
  const { words } = useStaffWords()
  const { keys: say, refused } = words.safekeeping
  const bring = useBringKeys()
  const [folder, setFolder] = useState('')
  const sealed = backups.filter(({ codeMadeWallMs }) => codeMadeWallMs !== null)
  return (
    <Card component="section">
      <Stack>
        <div>
          <Title order={2} size="h3">
            {say.title}
          </Title>
          <Text c="dimmed">{say.about}</Text>
        </div>
        {sealed.length === 0 ? <Text>{say.noSealed}</Text> : <ByCode sealed={sealed} bring={bring} />}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (folder.trim() !== '') bring.mutate({ by: 'folder', folder })
          }}
        >
          <Group align="flex-end">
            <TextInput
              flex={1}
              label={say.fromFolder}
              description={say.folderAbout}
              spellCheck={false}
              value={folder}
              onChange={({ currentTarget }) => setFolder(currentTarget.value)}
            />
            <Button
              type="submit"
              variant="default"
              leftSection={<IconFolderSearch size={20} />}
              loading={bring.isPending}
            >
              {say.byFolder}
            </Button>
          </Group>
        </form>
        <FailureNote error={bring.error} />
        {bring.data && (
          <Alert color="amber" icon={<IconInfoCircle />} role="alert">
            {refused[bring.data]}
          </Alert>
        )}
      </Stack>
    </Card>
  )
}

type ByCodeProps = { readonly sealed: readonly Restorable[]; readonly bring: ReturnType<typeof useBringKeys> }

function ByCode({ sealed, bring }: ByCodeProps) {
  const { words, language } = useStaffWords()
  const { keys: say, restore } = words.safekeeping
  const [which, setWhich] = useState('0')
  const [code, setCode] = useState('')
  const backup = sealed[Number(which)] ?? sealed[0]
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (backup) bring.mutate({ by: 'code', folder: backup.folder, name: backup.name, code })
      }}
    >
      <Group align="flex-end">
        <Select
          label={say.fromBackup}
          allowDeselect={false}
          data={sealed.map(({ madeWallMs }, at) => ({ value: String(at), label: formatMoment(madeWallMs, language) }))}
          value={which}
          onChange={(value) => setWhich(value ?? '0')}
          w={280}
        />
        <TextInput
          flex={1}
          label={restore.code}
          description={backup && restore.codeAbout(formatMoment(backup.codeMadeWallMs ?? 0, language))}
          autoComplete="off"
          spellCheck={false}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <Button type="submit" leftSection={<IconKey size={20} />} loading={bring.isPending}>
          {say.byCode}
        </Button>
      </Group>
    </form>
  )
}
