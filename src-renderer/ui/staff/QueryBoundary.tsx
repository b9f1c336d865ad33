// The query boundary: shows a query's data, a skeleton while it loads, and a message when it fails.
import { Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FailureNote } from './FailureNote.tsx'
import { useStaffWords } from './staffContext.tsx'

type Props<Data> = {
  readonly query: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
}

export function QueryBoundary<Data>({ query, children }: Props<Data>) {
  const { words } = useStaffWords()
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <FailureNote error={query.error} />
  return (
    <Stack aria-busy="true" aria-label={words.common.oneMoment} role="status">
      <Skeleton height={28} width="40%" />
      <Skeleton height={180} radius="xl" />
      <Skeleton height={180} radius="xl" />
    </Stack>
  )
}
