// Saying "not yet": never without a reason, because the worker may ask for it.
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import type { Proposal } from '../../src-domain/contract/coach.contract.ts'
import { textIn } from '../../src-domain/instruction/language.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useCheckedForm } from '../ui/staff/useCheckedForm.ts'
import { useReturnFocus } from '../ui/useReturnFocus.ts'
import { useDecline } from './coachQueries.ts'

type Props = { readonly proposal: Proposal; readonly onClose: () => void; readonly onDone: (sentence: string) => void }

const shortestReason = 3
const longestReason = 500

export function DeclineDialog({ proposal, onClose, onDone }: Props) {
  useReturnFocus()
  const { words, language } = useStaffWords()
  const { coach, common } = words
  const decline = useDecline()
  const { form, onSubmit } = useCheckedForm({
    initialValues: { reason: '' },
    problemsIn: ({ reason }) => (reason.trim().length < shortestReason ? { reason: coach.reasonNeeded } : {}),
  })
  const { name } = proposal.worker
  const send = onSubmit(({ reason }) =>
    decline.mutate(
      { proposalId: proposal.proposalId, reason },
      {
        onSuccess: () => {
          onDone(coach.declined)
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
      title={coach.declineTitle(textIn(proposal.skillName, language), name)}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form noValidate onSubmit={send}>
        <Stack>
          <Text>{coach.declineAbout(name)}</Text>
          <Textarea
            label={coach.reason}
            description={coach.reasonAbout}
            required
            maxLength={longestReason}
            {...form.getInputProps('reason')}
          />
          <FailureNote error={decline.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={decline.isPending}>
              {coach.declineSure}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
