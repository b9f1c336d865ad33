// The message about a failed request, shown where the request was made.
import { Alert } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { failureOf } from '../failure.ts'
import { useStaffWords } from './staffContext.tsx'
import { staffSentence } from './staffSentence.ts'

export function FailureNote({ error }: { readonly error: unknown }) {
  const { words } = useStaffWords()
  if (error === null || error === undefined) return null
  return (
    <Alert color="amber" icon={<IconInfoCircle />} role="alert">
      {staffSentence(failureOf(error), words)}
    </Alert>
  )
}
