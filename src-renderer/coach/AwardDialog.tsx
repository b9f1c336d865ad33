// Awarding a skill: the coach puts their name to it, and a signed credential is made.
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconAward } from '@tabler/icons-react'
import type { Proposal } from '../../src-domain/contract/coach.contract.ts'
import { textIn } from '../../src-domain/instruction/language.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useReturnFocus } from '../ui/useReturnFocus.ts'
import { useAward } from './coachQueries.ts'

type Props = { readonly proposal: Proposal; readonly onClose: () => void; readonly onDone: (sentence: string) => void }

const longestNote = 500

export function AwardDialog({ proposal, onClose, onDone }: Props) {
  useReturnFocus()
  const { words, language } = useStaffWords()
  const { coach, common } = words
  const form = useForm({ initialValues: { note: '' } })
  const award = useAward()
  const { name } = proposal.worker
  const send = form.onSubmit(({ note }) =>
    award.mutate(
      { proposalId: proposal.proposalId, note },
      {
        onSuccess: ({ verified }) => {
          onDone(`${coach.awarded(name)} ${verified ? coach.awardChecked : coach.awardUnchecked}`)
          onClose()
        },
      },
    ),
  )
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={coach.awardTitle(textIn(proposal.skillName, language), name)}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form onSubmit={send}>
        <Stack>
          <Text>{coach.awardAbout}</Text>
          <Textarea
            label={coach.note}
            description={coach.noteAbout}
            maxLength={longestNote}
            {...form.getInputProps('note')}
          />
          <FailureNote error={award.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" leftSection={<IconAward size={20} />} loading={award.isPending}>
              {coach.awardSure}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
