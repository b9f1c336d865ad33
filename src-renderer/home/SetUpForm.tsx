// The form that sets up a bench: its name and its first administrator.
import { Button, Card, Group, PasswordInput, SimpleGrid, Stack, TextInput, Title } from '@mantine/core'
import { IconArrowLeft, IconFlag } from '@tabler/icons-react'
import { staffPinSchema } from '../../src-domain/access/pinPolicy.ts'
import { FailureNote } from '../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { useCheckedForm } from '../ui/staff/useCheckedForm.ts'
import { useSetUp } from './useSetUp.ts'

/** Puts messages below the inputs, so that the two PIN fields stay aligned. */
const underInput: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

export function SetUpForm({ onBack }: { readonly onBack: () => void }) {
  const { words, language } = useStaffWords()
  const { home, admin, common } = words
  const setUp = useSetUp()
  const { form, onSubmit } = useCheckedForm({
    initialValues: { workshop: '', name: '', pin: '', again: '' },
    problemsIn: ({ workshop, name, pin, again }) => ({
      ...(workshop.trim() === '' && { workshop: admin.nameNeeded }),
      ...(name.trim() === '' && { name: admin.nameNeeded }),
      ...(!staffPinSchema.safeParse(pin).success && { pin: home.pinRule }),
      ...(again !== pin && { again: home.pinsDiffer }),
    }),
  })
  const field = (key: keyof typeof form.values) => ({ required: true, ...form.getInputProps(key) })
  const send = onSubmit(({ workshop, name, pin }) =>
    setUp.mutate({ mode: 'own', name: workshop, language, admin: { name, pin } }),
  )
  return (
    <Card w="min(720px, 100%)" mx="auto">
      <form noValidate onSubmit={send}>
        <Stack gap="lg">
          <Title order={1} size="h2">
            {home.setUp}
          </Title>
          <TextInput label={home.workshopName} maxLength={80} {...field('workshop')} />
          <TextInput label={home.yourName} maxLength={60} {...field('name')} />
          <SimpleGrid cols={2}>
            <PasswordInput
              size="md"
              label={home.pin}
              description={form.errors['pin'] ? null : home.pinRule}
              inputWrapperOrder={underInput}
              inputMode="numeric"
              autoComplete="new-password"
              {...field('pin')}
            />
            <PasswordInput
              size="md"
              label={home.pinAgain}
              inputMode="numeric"
              autoComplete="new-password"
              inputWrapperOrder={underInput}
              {...field('again')}
            />
          </SimpleGrid>
          <FailureNote error={setUp.error} />
          <Group justify="space-between">
            <Button variant="default" leftSection={<IconArrowLeft size={20} />} onClick={onBack}>
              {common.back}
            </Button>
            <Button type="submit" size="lg" leftSection={<IconFlag size={22} />} loading={setUp.isPending}>
              {home.finish}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  )
}
