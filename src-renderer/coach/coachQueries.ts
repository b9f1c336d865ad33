// What the coach's pages ask of the service. A decision makes everything they show stale.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type CredentialId, type ProposalId, personIdSchema } from '../../src-domain/ids.ts'
import { service } from '../service.ts'
import { useClock } from '../ui/clockContext.tsx'
import { saveFile } from '../ui/download.ts'

export const useProposals = () =>
  useQuery({ queryKey: ['coach', 'proposals'], queryFn: () => service.coach.proposals() })

export const useWorkers = () => useQuery({ queryKey: ['coach', 'workers'], queryFn: () => service.coach.workers() })

/** @param named the worker's id as the page's address has it. */
export const useWorker = (named: string) =>
  useQuery({
    queryKey: ['coach', 'worker', named],
    queryFn: () => service.coach.worker({ personId: personIdSchema.parse(named) }),
  })

function useDecision<Input, Output>(decide: (input: Input) => Promise<Output>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: decide,
    onSettled: () => queries.invalidateQueries({ queryKey: ['coach'] }),
  })
}

export const useAward = () =>
  useDecision((award: { proposalId: ProposalId; note: string }) => service.coach.award(award))

export const useDecline = () =>
  useDecision((refusal: { proposalId: ProposalId; reason: string }) => service.coach.decline(refusal))

/** Saves a credential as the file that a reader checks. */
export function useCredentialDownload() {
  const clock = useClock()
  return useMutation({
    mutationFn: async (credentialId: CredentialId) => {
      const { fileName, json } = await service.coach.credential({ credentialId })
      saveFile(clock, fileName, 'application/json', json)
    },
  })
}
