// The window in which a bench is calibrated: it stands on the projector, so the table shows the steps and the patterns alike.
import { useEffect, useRef, useState } from 'react'
import type { Calibrated } from '../../src-domain/calibration/calibrate.ts'
import { sheetPdf } from '../../src-domain/calibration/sheetPdf.ts'
import { rememberCamera, rememberedCamera } from '../perception/cameraChoice.ts'
import { windowClock } from '../perception/frameClock.ts'
import { liveCamera } from '../perception/liveCamera.ts'
import { service } from '../service.ts'
import styles from './CalibrateWindow.module.css'
import { contextHere } from './calibrationContext.ts'
import { type CalibrationRun, type CalibrationStep, createCalibrationRun } from './calibrationRun.ts'
import { drawErrorMap } from './drawErrorMap.ts'
import { openProjectorBench } from './projectorBench.ts'
import { type CalibrationWords, calibrationWords } from './words.ts'

export function CalibrateWindow() {
  const canvas = useRef<HTMLCanvasElement>(null)
  const run = useRef<CalibrationRun | null>(null)
  const [step, setStep] = useState<CalibrationStep>({ kind: 'prepare' })
  const words = useWords()

  useEffect(() => {
    const light = canvas.current
    if (!light) return
    fitToPicture(light)
    const camera = liveCamera({
      devices: navigator.mediaDevices,
      clock: windowClock,
      chosen: rememberedCamera(localStorage),
      onOpened: (choice) => rememberCamera(localStorage, choice),
    })
    const bench = openProjectorBench(light, camera, windowClock.nowMs)
    let isOver = false
    void service.table.setup().then(({ layout }) => {
      if (isOver) return
      run.current = createCalibrationRun({
        bench,
        setup: { table: layout.table, frame: { kind: 'sheets', paper: 'A4' } },
        context: (picture) => contextHere(layout, { label: rememberedCamera(localStorage)?.label ?? '' }, picture),
        wallMs: () => Date.now(),
        keep: (calibration) => service.table.saveCalibration(calibration),
        onStep: setStep,
      })
    })
    return () => {
      isOver = true
      run.current = null
      bench.close()
    }
  }, [])
  useEffect(() => {
    if (step.kind === 'accepted' && canvas.current) drawErrorMap(canvas.current, step.calibrated)
  }, [step])

  const begin = () => void run.current?.begin()
  return (
    <main className={styles.window}>
      <canvas ref={canvas} className={styles.light} />
      {step.kind !== 'looking' && (
        <section className={styles.words} aria-live="polite">
          <StepWords
            step={step}
            words={words}
            onBegin={begin}
            onBack={(calibrated) => setStep({ kind: 'accepted', calibrated })}
            onBox={(calibrated, heightMm) => void run.current?.lookAtBox(calibrated, heightMm)}
            onFinish={(calibrated) => void run.current?.finish(calibrated)}
          />
        </section>
      )}
    </main>
  )
}

type StepWordsProps = {
  readonly step: Exclude<CalibrationStep, { kind: 'looking' }>
  readonly words: CalibrationWords
  readonly onBegin: () => void
  readonly onBack: (calibrated: Calibrated) => void
  readonly onBox: (calibrated: Calibrated, heightMm: number) => void
  readonly onFinish: (calibrated: Calibrated) => void
}

function StepWords({ step, words, onBegin, onBack, onBox, onFinish }: StepWordsProps) {
  const [heightMm, setHeightMm] = useState('')
  switch (step.kind) {
    case 'prepare':
      return (
        <>
          <h1>{words.title}</h1>
          <ol>
            {words.prepare.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
          <div className={styles.row}>
            <button type="button" className={styles.first} onClick={onBegin}>
              {words.begin}
            </button>
            <button type="button" onClick={() => saveSheets(words)}>
              {words.sheets}
            </button>
          </div>
        </>
      )
    case 'refused': {
      const { sentence, remedy } = words.advice(step.failure)
      const { before } = step
      return (
        <>
          <h1>{sentence}</h1>
          <p>{remedy}</p>
          <div className={styles.row}>
            <button type="button" className={styles.first} onClick={before ? () => onBack(before) : onBegin}>
              {before ? words.back : words.again}
            </button>
          </div>
        </>
      )
    }
    case 'accepted': {
      const { calibrated } = step
      const { rmsMm, maxMm } = calibrated.verification
      const height = Number(heightMm)
      return (
        <>
          <h1>{words.accepted(rmsMm, maxMm)}</h1>
          {calibrated.heights === 'assumed' && (
            <>
              <p>{words.box}</p>
              <div className={styles.row}>
                <input
                  type="number"
                  min={20}
                  max={400}
                  aria-label={words.boxHeight}
                  placeholder={words.boxHeight}
                  value={heightMm}
                  onChange={(event) => setHeightMm(event.target.value)}
                />
                <button
                  type="button"
                  disabled={!(height >= 20 && height <= 400)}
                  onClick={() => onBox(calibrated, height)}
                >
                  {words.lookAtBox}
                </button>
              </div>
            </>
          )}
          <p>{words.clear}</p>
          <div className={styles.row}>
            <button type="button" className={styles.first} onClick={() => onFinish(calibrated)}>
              {words.finish}
            </button>
          </div>
        </>
      )
    }
    case 'kept':
      return <h1>{words.kept}</h1>
    case 'failed':
      return (
        <>
          <h1>{words.failed}</h1>
          <div className={styles.row}>
            <button type="button" className={styles.first} onClick={onBegin}>
              {words.again}
            </button>
          </div>
        </>
      )
  }
}

function useWords(): CalibrationWords {
  const [language, setLanguage] = useState(navigator.language)
  useEffect(() => {
    void service.system.site().then((site) => setLanguage(site.language))
  }, [])
  return calibrationWords(language)
}

/** One pixel of the canvas is one of the projector's. */
function fitToPicture(canvas: HTMLCanvasElement): void {
  canvas.width = Math.round(innerWidth * devicePixelRatio)
  canvas.height = Math.round(innerHeight * devicePixelRatio)
}

function saveSheets(words: CalibrationWords): void {
  const bytes = Uint8Array.from(sheetPdf('A4', words.onPaper))
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'handwijzer-sheets-A4.pdf'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
