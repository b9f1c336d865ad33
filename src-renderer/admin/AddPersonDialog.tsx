// The dialog to add a person: name, drawn picture, way to sign in, and roles.
import { Button, Checkbox, Group, Modal, PasswordInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { IconId, IconUserPlus } from '@tabler/icons-react'
import { staffRoles } from '../../src-domain/access/roles.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useCheckedForm } from '../ui/staff/useCheckedForm.ts'
import { useReturnFocus } from '../ui/useReturnFocus.ts'
import { type NewPerson, useAddPerson } from './adminQueries.ts'
import { newPersonProblems } from './newPersonProblems.ts'
import { PictureChoice } from './PictureChoice.tsx'

type Props = { readonly onClose: () => void; readonly onAdded: (name: string) => void }

const empty = { name: '', picture: 'sunflower', badge: '', pin: '', roles: ['worker'] }
type Filled = typeof empty

export function AddPersonDialog({ onClose, onAdded }: Props) {
  useReturnFocus()
  const { words } = useStaffWords()
  const { admin, common, roles } = words
  const add = useAddPerson()
  const { form, onSubmit } = useCheckedForm({
    initialValues: empty,
    problemsIn: (filled) => newPersonProblems(personFrom(filled), words),
  })
  const send = onSubmit((filled) => {
    const person = personFrom(filled)
    add.mutate(person, {
      onSuccess: () => {
        onAdded(person.name.trim())
        onClose()
      },
    })
  })
  return (
    <Modal opened onClose={onClose} size="xl" title={admin.addPerson} closeButtonProps={{ 'aria-label': common.close }}>
      <form noValidate onSubmit={send}>
        <Stack gap="lg">
          <TextInput label={admin.name} required data-autofocus maxLength={60} {...form.getInputProps('name')} />
          <PictureChoice value={form.values.picture} onChange={(picture) => form.setFieldValue('picture', picture)} />
          <Checkbox.Group label={admin.roles} size="md" {...form.getInputProps('roles')}>
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
              {...form.getInputProps('badge')}
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
              {...form.getInputProps('pin')}
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

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

const personFrom = ({ name, picture, badge, pin, roles }: Filled): NewPerson => ({
  name,
  picture,
  badge: orNull(badge),
  pin: orNull(pin),
  worker: roles.includes('worker'),
  staffRoles: staffRoles.filter((role) => roles.includes(role)),
})
