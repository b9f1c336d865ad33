import { describe, expect, it } from 'vitest'
import { addBox, calibrate } from '../../src-domain/calibration/calibrate.ts'
import type { CalibrationFailure } from '../../src-domain/calibration/calibrationFailure.ts'
import { checkDrift, driftMarks, landmarksIn, sightDrift } from '../../src-domain/calibration/drift.ts'
import { applyHomography, planeAtHeight } from '../../src-domain/geometry/homography.ts'
import { distort } from '../../src-domain/geometry/lens.ts'
import { type Point, tableCorners } from '../../src-domain/geometry/rect.ts'
import { adviceOn } from '../../src-renderer/ui/words/calibrationWords.ts'
import { enCalibration } from '../../src-renderer/ui/words/en.calibration.ts'
import { pinholeMatrix } from '../../src-renderer/virtual-bench/pinholeCamera.ts'
import { type Disturbance, litBench } from './litBench.ts'
import { type MeasuredRig, randomRig } from './rig.ts'
import { errorAt } from './rigs.ts'

/** A rig that calibrates well, the base of each test's single fault. */
const usual = randomRig(9, 0.3)
const good: MeasuredRig = { ...usual, ambient: 0.7, noiseLevels: 1.5, albedo: 0.45 }

const calibrateOn = (rig: MeasuredRig, disturbance: Disturbance = {}, table = rig.table) =>
  calibrate(litBench(rig, disturbance), { table, frame: { kind: 'sheets', paper: rig.paper } })

async function causeOn(
  rig: MeasuredRig,
  disturbance?: Disturbance,
  table?: MeasuredRig['table'],
): Promise<CalibrationFailure['cause'] | 'accepted'> {
  const outcome = await calibrateOn(rig, disturbance, table)
  if (outcome.ok) return 'accepted'
  expect(adviceOn(enCalibration, outcome.failure).remedy).toMatch(/\.$/)
  return outcome.failure.cause
}

/** Corners clicked with a magnifier, exact to the pixel. */
const cornersSeen = ({ camera, table }: MeasuredRig) =>
  tableCorners(table).map((corner) => {
    const seen = distort(camera.lens, applyHomography(planeAtHeight(pinholeMatrix(camera), 0), corner))
    return { x: Math.floor(seen.x) + 0.5, y: Math.floor(seen.y) + 0.5 }
  })

const withSheets = (change: (sheets: MeasuredRig['sheets']) => Partial<MeasuredRig['sheets']>): MeasuredRig => ({
  ...good,
  sheets: { ...good.sheets, ...change(good.sheets) },
})

describe('calibrating a bench with rendered pictures', { timeout: 120_000 }, () => {
  it('registers projector and camera to the table to less than a millimetre, and to the rims of bins with a box', async () => {
    const bench = litBench(good)
    const table = await calibrate(bench, { table: good.table, frame: { kind: 'sheets', paper: 'A4' } })
    if (!table.ok) throw new Error(table.failure.cause)
    expect(errorAt(good, table.value, [0]).max).toBeLessThan(1.5)
    expect(table.value.light.contrast).toBeGreaterThan(0.8 * (1 + 1 / good.ambient))
    expect(table.value.light.contrast).toBeLessThan(1.25 * (1 + 1 / good.ambient))
    const paperAlbedo = 0.8
    const ofPaper = good.albedo / paperAlbedo
    expect(table.value.light.whiteness).toBeGreaterThan(0.85 * ofPaper)
    expect(table.value.light.whiteness).toBeLessThan(1.15 * ofPaper)
    const [box = null] = good.boxes
    bench.lay({ sheets: false, box })
    const outcome = await addBox(bench, table.value, { heightMm: Math.round(box?.heightMm ?? 0), paper: 'A4' })
    if (!outcome.ok) throw new Error(outcome.failure.cause)
    expect(errorAt(good, outcome.value, [40, 80, 120]).rms).toBeLessThan(2)
  })

  it('distinguishes a projector that moved from a bench at rest, and corrects its projection matrix', async () => {
    const outcome = await calibrateOn(good)
    if (!outcome.ok) throw new Error(outcome.failure.cause)
    const maps = outcome.value
    const resting = litBench(good)
    resting.lay({ sheets: false, box: null })
    const landmarks = landmarksIn(maps, await sightDrift(resting, maps, driftMarks(maps, maps.sightings)))
    expect((await checkDrift(resting, maps, landmarks)).kind).toBe('still')
    const { position } = good.projector
    const moved: MeasuredRig = {
      ...good,
      projector: { ...good.projector, position: { ...position, x: position.x + 12 } },
    }
    const knocked = litBench(moved)
    knocked.lay({ sheets: false, box: null })
    const verdict = await checkDrift(knocked, maps, landmarks)
    if (verdict.kind !== 'moved') throw new Error(verdict.kind)
    expect(verdict.what).toBe('projector')
    expect(errorAt(moved, verdict.repaired, [0]).max).toBeLessThan(2.5)
  })

  it('refuses sheets printed at 97 %', async () => {
    const rig = withSheets((sheets) =>
      Object.fromEntries(Object.entries(sheets).map(([name, sheet]) => [name, { ...sheet, printScale: 0.97 }])),
    )
    expect(await causeOn(rig)).toBe('printScaleWrong')
  })

  it('names the missing sheet', async () => {
    const rig = withSheets(({ B }) => ({ B: { ...B, centre: { x: 9000, y: 0 } } }))
    const outcome = await calibrateOn(rig)
    expect(!outcome.ok && outcome.failure).toEqual({ cause: 'tagsHidden', sheets: ['B'] })
  })

  it('names the sheet that lies upside down', async () => {
    const rig = withSheets(({ C }) => ({ C: { ...C, turn: Math.PI } }))
    expect(['sheetMisplaced', 'tableSizeWrong']).toContain(await causeOn(rig))
  })

  it('names the sheet that was not pushed into its corner', async () => {
    const rig = withSheets(({ A }) => ({ A: { ...A, centre: { x: A.centre.x + 9, y: A.centre.y } } }))
    expect(['sheetMisplaced', 'tableSizeWrong']).toContain(await causeOn(rig))
  })

  it('refuses a table whose layout is 20 mm too wide', async () => {
    expect(await causeOn(good, {}, { w: good.table.w + 20, h: good.table.h })).not.toBe('accepted')
  })

  it.each([
    ['a display that is not the projector', { hasLight: false }, ['noLight']],
    ['a picture that the projector mirrors', { isMirrored: true }, ['mirrored']],
    [
      'a hand over the table',
      { handAt: (picture: number) => (picture > 8 ? { x: 60, y: 40, radius: 90 } : null) },
      ['handInPicture'],
    ],
    [
      'lamps that are switched off in the middle',
      { ambientAt: (picture: number) => (picture > 12 ? 0.3 : 1) },
      ['lightChanged'],
    ],
    ['a camera that slips', { shiftAt: (picture: number) => (picture > 14 ? 3 : 0) }, ['cameraMoved', 'handInPicture']],
    ['light so bright that the projector is lost in it', { ambientAt: () => 90 }, ['noLight', 'tooBright']],
  ])('refuses %s', async (_, disturbance: Disturbance, causes) => {
    expect(causes).toContain(await causeOn(good, disturbance))
  })

  it('refuses a box whose height is mistyped by 40 mm', async () => {
    const bench = litBench(good)
    const table = await calibrate(bench, { table: good.table, frame: { kind: 'sheets', paper: 'A4' } })
    if (!table.ok) throw new Error(table.failure.cause)
    const [box = null] = good.boxes
    bench.lay({ sheets: false, box })
    for (const off of [-40, 40]) {
      const outcome = await addBox(bench, table.value, { heightMm: (box?.heightMm ?? 0) + off, paper: 'A4' })
      expect(outcome.ok ? 'accepted' : outcome.failure.cause).toBe('boxUneven')
    }
  })

  it('accepts four corners clicked to the pixel, and refuses them when one is far off', async () => {
    const bench = litBench(good)
    bench.lay({ sheets: false, box: null })
    const withCorners = (corners: readonly Point[]) =>
      calibrate(bench, { table: good.table, frame: { kind: 'corners', corners } })
    const right = await withCorners(cornersSeen(good))
    expect(right.ok && errorAt(good, right.value, [0]).max).toBeLessThan(2)
    const off = cornersSeen(good).map((corner, i) => (i === 1 ? { x: corner.x + 12, y: corner.y + 12 } : corner))
    expect((await withCorners(off)).ok).toBe(false)
  })

  it('refuses glossy steel, or calibrates it correctly', async () => {
    const outcome = await calibrateOn(good, { gloss: 0.2 })
    if (outcome.ok) expect(errorAt(good, outcome.value, [0]).max).toBeLessThan(5)
    else expect(adviceOn(enCalibration, outcome.failure).sentence).not.toBe('')
  })
})
