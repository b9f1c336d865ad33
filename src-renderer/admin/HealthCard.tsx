// The bench's health: a sentence first, what is wrong now, figures below.
import { Card, DataList, Text, Title } from '@mantine/core'
import { IconHeartCheck, IconHeartExclamation } from '@tabler/icons-react'
import type { Health } from '../../src-domain/contract/system.contract.ts'
import { formatBytes, formatDuration, formatMoment, formatNumber } from '../ui/format.ts'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import styles from './HealthCard.module.css'

export function HealthCard({ health }: { readonly health: Health }) {
  const { words, language } = useStaffWords()
  const { admin, common, faults } = words
  const well = health.status === 'well'
  const HeartIcon = well ? IconHeartCheck : IconHeartExclamation
  const { database } = health
  const figures = [
    [admin.running, formatDuration(health.uptimeMs, language)],
    [
      admin.lastBackup,
      database.lastBackupWallMs === null ? common.never : formatMoment(database.lastBackupWallMs, language),
    ],
    [admin.events, formatNumber(database.events, language)],
    [admin.size, formatBytes(database.bytes, language)],
    [admin.memory, formatBytes(health.memoryBytes, language)],
    [admin.windows, formatNumber(health.clients, language)],
    [admin.startedIn, formatDuration(health.readyAfterMs, language)],
    [admin.version, health.version],
  ] as const
  return (
    <Card component="section">
      <Title order={2} size="h3" mb="md">
        {admin.health}
      </Title>
      <div className={well ? styles.well : styles.ailing}>
        <HeartIcon aria-hidden="true" />
        <div>
          <Text fw={700} size="lg">
            {well ? admin.well : admin.ailing}
          </Text>
          <Text>{well ? admin.wellAbout : admin.ailingAbout}</Text>
        </div>
      </div>
      {health.conditions.length > 0 && (
        <ul className={styles.conditions}>
          {health.conditions.map(({ key, sinceWallMs }) => (
            <li key={key}>
              {faults.condition[key]} <span>({faults.since(formatMoment(sinceWallMs, language))})</span>
            </li>
          ))}
        </ul>
      )}
      <DataList labelWidth="250px" size="md" gap="xs" mt="lg">
        {figures.map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Card>
  )
}
