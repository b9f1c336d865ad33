// One layout: the bench from above, and the positions in mm.
import { Button, Card, Stack, Table, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { BenchLayout } from '../../../src-domain/geometry/benchLayout.schema.ts'
import type { Rect } from '../../../src-domain/geometry/rect.ts'
import { formatNumber } from '../../ui/format.ts'
import { PageHead } from '../../ui/staff/PageHead.tsx'
import { QueryBoundary } from '../../ui/staff/QueryBoundary.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { BenchDrawing } from './BenchDrawing.tsx'
import { useLayout } from './layoutQueries.ts'

export function LayoutPage({ layoutId }: { readonly layoutId: string }) {
  const { words } = useStaffWords()
  const layout = useLayout(layoutId)
  return (
    <Stack gap="xl">
      <Button
        component={Link}
        href="/studio/layouts"
        variant="default"
        w="fit-content"
        leftSection={<IconArrowLeft size={20} />}
      >
        {words.studio.layouts}
      </Button>
      <QueryBoundary query={layout}>{(known) => <Layout layout={known} />}</QueryBoundary>
    </Stack>
  )
}

function Layout({ layout }: { readonly layout: BenchLayout }) {
  const { words, language } = useStaffWords()
  const { studio } = words
  const mm = (value: number) => formatNumber(value, language)
  const things = [
    ...layout.bins.map((bin) => ({ ...bin, name: studio.bin(bin.label), heightMm: bin.rimMm, use: '' })),
    ...layout.zones.map((zone) => ({ ...zone, name: zone.label, use: studio.zoneUse[zone.use] })),
    ...layout.buttons.map((button) => ({ ...button, name: studio.buttons[button.id], heightMm: 0, use: '' })),
  ]
  return (
    <>
      <PageHead title={layout.name} about={studio.table(mm(layout.table.w), mm(layout.table.h))} />
      <BenchDrawing layout={layout} />
      <Card component="section">
        <Title order={2} size="h3" mb="md">
          {studio.whatWhere}
        </Title>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{studio.what}</Table.Th>
              <Table.Th>{studio.size}</Table.Th>
              <Table.Th>{studio.height}</Table.Th>
              <Table.Th>{studio.use}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {things.map(({ id, name, rect, heightMm, use }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Text fw={700}>{name}</Text>
                </Table.Td>
                <Table.Td>{sizeOf(rect, mm)}</Table.Td>
                <Table.Td>{mm(heightMm)}</Table.Td>
                <Table.Td>{use}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Card>
    </>
  )
}

const sizeOf = ({ w, h }: Rect, mm: (value: number) => string): string => `${mm(w)} × ${mm(h)}`
