// Queries and mutations of the administrator's window.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { service } from '../service.ts'

const overviewKey = ['admin', 'overview']
const refreshEveryMs = 10_000

export const useOverview = () =>
  useQuery({ queryKey: overviewKey, queryFn: () => service.admin.overview(), refetchInterval: refreshEveryMs })

export type NewPerson = Parameters<typeof service.admin.addPerson>[0]

function useAdminChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: overviewKey }),
  })
}

export const useAddPerson = () => useAdminChange((person: NewPerson) => service.admin.addPerson(person))

export const useBackUp = () => useAdminChange(() => service.admin.backUp())

export const useTryRestore = () => useAdminChange(() => service.admin.tryRestore())
export const useMakeCode = () => useAdminChange(() => service.admin.makeRecoveryCode())
export const useSetSecondPlace = () =>
  useAdminChange((folder: string | null) => service.admin.setSecondPlace({ folder }))
export const useDismissFaults = () =>
  useAdminChange((untilWallMs: number) => service.admin.dismissFaults({ untilWallMs }))

export const useProgramLog = () =>
  useMutation({
    mutationFn: async () => {
      const file = await service.admin.programLog()
      return { name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) }
    },
  })

export const useVerifyLog = () => useMutation({ mutationFn: () => service.admin.verifyLog() })
