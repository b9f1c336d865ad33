// The people of this site, and adding one.
import { Alert, Badge, Button, Card, Group, Stack, Title } from '@mantine/core'
import { IconCircleCheck, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { PersonId } from '../../src-domain/ids.ts'
import { PersonPicture } from '../ui/personPictures/PersonPicture.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { AddPersonDialog } from './AddPersonDialog.tsx'
import styles from './PeopleCard.module.css'

type Person = {
  readonly personId: PersonId
  readonly name: string
  readonly picture: string
  readonly roles: readonly string[]
}

export function PeopleCard({ people }: { readonly people: readonly Person[] }) {
  const { words } = useStaffWords()
  const { admin } = words
  const [adding, setAdding] = useState(false)
  const [added, setAdded] = useState<string | null>(null)
  const roleWord = (role: string) =>
    Object.hasOwn(words.roles, role) ? words.roles[role as keyof typeof words.roles] : role
  return (
    <Card component="section">
      <Stack>
        <Group justify="space-between">
          <Title order={2} size="h3">
            {admin.people}
          </Title>
          <Button leftSection={<IconUserPlus size={20} />} onClick={() => setAdding(true)}>
            {admin.addPerson}
          </Button>
        </Group>
        <div role="status">{added !== null && <Alert icon={<IconCircleCheck />}>{admin.added(added)}</Alert>}</div>
        <ul className={styles.people}>
          {people.map(({ personId, name, picture, roles }) => (
            <li key={personId}>
              <PersonPicture name={picture} size={60} />
              <strong>{name}</strong>
              <Group gap={6} justify="flex-end">
                {roles.map((role) => (
                  <Badge key={role} color={role === 'worker' ? 'sun' : 'green'} c="var(--ink)">
                    {roleWord(role)}
                  </Badge>
                ))}
              </Group>
            </li>
          ))}
        </ul>
      </Stack>
      {adding && <AddPersonDialog onClose={() => setAdding(false)} onAdded={setAdded} />}
    </Card>
  )
}
