// What the pages about learning ask of the service, and what they arrange. Whatever is arranged makes all they show stale.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Arrangement } from '../../../src-domain/event/arrangement.schema.ts'
import type { Correction } from '../../../src-domain/event/correction.schema.ts'
import type { PersonId, StepId, TaskId } from '../../../src-domain/ids.ts'
import { service } from '../../service.ts'

export const useAttempts = (of: { personId: PersonId; taskId: TaskId; stepId: StepId }) =>
  useQuery({ queryKey: ['coach', 'attempts', of], queryFn: () => service.guidance.attempts(of) })

export const useSiteParameters = () =>
  useQuery({ queryKey: ['coach', 'siteParameters'], queryFn: () => service.guidance.siteParameters() })

function useCommand<Input>(command: (input: Input) => Promise<void>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: command,
    onSettled: () => queries.invalidateQueries({ queryKey: ['coach'] }),
  })
}

type StepOf = { personId: PersonId; taskId: TaskId; stepId: StepId }

export const useArrange = () =>
  useCommand((wanted: { personId: PersonId; arrangement: Arrangement }) => service.guidance.arrange(wanted))
export const useDemonstrate = () => useCommand((step: StepOf) => service.guidance.demonstrate(step))
export const useBeginAnew = () => useCommand((step: StepOf) => service.guidance.beginAnew(step))
export const useCorrect = () =>
  useCommand((correction: { seq: number; correction: Correction }) => service.guidance.correct(correction))
export const useNote = () =>
  useCommand((note: { personId: PersonId; taskId: TaskId | null; text: string }) => service.guidance.note(note))
export const useAcceptParameters = () => useCommand((name: string) => service.guidance.acceptSiteParameters({ name }))
