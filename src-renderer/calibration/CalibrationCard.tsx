// How the bench's light and camera are registered, the way to do it anew, and the sheets that are needed for it.
import { Alert, Button, Card, Group, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconDeviceProjector, IconFocusCentered, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { calibrateAddress } from '../projector/addresses.ts'
import { type RegistrationState, subscribeRegistration } from '../projector/registrationChannel.ts'
import { isSurfaceOpen } from '../projector/surfaces.ts'
import { rememberedSource } from '../projector/tableSource.ts'
import { service } from '../service.ts'
import { useClock } from '../ui/clockContext.tsx'
import { formatMm, formatMoment } from '../ui/format.ts'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { saveSheets } from './saveSheets.ts'

const isInShell = location.protocol === 'app:'

export function CalibrationCard() {
  const { words, language } = useStaffWords()
  const say = words.calibration
  const clock = useClock()
  const bench = rememberedSource(localStorage).kind === 'virtual' ? 'virtual' : 'real'
  const kept = useQuery({
    queryKey: ['table', 'calibration', bench],
    queryFn: () => service.table.calibration({ bench, surface: 1 }),
  })
  const second = useQuery({ queryKey: ['table', 'surface', 2], queryFn: () => isSurfaceOpen(2), refetchInterval: 5000 })
  const [light, setLight] = useState<RegistrationState | null>(null)
  useEffect(() => subscribeRegistration(setLight).close, [])
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
        <Button component={Link} href={calibrateAddress(1)} leftSection={<IconFocusCentered size={20} />}>
          {say.title}
        </Button>
        {second.data && (
          <Button
            component={Link}
            href={calibrateAddress(2)}
            variant="default"
            leftSection={<IconFocusCentered size={20} />}
          >
            {say.display.second.calibrate}
          </Button>
        )}
        {isInShell && (
          <>
            <DisplayButton label={say.display.choose} asks="handwijzer.chooseProjector" />
            <DisplayButton label={say.display.second.choose} asks="handwijzer.chooseSecondProjector" />
          </>
        )}
        {(['A4', 'A3'] as const).map((paper) => (
          <Button
            key={paper}
            variant="default"
            leftSection={<IconPrinter size={20} />}
            onClick={() => saveSheets(clock, paper, say.onPaper)}
          >
            {say.sheets(paper)}
          </Button>
        ))}
      </Group>
    </Card>
  )
}

/** Only the application's own shell can ask for another display. */
function DisplayButton({ label, asks }: { readonly label: string; readonly asks: string }) {
  return (
    <Button
      variant="default"
      leftSection={<IconDeviceProjector size={20} />}
      onClick={() => postMessage(asks, location.origin)}
    >
      {label}
    </Button>
  )
}
