// Queries and mutations about data that cannot be used, and about restoring.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { service } from '../service.ts'
import { useConnection } from '../ui/useConnection.ts'

const stateKey = ['rescue', 'state']
const lookEveryMs = 3000
const whileWorkingMs = 400

/** What stands in the way of the bench; null when nothing does. Asked anew with every connection to the service. */
export function useRescueState() {
  const connection = useConnection()
  const queries = useQueryClient()
  useEffect(() => {
    if (connection === 'connected') void queries.invalidateQueries({ queryKey: stateKey })
  }, [connection, queries])
  return useQuery({
    queryKey: stateKey,
    queryFn: () => service.rescue.state(),
    refetchInterval: ({ state: { data } }) => (data ? (data.working === null ? lookEveryMs : whileWorkingMs) : false),
  })
}

/** The service may have begun anew after any of these: everything that is known of it is asked again. */
function useRemedy<Input, Output>(act: (input: Input) => Promise<Output>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: act, onSettled: () => queries.invalidateQueries() })
}

type Wanted = Parameters<typeof service.rescue.restore>[0]
type WantedKeys = Parameters<typeof service.rescue.bringKeys>[0]
type Who = Parameters<typeof service.rescue.goOn>[0]

export const useRestore = () => useRemedy((wanted: Wanted) => service.rescue.restore(wanted))
export const useBringKeys = () => useRemedy((wanted: WantedKeys) => service.rescue.bringKeys(wanted))
export const useGoOn = () => useRemedy((who: Who) => service.rescue.goOn(who))
export const useTryAgain = () => useRemedy(() => service.rescue.tryAgain())
export const useLookIn = () => useMutation({ mutationFn: (folder: string) => service.rescue.lookIn({ folder }) })
export const useBackups = () => useQuery({ queryKey: ['rescue', 'backups'], queryFn: () => service.rescue.backups() })
