// Parameters of the learner model that were measured on this workshop's own log and wait for a coach; nothing where none do.
import { Alert, Button, Card, Group, Stack, Table, Text, Title } from '@mantine/core'
import type { Refit } from '../../../src-domain/contract/guidance.contract.ts'
import { FailureNote } from '../../ui/staff/FailureNote.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { useAcceptParameters, useSiteParameters } from './learningQueries.ts'

export function SiteParametersCard() {
  const { words } = useStaffWords()
  const found = useSiteParameters()
  const accept = useAcceptParameters()
  if (accept.isSuccess) return <Alert color="green">{words.learning.siteParameters.accepted}</Alert>
  const proposal = found.data?.proposal
  if (!proposal) return null
  return (
    <Proposal
      proposal={proposal}
      failure={accept.error}
      busy={accept.isPending}
      onAccept={() => accept.mutate(proposal.chances.name)}
    />
  )
}

type Props = {
  readonly proposal: Refit
  readonly failure: unknown
  readonly busy: boolean
  readonly onAccept: () => void
}

function Proposal({ proposal, failure, busy, onAccept }: Props) {
  const { words, language } = useStaffWords()
  const text = words.learning.siteParameters
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <Card>
      <Stack>
        <div>
          <Title order={2}>{text.title}</Title>
          <Text c="dimmed">{text.about}</Text>
        </div>
        <Text>
          {text.judgedOn(proposal.fittedWorkers, proposal.heldOutWorkers)}{' '}
          {proposal.worthwhile ? text.worthwhile : text.notWorthwhile}
        </Text>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {[text.level, text.before, text.after, text.happened].map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {proposal.after.byLevel.map(({ level, expected, happened }) => (
              <Table.Tr key={level}>
                <Table.Th scope="row">{words.level[level].name}</Table.Th>
                <Table.Td>
                  {percent.format(proposal.before.byLevel.find((one) => one.level === level)?.expected ?? 0)}
                </Table.Td>
                <Table.Td>{percent.format(expected)}</Table.Td>
                <Table.Td>{percent.format(happened)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <FailureNote error={failure} />
        <Group>
          <Button loading={busy} onClick={onAccept}>
            {text.accept}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}
