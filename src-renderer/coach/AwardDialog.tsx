// Awarding a skill: the coach puts their name to it, and a signed credential is made.
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { IconAward } from '@tabler/icons-react'
import { useState } from 'react'
import type { Proposal } from '../../src-domain/contract/coach.contract.ts'
import { textIn } from '../../src-domain/instruction/language.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useAward } from './coachQueries.ts'

type Props = { readonly proposal: Proposal; readonly onClose: () => void; readonly onDone: (sentence: string) => void }

const longestNote = 500

export function AwardDialog({ proposal, onClose, onDone }: Props) {
  const { words, language } = useStaffWords()
  const { coach, common } = words
  const [note, setNote] = useState('')
  const award = useAward()
  const { name } = proposal.worker
  const send = () =>
    award.mutate(
      { proposalId: proposal.proposalId, note },
      {
        onSuccess: ({ verified }) => {
          onDone(`${coach.awarded(name)} ${verified ? coach.awardChecked : coach.awardUnchecked}`)
          onClose()
        },
      },
    )
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={coach.awardTitle(textIn(proposal.skillName, language), name)}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <Stack>
        <Text>{coach.awardAbout}</Text>
        <Textarea
          label={coach.note}
          description={coach.noteAbout}
          maxLength={longestNote}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FailureNote error={award.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button leftSection={<IconAward size={20} />} loading={award.isPending} onClick={send}>
            {coach.awardSure}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
