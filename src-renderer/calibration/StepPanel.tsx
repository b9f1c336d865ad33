// What the calibration says and asks at each of its steps.
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
          <h1>{sentence}</h1>
          <p>{remedy}</p>
          <div className={styles.row}>
            <button type="button" className={styles.first} onClick={() => act({ kind: 'back' })}>
              {step.goesBack ? say.back : say.again}
            </button>
          </div>
        </>
      )
    }
    case 'accepted':
      return <Accepted report={step.report} here={here} />
    case 'kept':
      return (
        <>
          <h1>
            <IconCheck aria-hidden="true" className={styles.tick} /> {say.kept}
          </h1>
          <div className={styles.row}>
            <button type="button" className={styles.first} onClick={leave}>
              {here.place === 'projector' ? say.toTable : say.back}
            </button>
          </div>
        </>
      )
    case 'failed':
      return (
        <>
          <h1>{say.failed}</h1>
          <div className={styles.row}>
            <button type="button" className={styles.first} onClick={() => act({ kind: 'back' })}>
              {say.again}
            </button>
          </div>
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
      <h1>{surface === 1 ? say.title : say.display.second.calibrate}</h1>
      <p>{place === 'virtual' ? say.virtual : place === 'beside' ? say.onTable : say.about}</p>
      <ol>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
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
      <div className={styles.row}>
        <button type="button" className={styles.first} onClick={() => act({ kind: 'begin', frame })}>
          {say.begin}
        </button>
        {frame !== 'corners' && <SheetsButton paper={frame} />}
        <button type="button" onClick={leave}>
          <IconArrowLeft aria-hidden="true" /> {say.back}
        </button>
      </div>
    </>
  )
}

function SheetsButton({ paper }: { readonly paper: PaperName }) {
  const { words } = useStaffWords()
  const { sheets, onPaper } = words.calibration
  const clock = useClock()
  return (
    <button type="button" onClick={() => saveSheets(clock, paper, onPaper)}>
      <IconPrinter aria-hidden="true" /> {sheets(paper)}
    </button>
  )
}

function Looking({ step }: { readonly step: Extract<CalibrationStep, { kind: 'looking' }> }) {
  const { words } = useStaffWords()
  const say = words.calibration
  const stages = step.at === 'delay' || step.at === 'light' ? (['delay', 'light'] as const) : []
  return (
    <>
      <h1>{say.looking[step.at]}</h1>
      <progress
        className={styles.progress}
        aria-label={say.looking[step.at]}
        {...(step.share > 0 && { value: step.share })}
      />
      <ul className={styles.stages}>
        {stages.map((stage) => (
          <li key={stage} data-now={stage === step.at}>
            {stage === 'delay' && step.at === 'light' && <IconCheck aria-hidden="true" className={styles.tick} />}
            {say.looking[stage]}
          </li>
        ))}
      </ul>
      <p>{say.handsAway}</p>
    </>
  )
}

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
      <h1>
        <IconCheck aria-hidden="true" className={styles.tick} /> {say.accepted}
      </h1>
      <ErrorMap report={report} />
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {/* Nobody can dim the virtual bench's lamps. */}
      {contrast < readableContrast && place !== 'virtual' && <p role="alert">{say.tooFaint}</p>}
      {whiteness !== null && whiteness < lightTable && place !== 'virtual' && <p role="alert">{say.darkTable}</p>}
      {report.heights === 'assumed' && (
        <>
          <p>{say.box}</p>
          <div className={styles.row}>
            <input
              type="number"
              min={20}
              max={400}
              aria-label={say.boxHeight}
              placeholder={place === 'virtual' ? String(boxHeightMm) : say.boxHeight}
              value={heightMm}
              onChange={(event) => setHeightMm(event.target.value)}
            />
            <button
              type="button"
              disabled={!(height >= 20 && height <= 400)}
              onClick={() => act({ kind: 'box', heightMm: height })}
            >
              {say.lookAtBox}
            </button>
          </div>
        </>
      )}
      <p>{say.clear}</p>
      <div className={styles.row}>
        <button type="button" className={styles.first} onClick={() => act({ kind: 'finish' })}>
          {say.finish}
        </button>
        <button type="button" onClick={() => act({ kind: 'begin', frame: report.frame })}>
          {say.again}
        </button>
      </div>
    </>
  )
}
