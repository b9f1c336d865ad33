// How the bench's light and camera are registered, the way to do it anew, and the sheets that are needed for it.
import { Alert, Button, Card, Group, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconDeviceProjector, IconFocusCentered, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { service } from '../service.ts'
import { rememberedSource } from '../table/tableSource.ts'
import { formatMm, formatMoment } from '../ui/format.ts'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { type LightState, subscribeLight } from './lightChannel.ts'
import { saveSheets } from './saveSheets.ts'

/** Only the application's own windows can ask for another display. */
const isInShell = location.protocol === 'app:'

export function CalibrationCard() {
  const { words, language } = useStaffWords()
  const say = words.calibration
  const bench = rememberedSource(localStorage).kind === 'virtual' ? 'virtual' : 'real'
  const kept = useQuery({
    queryKey: ['table', 'calibration', bench],
    queryFn: () => service.table.calibration({ bench }),
  })
  const [light, setLight] = useState<LightState | null>(null)
  useEffect(() => subscribeLight(setLight).close, [])
  return (
    <Card component="section" mt="xl">
      <Title order={2} size="h3" mb="sm">
        {say.title}
      </Title>
      {kept.data !== undefined && (
        <Text mb="md">
          {kept.data
            ? say.state.holds(formatMoment(kept.data.atWallMs, language), formatMm(kept.data.error.rmsMm, language))
            : say.state.never}
        </Text>
      )}
      {light?.kind === 'lost' && (
        <Alert color="amber" icon={<IconAlertTriangle />} mb="md">
          {say.state.lost[light.because]}
        </Alert>
      )}
      <Group gap="sm">
        <Button component={Link} href="/calibrate" leftSection={<IconFocusCentered size={20} />}>
          {say.title}
        </Button>
        {isInShell && (
          <Button
            variant="default"
            leftSection={<IconDeviceProjector size={20} />}
            onClick={() => postMessage('handwijzer.chooseProjector', location.origin)}
          >
            {say.display.choose}
          </Button>
        )}
        {(['A4', 'A3'] as const).map((paper) => (
          <Button
            key={paper}
            variant="default"
            leftSection={<IconPrinter size={20} />}
            onClick={() => saveSheets(paper, say.onPaper)}
          >
            {say.sheets(paper)}
          </Button>
        ))}
      </Group>
    </Card>
  )
}
