// The coach's inbox: what the bench proposes, with its evidence, and what was decided before.
import { Alert, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Proposal } from '../../src-domain/contract/coach.contract.ts'
import { PageHead } from '../ui/staff/PageHead.tsx'
import { QueryBoundary } from '../ui/staff/QueryBoundary.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { AwardDialog } from './AwardDialog.tsx'
import { useProposals } from './coachQueries.ts'
import { DecidedList } from './DecidedList.tsx'
import { DeclineDialog } from './DeclineDialog.tsx'
import { ProposalCard } from './ProposalCard.tsx'

type Deciding = { readonly proposal: Proposal; readonly how: 'award' | 'decline' }

export function ProposalsPage() {
  const { words } = useStaffWords()
  const proposals = useProposals()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const close = () => setDeciding(null)
  return (
    <>
      <PageHead title={words.coach.proposals} about={words.coach.proposalsAbout} />
      <div role="status">
        {done !== null && (
          <Alert
            icon={<IconCircleCheck />}
            mb="lg"
            withCloseButton
            closeButtonLabel={words.common.close}
            onClose={() => setDone(null)}
          >
            {done}
          </Alert>
        )}
      </div>
      <QueryBoundary query={proposals}>
        {(all) => {
          const open = all.filter(({ state }) => state === 'open')
          return (
            <Stack gap="xl">
              {open.length === 0 && <Text size="lg">{words.coach.noneOpen}</Text>}
              <SimpleGrid cols={{ base: 1, xl: open.length > 1 ? 2 : 1 }} spacing="xl">
                {open.map((proposal) => (
                  <ProposalCard
                    key={proposal.proposalId}
                    proposal={proposal}
                    onAward={() => setDeciding({ proposal, how: 'award' })}
                    onDecline={() => setDeciding({ proposal, how: 'decline' })}
                  />
                ))}
              </SimpleGrid>
              <Stack gap="md">
                <Title order={2}>{words.coach.decided}</Title>
                <DecidedList proposals={all.filter(({ state }) => state !== 'open')} />
              </Stack>
            </Stack>
          )
        }}
      </QueryBoundary>
      {deciding?.how === 'award' && <AwardDialog proposal={deciding.proposal} onClose={close} onDone={setDone} />}
      {deciding?.how === 'decline' && <DeclineDialog proposal={deciding.proposal} onClose={close} onDone={setDone} />}
    </>
  )
}
