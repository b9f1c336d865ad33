// Coaches' notes about one worker's practice, newest first.
import { Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import type { WorkerProgress } from '../../../src-domain/contract/workerProgress.schema.ts'
import type { PersonId } from '../../../src-domain/ids.ts'
import { formatDay } from '../../ui/format.ts'
import { FailureNote } from '../../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { useNote } from './learningQueries.ts'

const longestNote = 2000

export function NoteList({
  personId,
  notes,
}: {
  readonly personId: PersonId
  readonly notes: WorkerProgress['notes']
}) {
  const { words, language } = useStaffWords()
  const text = words.learning.notes
  const [written, setWritten] = useState('')
  const note = useNote()
  const keep = (): void =>
    note.mutate({ personId, taskId: null, text: written.trim() }, { onSuccess: () => setWritten('') })
  return (
    <Card>
      <Stack>
        <div>
          <Title order={3}>{text.title}</Title>
          <Text c="dimmed">{text.about}</Text>
        </div>
        {notes.map(({ noteId, text: words, writtenBy, wallMs }) => (
          <div key={noteId}>
            <Text>{words}</Text>
            <Text size="sm" c="dimmed">
              {writtenBy}, {formatDay(wallMs, language)}
            </Text>
          </div>
        ))}
        <Textarea
          label={text.write}
          maxLength={longestNote}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        <FailureNote error={note.error} />
        <Group>
          <Button disabled={written.trim() === ''} loading={note.isPending} onClick={keep}>
            {text.keep}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}
