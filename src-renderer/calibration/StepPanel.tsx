// What the calibration says and asks at each of its steps.
import { DataList, Group, List, Loader, Progress, Text, TextInput, Title } from '@mantine/core'
import { IconArrowLeft, IconCheck, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { PaperName } from '../../src-domain/calibration/tagSheet.ts'
import type { CalibrationReport, CalibrationStep, FrameChoice } from '../projector/calibrationSteps.ts'
import { useClock } from '../ui/clockContext.tsx'
import { formatMm, formatNumber } from '../ui/format.ts'
import { useStaffWords } from '../ui/staff/staffContext.tsx'
import { adviceOn } from '../ui/words/calibrationWords.ts'
import { boxHeightMm } from '../virtual-bench/boxHeight.ts'
import styles from './CalibrateWindow.module.css'
import { Choices } from './Choices.tsx'
import { CornerPicker } from './CornerPicker.tsx'
import { ErrorMap } from './ErrorMap.tsx'
import { StepButton } from './StepButton.tsx'
import { saveSheets } from './saveSheets.ts'
import type { CalibrationHere } from './useCalibration.ts'

export function StepPanel({ here }: { readonly here: CalibrationHere }) {
  const { words } = useStaffWords()
  const say = words.calibration
  const { step, act, leave } = here
  switch (step.kind) {
    case 'prepare':
      return <Prepare here={here} />
    case 'looking':
      return <Looking step={step} />
    case 'corners':
      return <CornerPicker picture={step.picture} onPlaced={(corners) => act({ kind: 'corners', corners })} />
    case 'refused': {
      const { sentence, remedy } = adviceOn(say, step.failure)
      return (
        <>
          <Title order={1}>{sentence}</Title>
          <Text>{remedy}</Text>
          <Group gap="sm">
            <StepButton look="first" onClick={() => act({ kind: 'back' })}>
              {step.goesBack ? say.back : say.again}
            </StepButton>
          </Group>
        </>
      )
    }
    case 'accepted':
      return <Accepted report={step.report} here={here} />
    case 'kept':
      return (
        <>
          <Title order={1}>
            <Tick /> {say.kept}
          </Title>
          <Group gap="sm">
            <StepButton look="first" onClick={leave}>
              {here.place === 'projector' ? say.toTable : say.back}
            </StepButton>
          </Group>
        </>
      )
    case 'failed':
      return (
        <>
          <Title order={1}>{say.failed}</Title>
          <Group gap="sm">
            <StepButton look="first" onClick={() => act({ kind: 'back' })}>
              {say.again}
            </StepButton>
          </Group>
        </>
      )
  }
}

const frames = ['A4', 'A3', 'corners'] as const satisfies readonly FrameChoice[]
const turns = ['turned', 'mirrored'] as const

function Prepare({ here: { surface, place, act, turn, setTurn, leave } }: { readonly here: CalibrationHere }) {
  const { words } = useStaffWords()
  const say = words.calibration
  const [frame, setFrame] = useState<FrameChoice>('A4')
  const [clear, sheets, hands] = say.prepare
  const sentences = frame === 'corners' ? [clear, hands] : [clear, sheets, hands]
  return (
    <>
      <Title order={1}>{surface === 1 ? say.title : say.display.second.calibrate}</Title>
      <Text>{place === 'virtual' ? say.virtual : place === 'beside' ? say.onTable : say.about}</Text>
      <List type="ordered" spacing="xs">
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
      <Choices
        label={say.frame}
        choices={(place === 'virtual' ? frames.filter((one) => one !== 'A3') : frames).map((value) => ({
          value,
          label: say.frames[value],
          isChosen: value === frame,
        }))}
        onChoose={setFrame}
      />
      {place !== 'virtual' && (
        <Choices
          label={say.picture}
          choices={turns.map((value) => ({ value, label: say.pictures[value], isChosen: turn[value] }))}
          onChoose={(value) => setTurn({ ...turn, [value]: !turn[value] })}
        />
      )}
      <Group gap="sm">
        <StepButton look="first" onClick={() => act({ kind: 'begin', frame })}>
          {say.begin}
        </StepButton>
        {frame !== 'corners' && <SheetsButton paper={frame} />}
        <StepButton leftSection={<IconArrowLeft aria-hidden="true" />} onClick={leave}>
          {say.back}
        </StepButton>
      </Group>
    </>
  )
}

function SheetsButton({ paper }: { readonly paper: PaperName }) {
  const { words } = useStaffWords()
  const { sheets, onPaper } = words.calibration
  const clock = useClock()
  return (
    <StepButton leftSection={<IconPrinter aria-hidden="true" />} onClick={() => saveSheets(clock, paper, onPaper)}>
      {sheets(paper)}
    </StepButton>
  )
}

function Looking({ step }: { readonly step: Extract<CalibrationStep, { kind: 'looking' }> }) {
  const { words } = useStaffWords()
  const say = words.calibration
  const stages = step.at === 'delay' || step.at === 'light' ? (['delay', 'light'] as const) : []
  return (
    <>
      <Title order={1}>{say.looking[step.at]}</Title>
      {step.share > 0 ? (
        <Progress.Root size="lg">
          <Progress.Section aria-label={say.looking[step.at]} color="sun.4" value={100 * step.share} />
        </Progress.Root>
      ) : (
        <Loader type="dots" color="sun.4" role="progressbar" aria-label={say.looking[step.at]} />
      )}
      {stages.length > 0 && (
        <List listStyleType="none" spacing="xs">
          {stages.map((stage) => (
            <List.Item key={stage} {...(stage === step.at ? { fw: 700 } : { c: 'dimmed' })}>
              {stage === 'delay' && step.at === 'light' && <Tick />} {say.looking[stage]}
            </List.Item>
          ))}
        </List>
      )}
      <Text>{say.handsAway}</Text>
    </>
  )
}

const Tick = () => <IconCheck aria-hidden="true" className={styles.tick} />

/** From here letters of light are read with ease. */
const readableContrast = 3
/** A table that gives less back makes every light look weak beside whatever else the eye sees: dark laminate does, wood does not. */
const lightTable = 0.2

function Accepted({
  report,
  here: { act, place },
}: {
  readonly report: CalibrationReport
  readonly here: CalibrationHere
}) {
  const { words, language } = useStaffWords()
  const say = words.calibration
  const [heightMm, setHeightMm] = useState('')
  const height = Number(heightMm)
  const mm = (value: number) => formatMm(value, language)
  const { seen } = say
  const { verification, lock, camera, dots } = report
  const { contrast, whiteness } = report.light
  const facts = [
    [seen.mean, mm(verification.rmsMm)],
    [seen.most, mm(verification.maxMm)],
    [seen.checked, formatNumber(verification.points.length, language)],
    [seen.dots, seen.of(formatNumber(dots.seen, language), formatNumber(dots.shown, language))],
    [seen.contrast, `${formatNumber(Math.round(10 * contrast) / 10, language)} : 1`],
    ...(whiteness === null
      ? []
      : [[seen.whiteness, `${formatNumber(Math.round(100 * whiteness), language)} %`] as const]),
    [seen.camera, `${camera.width} × ${camera.height}`],
    [seen.delay, `${formatNumber(Math.round(report.delayMs), language)} ms`],
    ...(lock === null
      ? []
      : (['focus', 'exposure', 'whiteBalance'] as const).map(
          (what) => [seen.locks[what], seen.lock[lock[what]]] as const,
        )),
    [seen.heights, seen.height[report.heights]],
  ] as const
  return (
    <>
      <Title order={1}>
        <Tick /> {say.accepted}
      </Title>
      <ErrorMap report={report} />
      <DataList className={styles.facts} size="sm" labelWidth={0}>
        {facts.map(([name, value]) => (
          <DataList.Item key={name}>
            <DataList.ItemLabel>{name}</DataList.ItemLabel>
            <DataList.ItemValue>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
      {/* Nobody can dim the virtual bench's lamps. */}
      {contrast < readableContrast && place !== 'virtual' && <Text role="alert">{say.tooFaint}</Text>}
      {whiteness !== null && whiteness < lightTable && place !== 'virtual' && <Text role="alert">{say.darkTable}</Text>}
      {report.heights === 'assumed' && (
        <>
          <Text>{say.box}</Text>
          <Group gap="sm">
            <TextInput
              type="number"
              w="9em"
              classNames={{ wrapper: styles.field }}
              min={20}
              max={400}
              aria-label={say.boxHeight}
              placeholder={place === 'virtual' ? String(boxHeightMm) : say.boxHeight}
              value={heightMm}
              onChange={(event) => setHeightMm(event.target.value)}
            />
            <StepButton
              disabled={!(height >= 20 && height <= 400)}
              onClick={() => act({ kind: 'box', heightMm: height })}
            >
              {say.lookAtBox}
            </StepButton>
          </Group>
        </>
      )}
      <Text>{say.clear}</Text>
      <Group gap="sm">
        <StepButton look="first" onClick={() => act({ kind: 'finish' })}>
          {say.finish}
        </StepButton>
        <StepButton onClick={() => act({ kind: 'begin', frame: report.frame })}>{say.again}</StepButton>
      </Group>
    </>
  )
}
