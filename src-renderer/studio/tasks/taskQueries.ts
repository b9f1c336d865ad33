// Queries and mutations of the studio's pages. A mutation invalidates all of the studio's queries.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { taskIdSchema } from '../../../src-domain/ids.ts'
import type { Binding } from '../../../src-domain/instruction/binding.ts'
import { service } from '../../service.ts'

export const useTasks = () => useQuery({ queryKey: ['studio', 'tasks'], queryFn: () => service.studio.tasks() })

/** @param named the task's id as the page's address has it. */
export const useTask = (named: string) =>
  useQuery({
    queryKey: ['studio', 'task', named],
    queryFn: () => service.studio.task({ taskId: taskIdSchema.parse(named) }),
  })

function useStudioChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['studio'] }),
  })
}

export const useBind = () => useStudioChange((binding: Binding) => service.studio.saveBinding(binding))

export const useImport = () => useStudioChange((file: File) => service.studio.importPackage({ bytes: file }))
