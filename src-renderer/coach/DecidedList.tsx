// Proposals that were judged: by whom, when, with what words, and the credential that came of it.
import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { Proposal } from '../../src-domain/contract/coach.contract.ts'
import { textIn } from '../../src-domain/instruction/language.ts'
import { formatDay } from '../ui/format.ts'
import { Pictogram } from '../ui/Pictogram.tsx'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useCredentialDownload } from './coachQueries.ts'
import styles from './DecidedList.module.css'

type Props = {
  readonly proposals: readonly Proposal[]
  /** Left out on a page that is about one worker. */
  readonly withName?: boolean
}

export function DecidedList({ proposals, withName = true }: Props) {
  const { words, language } = useStaffWords()
  const download = useCredentialDownload()
  if (proposals.length === 0) return <Text>{words.coach.noneDecided}</Text>
  const states = {
    awarded: { label: words.coach.stateAwarded, color: 'green' },
    declined: { label: words.coach.stateDeclined, color: 'amber' },
    open: { label: words.coach.stateOpen, color: 'gray' },
  } as const
  return (
    <Stack gap="sm">
      <FailureNote error={download.error} />
      <ul className={styles.list}>
        {proposals.map(
          ({ proposalId, worker, skillName, picture, state, decidedBy, decidedWallMs, note, credentialId }) => (
            <li key={proposalId}>
              <Pictogram media={picture} language={language} decorative className={styles.medal} />
              <div className={styles.words}>
                <Text fw={700}>
                  {withName && `${worker.name}: `}
                  {textIn(skillName, language)}
                </Text>
                {decidedWallMs !== null && (
                  <Text c="dimmed">{words.coach.decidedBy(decidedBy ?? '', formatDay(decidedWallMs, language))}</Text>
                )}
                {note !== null && note !== '' && <Text className={styles.note}>{note}</Text>}
              </div>
              <Group>
                <Badge color={states[state].color}>{states[state].label}</Badge>
                {credentialId !== null && (
                  <Button
                    variant="default"
                    size="sm"
                    leftSection={<IconDownload size={18} />}
                    aria-label={`${words.coach.credential}: ${worker.name}, ${textIn(skillName, language)}`}
                    onClick={() => download.mutate(credentialId)}
                  >
                    {words.coach.credential}
                  </Button>
                )}
              </Group>
            </li>
          ),
        )}
      </ul>
    </Stack>
  )
}
