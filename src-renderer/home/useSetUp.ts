import { useMutation, useQueryClient } from '@tanstack/react-query'
import { service } from '../service.ts'

type SetUp = Parameters<typeof service.system.setUp>[0]

/** Sets the bench up, and refetches all queries when that is done. */
export function useSetUp() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (wanted: SetUp) => service.system.setUp(wanted),
    onSettled: () => queries.invalidateQueries(),
  })
}
