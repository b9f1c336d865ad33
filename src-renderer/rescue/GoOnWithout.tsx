// An administrator gives up by name what is lost, so that the bench goes on without.
import { Button, Card, Group, PasswordInput, Select, Stack, Text, Title } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { RescueState, StartProblem } from '../../src-domain/contract/rescue.contract.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useGoOn } from './rescueQueries.ts'

type Props = { readonly problem: StartProblem; readonly admins: RescueState['admins'] }

const lossOf = (problem: StartProblem) =>
  problem === 'mediaMissing'
    ? 'media'
    : problem === 'databaseBehindBackup' || problem === 'logBroken'
      ? 'database'
      : 'keys'

export function GoOnWithout({ problem, admins }: Props) {
  const { words } = useStaffWords()
  const say = words.safekeeping.goOn
  const goOn = useGoOn()
  const [who, setWho] = useState(admins[0]?.personId ?? '')
  const [pin, setPin] = useState('')
  const person = admins.find(({ personId }) => personId === who) ?? admins[0]
  return (
    <Card component="section">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (person && pin !== '') goOn.mutate({ personId: person.personId, pin })
        }}
      >
        <Stack>
          <div>
            <Title order={2} size="h3">
              {say.title}
            </Title>
            <Text>{say.about[lossOf(problem)]}</Text>
            <Text c="dimmed">{say.who}</Text>
          </div>
          <Group align="flex-end">
            <Select
              label={words.admin.name}
              allowDeselect={false}
              data={admins.map(({ personId, name }) => ({ value: personId, label: name }))}
              value={person?.personId ?? null}
              onChange={(value) => setWho(value ?? '')}
              w={280}
            />
            <PasswordInput
              label={words.admin.pin}
              size="md"
              inputMode="numeric"
              autoComplete="off"
              value={pin}
              onChange={({ currentTarget }) => setPin(currentTarget.value)}
              w={220}
            />
            <Button type="submit" variant="default" leftSection={<IconArrowRight size={20} />} loading={goOn.isPending}>
              {say.now}
            </Button>
          </Group>
          <FailureNote error={goOn.error} />
        </Stack>
      </form>
    </Card>
  )
}
