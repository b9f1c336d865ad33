// The backups that were found, as radio buttons, and a folder where others may lie.
import { Badge, Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { IconFolderSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { Restorable } from '../../src-domain/contract/rescue.contract.ts'
import { formatMoment, formatNumber } from '../ui/format.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './BackupChoice.module.css'
import { useLookIn } from './rescueQueries.ts'

type Props = {
  readonly backups: readonly Restorable[]
  readonly value: Restorable | null
  readonly onChange: (backup: Restorable) => void
}

const fewShown = 4
const keyOf = ({ folder, name }: Restorable): string => `${folder} ${name}`

export function BackupChoice({ backups, value, onChange }: Props) {
  const { words, language } = useStaffWords()
  const { restore: say, backups: list } = words.safekeeping
  const [all, setAll] = useState(false)
  const lookIn = useLookIn()
  const found = lookIn.data ?? []
  const known = new Set(found.map(keyOf))
  const choices = [...found, ...backups.filter((backup) => !known.has(keyOf(backup)))]
  const shown = all ? choices : choices.slice(0, fewShown + found.length)
  return (
    <Stack>
      {choices.length === 0 ? (
        <Text>{say.none}</Text>
      ) : (
        <Radio.Group
          label={say.which}
          value={value ? keyOf(value) : null}
          onChange={(key) => {
            const backup = choices.find((one) => keyOf(one) === key)
            if (backup) onChange(backup)
          }}
        >
          <div className={styles.choices}>
            {shown.map((backup) => (
              <Radio.Card key={keyOf(backup)} value={keyOf(backup)} className={styles.choice}>
                <Radio.Indicator size="md" />
                <span className={styles.words}>
                  <strong>{formatMoment(backup.madeWallMs, language)}</strong>
                  <span>
                    {[backup.siteName, say.place[backup.place], say.events(formatNumber(backup.events, language))]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <Group gap={6}>
                  <Badge color={backup.verified ? 'green' : 'gray'} c="var(--ink)" className={styles.badge}>
                    {backup.verified ? say.verified : say.notLookedAt}
                  </Badge>
                  {backup.codeMadeWallMs !== null && (
                    <Badge color="sun" c="var(--ink)">
                      {list.withKeys}
                    </Badge>
                  )}
                </Group>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
      )}
      {shown.length < choices.length && (
        <Button variant="subtle" onClick={() => setAll(true)} className={styles.more}>
          {list.more}
        </Button>
      )}
      <FolderForm
        onLook={(folder) =>
          lookIn.mutate(folder, {
            onSuccess: ([first]) => {
              if (first) onChange(first)
            },
          })
        }
        pending={lookIn.isPending}
        nothing={lookIn.data?.length === 0}
        open={choices.length === 0}
      />
      <FailureNote error={lookIn.error} />
    </Stack>
  )
}

type FolderProps = {
  readonly onLook: (folder: string) => void
  readonly pending: boolean
  readonly nothing: boolean
  readonly open: boolean
}

function FolderForm({ onLook, pending, nothing, open }: FolderProps) {
  const { words } = useStaffWords()
  const say = words.safekeeping.restore
  const [folder, setFolder] = useState('')
  const look = () => {
    if (folder.trim() !== '') onLook(folder)
  }
  return (
    <details className={styles.elsewhere} open={open || undefined}>
      <summary>{say.elsewhere}</summary>
      <Group align="flex-end">
        <TextInput
          className={styles.folder}
          label={say.folder}
          description={say.folderAbout}
          error={nothing ? say.nothingThere : null}
          spellCheck={false}
          value={folder}
          onChange={({ currentTarget }) => setFolder(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            look()
          }}
        />
        <Button variant="default" leftSection={<IconFolderSearch size={20} />} loading={pending} onClick={look}>
          {say.look}
        </Button>
      </Group>
    </details>
  )
}
