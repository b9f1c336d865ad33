// Sign-in of staff with picture and PIN.
import { Alert, Button, Center, Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { mayCall } from '../../../src-domain/access/roles.ts'
import type { StaffCard } from '../../../src-domain/contract/staff.contract.ts'
import { service, staffTicket } from '../../service.ts'
import { failureOf } from '../failure.ts'
import { Mark } from '../Mark.tsx'
import { PersonPicture } from '../personPictures/PersonPicture.tsx'
import { PinPad } from '../pin/PinPad.tsx'
import { usePinEntry } from '../pin/usePinEntry.ts'
import { LanguageSelect } from './LanguageSelect.tsx'
import { QueryBoundary } from './QueryBoundary.tsx'
import styles from './StaffSignIn.module.css'
import { areaProcedures, type StaffArea } from './staffAreas.ts'
import { useStaffWords } from './staffContext.tsx'
import { staffSentence } from './staffSentence.ts'

type Props = { readonly area: StaffArea; readonly onSignedIn: (person: StaffCard) => void }

export function StaffSignIn({ area, onSignedIn }: Props) {
  const { words } = useStaffWords()
  const [chosen, setChosen] = useState<StaffCard | null>(null)
  const people = useQuery({ queryKey: ['staff.people'], queryFn: () => service.staff.people(), staleTime: 0 })
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <Group gap="sm">
          <Mark />
          <Text fw={700} size="xl">
            {words.doors[area].name}
          </Text>
        </Group>
        <Group>
          <Button component={Link} href="/" variant="default" leftSection={<IconArrowLeft size={20} />}>
            {words.common.start}
          </Button>
          <LanguageSelect />
        </Group>
      </header>
      <Center className={styles.middle}>
        {chosen ? (
          <StaffCode person={chosen} onBack={() => setChosen(null)} onSignedIn={onSignedIn} />
        ) : (
          <QueryBoundary query={people}>
            {(cards) => {
              const ours = cards.filter(({ roles }) => mayCall(areaProcedures[area], roles))
              return (
                <Stack align="center" gap="xl">
                  <Title order={1}>{words.signIn.title}</Title>
                  {ours.length === 0 && <Text size="lg">{words.signIn.nobody}</Text>}
                  <Group justify="center" gap="lg">
                    {ours.map((card) => (
                      <button
                        key={card.personId}
                        type="button"
                        className={styles.person}
                        onClick={() => setChosen(card)}
                      >
                        <PersonPicture name={card.picture} size={150} />
                        <strong>{card.name}</strong>
                        <span className={styles.roles}>{card.roles.map((role) => words.roles[role]).join(' · ')}</span>
                      </button>
                    ))}
                  </Group>
                </Stack>
              )
            }}
          </QueryBoundary>
        )}
      </Center>
    </main>
  )
}

type CodeProps = {
  readonly person: StaffCard
  readonly onBack: () => void
  readonly onSignedIn: (person: StaffCard) => void
}

function StaffCode({ person, onBack, onSignedIn }: CodeProps) {
  const { words } = useStaffWords()
  const [wrong, setWrong] = useState<string | null>(null)
  const entry = usePinEntry(async (pin) => {
    setWrong(null)
    try {
      const signedIn = await service.staff.signIn({ personId: person.personId, pin })
      staffTicket.set(signedIn.ticket)
      onSignedIn(signedIn.person)
      return 0
    } catch (error) {
      const failure = failureOf(error)
      setWrong(staffSentence(failure, words))
      const data = failure.kind === 'promised' && 'data' in failure.error ? failure.error.data : null
      return data && 'waitMs' in data ? data.waitMs : 0
    }
  })
  const message = entry.waitSeconds > 0 ? words.signIn.wait(entry.waitSeconds) : wrong
  return (
    <div className={styles.code}>
      <Stack align="center" gap="md" w={360}>
        <PersonPicture name={person.picture} size={200} />
        <Title order={1} ta="center">
          {words.signIn.enterPin(person.name)}
        </Title>
        <div role="status" className={styles.message}>
          {message !== null && (
            <Alert color="amber" icon={<IconInfoCircle />}>
              {message}
            </Alert>
          )}
        </div>
        <Button variant="default" leftSection={<IconArrowLeft size={20} />} onClick={onBack}>
          {words.common.back}
        </Button>
      </Stack>
      <PinPad entry={entry} eraseLabel={words.signIn.erase} doneLabel={words.signIn.done} listensToDigits />
    </div>
  )
}
