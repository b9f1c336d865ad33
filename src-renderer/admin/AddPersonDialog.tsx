// The dialog to add a person: name, drawn picture, way to sign in, and roles.
import { Button, Checkbox, Group, Modal, PasswordInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { IconId, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { staffRoles } from '../../src-domain/access/roles.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { type NewPerson, useAddPerson } from './adminQueries.ts'
import { newPersonProblems } from './newPersonProblems.ts'
import { PictureChoice } from './PictureChoice.tsx'

type Props = { readonly onClose: () => void; readonly onAdded: (name: string) => void }

const nobody: NewPerson = { name: '', picture: 'sunflower', badge: null, pin: null, worker: true, staffRoles: [] }
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export function AddPersonDialog({ onClose, onAdded }: Props) {
  const { words } = useStaffWords()
  const { admin, common, roles } = words
  const [person, setPerson] = useState(nobody)
  const [tried, setTried] = useState(false)
  const add = useAddPerson()
  const problems = newPersonProblems(person, words)
  const shown = tried ? problems : {}
  const change = (part: Partial<NewPerson>) => setPerson((now) => ({ ...now, ...part }))
  const send = () => {
    setTried(true)
    if (Object.keys(problems).length > 0) return
    add.mutate(person, {
      onSuccess: () => {
        onAdded(person.name.trim())
        onClose()
      },
    })
  }
  return (
    <Modal opened onClose={onClose} size="xl" title={admin.addPerson} closeButtonProps={{ 'aria-label': common.close }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Stack gap="lg">
          <TextInput
            label={admin.name}
            required
            data-autofocus
            maxLength={60}
            value={person.name}
            error={shown.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <PictureChoice value={person.picture} onChange={(picture) => change({ picture })} />
          <Checkbox.Group
            label={admin.roles}
            size="md"
            error={shown.roles}
            value={chosenRoles(person)}
            onChange={(chosen) => change(rolesFrom(chosen))}
          >
            <Group mt="xs" gap="xl">
              {(['worker', ...staffRoles] as const).map((role) => (
                <Checkbox key={role} value={role} label={roles[role]} size="md" />
              ))}
            </Group>
          </Checkbox.Group>
          <SimpleGrid cols={2}>
            <TextInput
              label={admin.badge}
              description={admin.badgeAbout}
              leftSection={<IconId size={20} />}
              value={person.badge ?? ''}
              error={shown.badge}
              onChange={(event) => change({ badge: orNull(event.currentTarget.value) })}
              onKeyDown={(event) => {
                // A badge reader ends with Enter, which should fill the field and not submit the form.
                if (event.key === 'Enter') event.preventDefault()
              }}
            />
            <PasswordInput
              size="md"
              label={admin.pin}
              description={admin.pinAbout}
              inputMode="numeric"
              autoComplete="new-password"
              value={person.pin ?? ''}
              error={shown.pin}
              onChange={(event) => change({ pin: orNull(event.currentTarget.value) })}
            />
          </SimpleGrid>
          <FailureNote error={add.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" leftSection={<IconUserPlus size={20} />} loading={add.isPending}>
              {admin.addPerson}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

const chosenRoles = ({ worker, staffRoles: held }: NewPerson): string[] => [...(worker ? ['worker'] : []), ...held]

const rolesFrom = (chosen: readonly string[]): Pick<NewPerson, 'worker' | 'staffRoles'> => ({
  worker: chosen.includes('worker'),
  staffRoles: staffRoles.filter((role) => chosen.includes(role)),
})
