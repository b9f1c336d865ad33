// Chooses the source of camera pictures: the virtual bench driven by the user or by a simulated worker, a camera, or a
// recorded clip.
import { Button, FileButton, Group, Select, Text } from '@mantine/core'
import { useIdle } from '@mantine/hooks'
import { IconCamera, IconFocusCentered, IconHammer, IconHandStop, IconMovie, IconRobot } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { SightState } from '../../src-domain/perception/interaction.schema.ts'
import { type RecordedBench, recordedBenchSchema } from '../../src-domain/perception/recordedBench.schema.ts'
import { type CameraChoice, listCameras } from '../perception/cameraChoice.ts'
import type { RegistrationState } from '../projector/registrationChannel.ts'
import { type TableSource, type VirtualWorker, virtualWorkers } from '../projector/tableSource.ts'
import { StaffLanguageProvider } from '../ui/staff/StaffLanguageProvider.tsx'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { workerWords } from '../ui/words/words.ts'
import { needsSomeone, RegistrationNote } from './RegistrationNote.tsx'
import styles from './SourceBar.module.css'

const quietAfterMs = 3000

/** How well the camera sees, with a sentence about what to do when it does not. */
export type Seen = { readonly state: SightState; readonly sentence: string | null }

type Props = {
  readonly source: TableSource
  readonly seen: Seen
  readonly isOnly: boolean
  readonly quiet: boolean
  readonly light: RegistrationState
  readonly onChoose: (source: TableSource) => void
  readonly onCheck: () => void
  readonly onBump: () => void
}

export function SourceBar(props: Props) {
  return (
    <StaffLanguageProvider>
      <Bar {...props} />
    </StaffLanguageProvider>
  )
}

function Bar({ source, seen, light, isOnly, quiet, onChoose, onCheck, onBump }: Props) {
  const { words, language } = useStaffWords()
  const isIdle = useIdle(quietAfterMs, { initialState: true })
  const cameras = useCameras()
  const say = words.table
  const sentence = isOnly ? (seen.sentence ?? workerWords[language].sight[seen.state]) : say.openElsewhere
  const worker: VirtualWorker | null = source.kind === 'virtual' ? source.worker : null

  return (
    <section className={styles.bar} data-hidden={quiet && isIdle && !needsSomeone(light)} aria-label={say.title}>
      <Group gap="sm" justify="center">
        <Select
          aria-label={say.virtualBench}
          leftSection={worker === 'me' ? <IconHandStop size={20} /> : <IconRobot size={20} />}
          placeholder={say.virtualBench}
          data={virtualWorkers.map((value) => ({ value, label: say.worker[value] }))}
          value={worker}
          allowDeselect={false}
          w={260}
          onChange={(value) => {
            const chosen = virtualWorkers.find((one) => one === value)
            if (chosen) onChoose({ kind: 'virtual', worker: chosen })
          }}
        />
        <Select
          aria-label={say.camera}
          leftSection={<IconCamera size={20} />}
          placeholder={say.camera}
          data={cameras.map(({ deviceId, label }, index) => ({
            value: deviceId === '' ? `unnamed-${index}` : deviceId,
            label: label === '' ? `${say.camera} ${index + 1}` : label,
          }))}
          value={source.kind === 'camera' ? (source.choice?.deviceId ?? null) : null}
          nothingFoundMessage={say.noCamera}
          w={230}
          onChange={(value) => {
            const choice = cameras.find(({ deviceId }) => deviceId === value) ?? null
            onChoose({ kind: 'camera', choice })
          }}
        />
        <FileButton accept="video/*,application/json" multiple onChange={(files) => void chooseClip(files, onChoose)}>
          {(button) => (
            <Button
              {...button}
              variant={source.kind === 'clip' ? 'filled' : 'default'}
              leftSection={<IconMovie size={20} />}
            >
              {say.clip}
            </Button>
          )}
        </FileButton>
        <Text role="status" className={styles.seen}>
          {sentence}
        </Text>
        <RegistrationNote light={light} onCheck={onCheck} />
        {worker !== null && light.kind !== 'never' && (
          <Button variant="default" leftSection={<IconHammer size={20} />} onClick={onBump}>
            {words.calibration.drift.bump}
          </Button>
        )}
        <Button component={Link} href="/calibrate" variant="default" leftSection={<IconFocusCentered size={20} />}>
          {words.calibration.name}
        </Button>
      </Group>
    </section>
  )
}

/** Takes a film from the chosen files, together with the JSON that describes its bench when that was chosen as well. */
async function chooseClip(files: readonly File[], onChoose: Props['onChoose']): Promise<void> {
  const film = files.find(({ type }) => type.startsWith('video/'))
  if (!film) return
  const json = files.find(({ name }) => name.endsWith('.json'))
  onChoose({ kind: 'clip', film, bench: json ? recordedBenchIn(await json.text()) : null })
}

/** Null when the JSON does not describe a clip's bench: the clip is then treated as filmed at this bench. */
function recordedBenchIn(json: string): RecordedBench | null {
  try {
    return recordedBenchSchema.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

/** The cameras that are plugged in now; updated when one is plugged in or out. */
function useCameras(): readonly CameraChoice[] {
  const [cameras, setCameras] = useState<readonly CameraChoice[]>([])
  useEffect(() => {
    const look = () => void listCameras(navigator.mediaDevices).then(setCameras)
    look()
    navigator.mediaDevices.addEventListener('devicechange', look)
    return () => navigator.mediaDevices.removeEventListener('devicechange', look)
  }, [])
  return cameras
}
