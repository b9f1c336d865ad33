// Saying "not yet": never without a reason, because the worker may ask for it.
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Proposal } from '../../src-domain/contract/coach.contract.ts'
import { textIn } from '../../src-domain/instruction/language.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useDecline } from './coachQueries.ts'

type Props = { readonly proposal: Proposal; readonly onClose: () => void; readonly onDone: (sentence: string) => void }

const shortestReason = 3
const longestReason = 500

export function DeclineDialog({ proposal, onClose, onDone }: Props) {
  const { words, language } = useStaffWords()
  const { coach, common } = words
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const decline = useDecline()
  const { name } = proposal.worker
  const enough = reason.trim().length >= shortestReason
  const send = () => {
    setTried(true)
    if (!enough) return
    decline.mutate(
      { proposalId: proposal.proposalId, reason },
      {
        onSuccess: () => {
          onDone(coach.declined)
          onClose()
        },
      },
    )
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={coach.declineTitle(textIn(proposal.skillName, language), name)}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <Stack>
        <Text>{coach.declineAbout(name)}</Text>
        <Textarea
          label={coach.reason}
          description={coach.reasonAbout}
          required
          maxLength={longestReason}
          value={reason}
          error={tried && !enough ? coach.reasonNeeded : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FailureNote error={decline.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button loading={decline.isPending} onClick={send}>
            {coach.declineSure}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
