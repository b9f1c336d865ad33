// How help adapts to one worker: what decides it, how slowly it grows less, and within which bounds.
import { Alert, Button, Card, Group, Select, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Arrangement, HelpBounds } from '../../../src-domain/event/arrangement.schema.ts'
import { levelSchema } from '../../../src-domain/event/level.schema.ts'
import type { PersonId } from '../../../src-domain/ids.ts'
import { FailureNote } from '../../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { levelsDown } from '../levelColours.ts'
import { useArrange } from './learningQueries.ts'

/** How many hints a mistake is worth, by how slowly help is to grow less. */
const paces = { usual: 16, slower: 24, slowest: 40 } as const
type Pace = keyof typeof paces
const paceNames: readonly Pace[] = ['usual', 'slower', 'slowest']
const paceOf = (hints: number): Pace =>
  paceNames.reduce((best, pace) => (Math.abs(paces[pace] - hints) < Math.abs(paces[best] - hints) ? pace : best))

const levelOf = (chosen: string) => {
  const level = levelSchema.safeParse(Number(chosen))
  return chosen !== '' && level.success ? level.data : undefined
}

type Props = { readonly personId: PersonId; readonly arrangement: Arrangement }

export function ArrangementCard({ personId, arrangement }: Props) {
  const { words } = useStaffWords()
  const text = words.learning.arrange
  const [wanted, setWanted] = useState(arrangement)
  const arrange = useArrange()
  const { least, most } = wanted.bounds
  const crossed = least !== undefined && most !== undefined && least > most
  const change = (part: Partial<Arrangement>): void => {
    arrange.reset()
    setWanted({ ...wanted, ...part })
  }
  const bound = (name: 'least' | 'most', chosen: string): void => {
    const { [name]: _old, ...others } = wanted.bounds
    const level = levelOf(chosen)
    change({ bounds: level === undefined ? others : ({ ...others, [name]: level } satisfies HelpBounds) })
  }
  const decidedBy = (chosen: string): Arrangement['by'] => (chosen === 'rule' ? 'rule' : (levelOf(chosen) ?? 'model'))
  const levelNames = levelsDown.map((level) => ({ value: String(level), label: words.level[level].name }))
  return (
    <Card>
      <Stack>
        <div>
          <Title order={3}>{text.title}</Title>
          <Text c="dimmed">{text.about}</Text>
        </div>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={text.by}
            allowDeselect={false}
            value={String(wanted.by)}
            data={[
              { value: 'model', label: text.model },
              { value: 'rule', label: text.rule },
              ...levelNames.map(({ value, label }) => ({ value, label: text.always(label) })),
            ]}
            onChange={(chosen) => change({ by: decidedBy(chosen ?? 'model') })}
          />
          <Select
            label={text.pace}
            allowDeselect={false}
            disabled={wanted.by !== 'model'}
            value={paceOf(wanted.hintsPerMistake)}
            data={paceNames.map((pace) => ({ value: pace, label: text.paces[pace] }))}
            onChange={(chosen) => {
              const pace = paceNames.find((name) => name === chosen) ?? 'usual'
              change({ hintsPerMistake: paces[pace] })
            }}
          />
          {(['least', 'most'] as const).map((name) => (
            <Select
              key={name}
              label={text[name]}
              allowDeselect={false}
              error={crossed && name === 'most' ? text.limitsCross : undefined}
              value={wanted.bounds[name] === undefined ? '' : String(wanted.bounds[name])}
              data={[{ value: '', label: text.noLimit }, ...levelNames]}
              onChange={(chosen) => bound(name, chosen ?? '')}
            />
          ))}
        </SimpleGrid>
        <Switch
          size="md"
          label={text.mentor}
          description={text.mentorAbout}
          checked={wanted.mentorDependent}
          onChange={(event) => change({ mentorDependent: event.currentTarget.checked })}
        />
        <FailureNote error={arrange.error} />
        {arrange.isSuccess && <Alert color="green">{text.saved}</Alert>}
        <Group>
          <Button
            disabled={crossed}
            loading={arrange.isPending}
            onClick={() => arrange.mutate({ personId, arrangement: { ...wanted, steps: arrangement.steps } })}
          >
            {words.common.save}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}
