// Binds a task to this bench: a bin for each part and a zone for each place, beside a drawing of the bench.
import { Alert, Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconDeviceFloppy, IconMapPin } from '@tabler/icons-react'
import { useState } from 'react'
import type { TaskDetail } from '../../../src-domain/contract/studio.contract.ts'
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { textIn } from '../../../src-domain/instruction/language.ts'
import type { MediaRef } from '../../../src-domain/instruction/mediaRef.ts'
import { Pictogram } from '../../ui/Pictogram.tsx'
import { FailureNote } from '../../ui/staff/FailureNote.tsx'
import { useStaffPerson, useStaffWords } from '../../ui/staff/staffContext.tsx'
import { BenchDrawing } from '../layouts/BenchDrawing.tsx'
import styles from './BindingPanel.module.css'
import { type Placement, placementsOf, withChoice } from './placements.ts'
import { useBind } from './taskQueries.ts'

export function BindingPanel({ detail }: { readonly detail: TaskDetail }) {
  const { words, language } = useStaffWords()
  const { may } = useStaffPerson()
  const { studio, common } = words
  const { instruction, layout, media } = detail
  const [binding, setBinding] = useState(detail.binding)
  const bind = useBind()
  const placements = placementsOf(instruction, layout, binding)
  const pictures = new Map(
    placements.flatMap(({ chosen, picture }) => {
      const shown = picture === null ? undefined : media[picture]
      return chosen !== null && shown ? [[chosen, shown] as const] : []
    }),
  )
  const mayBind = may('studio.saveBinding')
  return (
    <Card component="section" className={styles.panel}>
      <div>
        <Title order={2} size="h3">
          {studio.binding}
        </Title>
        <Text c="dimmed">{studio.bindingAbout}</Text>
      </div>
      <BenchDrawing layout={layout} pictures={pictures} />
      <Text c="dimmed">{studio.bindingFor(layout.name)}</Text>
      {placements.length === 0 && <Text>{studio.nothingToBind}</Text>}
      {(['parts', 'zones'] as const).map((of) => {
        const ours = placements.filter((placement) => placement.of === of)
        return (
          ours.length > 0 && (
            <Stack key={of} gap="sm">
              <Title order={3} size="h4">
                {studio[of]}
              </Title>
              {ours.map((placement) => (
                <Group key={placement.id} gap="md" wrap="nowrap" align="flex-start">
                  <PlacementPicture media={placement.picture === null ? undefined : media[placement.picture]} />
                  <Select
                    flex={1}
                    label={textIn(placement.name, language)}
                    data={choicesFor(placement, layout, studio.bin)}
                    value={placement.chosen}
                    readOnly={!mayBind}
                    error={troubleSentence(placement, layout, studio)}
                    onChange={(chosen) => setBinding((now) => withChoice(now, placement, chosen))}
                  />
                </Group>
              ))}
            </Stack>
          )
        )
      })}
      {mayBind && placements.length > 0 && (
        <Stack gap="sm">
          <FailureNote error={bind.error} />
          <div role="status">
            {bind.data && (
              <Alert
                color={bind.data.problems.length === 0 ? 'green' : 'amber'}
                icon={bind.data.problems.length === 0 ? <IconCircleCheck /> : <IconMapPin />}
              >
                {bind.data.problems.length === 0 ? studio.bindSaved : studio.bindIncomplete(bind.data.problems.length)}
              </Alert>
            )}
          </div>
          <Button
            size="lg"
            leftSection={<IconDeviceFloppy size={22} />}
            loading={bind.isPending}
            disabled={binding === detail.binding}
            onClick={() => bind.mutate(binding)}
          >
            {common.save}
          </Button>
        </Stack>
      )}
    </Card>
  )
}

function PlacementPicture({ media }: { readonly media: MediaRef | undefined }) {
  const { language } = useStaffWords()
  return (
    <span className={styles.picture}>
      {media ? <Pictogram media={media} language={language} decorative /> : <IconMapPin aria-hidden="true" />}
    </span>
  )
}

function choicesFor({ of }: Placement, { bins, zones }: BenchLayout, binName: (label: string) => string) {
  return of === 'parts'
    ? bins.map(({ id, label }) => ({ value: id, label: binName(label) }))
    : zones.filter(({ use }) => use !== 'forbidden').map(({ id, label }) => ({ value: id, label }))
}

type Sentences = ReturnType<typeof useStaffWords>['words']['studio']

function troubleSentence({ of, chosen, trouble }: Placement, { bins }: BenchLayout, studio: Sentences) {
  if (trouble === null) return undefined
  if (trouble === 'missing') return of === 'parts' ? studio.chooseBin : studio.choosePlace
  return of === 'parts' ? studio.binTaken(bins.find(({ id }) => id === chosen)?.label ?? '') : studio.otherPlace
}
