// The bench's layouts, each as a small drawing.
import { Badge, Group, SimpleGrid, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import type { LayoutId } from '../../../src-domain/ids.ts'
import { CalibrationCard } from '../../calibration/CalibrationCard.tsx'
import { PageHead } from '../../ui/staff/PageHead.tsx'
import { QueryBoundary } from '../../ui/staff/QueryBoundary.tsx'
import { useStaffWords } from '../../ui/staff/staffContext.tsx'
import { BenchDrawing } from './BenchDrawing.tsx'
import styles from './LayoutsPage.module.css'
import { useLayout, useLayouts } from './layoutQueries.ts'

export function LayoutsPage() {
  const { words } = useStaffWords()
  const { studio } = words
  const layouts = useLayouts()
  return (
    <>
      <PageHead title={studio.layouts} about={studio.layoutsAbout} />
      <QueryBoundary query={layouts}>
        {(rows) =>
          rows.length === 0 ? (
            <Text size="lg">{studio.noLayouts}</Text>
          ) : (
            <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="lg">
              {rows.map(({ id, name, bins, zones, current }) => (
                <Link key={id} href={`/studio/layouts/${id}`} className={styles.tile}>
                  <SmallDrawing layoutId={id} />
                  <Group justify="space-between" mt="md">
                    <Title order={2} size="h3">
                      {name}
                    </Title>
                    {current && <Badge color="green">{studio.current}</Badge>}
                  </Group>
                  <Text c="dimmed">
                    {studio.bins(bins)}, {studio.zoneCount(zones)}
                  </Text>
                </Link>
              ))}
            </SimpleGrid>
          )
        }
      </QueryBoundary>
      <CalibrationCard />
    </>
  )
}

function SmallDrawing({ layoutId }: { readonly layoutId: LayoutId }) {
  const layout = useLayout(layoutId)
  return <QueryBoundary query={layout}>{(known) => <BenchDrawing layout={known} />}</QueryBoundary>
}
