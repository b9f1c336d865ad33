// The table's drift monitoring on ray-traced benches: movements are detected in pictures, as on a real table.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Calibrated, calibrate } from '../../src-domain/calibration/calibrate.ts'
import { driftMarks, type Landmarks, landmarksIn, sightDrift } from '../../src-domain/calibration/drift.ts'
import { allBlack } from '../../src-domain/calibration/patterns.ts'
import type { RegistrationState } from '../../src-renderer/projector/registrationChannel.ts'
import { createDriftWatch, type Realigned } from '../../src-renderer/table/driftWatch.ts'
import { litBench } from './litBench.ts'
import { type MeasuredRig, randomRig } from './rig.ts'
import { errorAt } from './rigs.ts'

const usual = randomRig(9, 0.3)
const good: MeasuredRig = { ...usual, ambient: 0.7, noiseLevels: 1.5, albedo: 0.45 }
const slid = (eye: MeasuredRig['projector'], mm: number) => ({
  ...eye,
  position: { ...eye.position, x: eye.position.x + mm },
  target: { ...eye.target, x: eye.target.x + mm },
})

let calibrated: Calibrated
let landmarks: Landmarks
beforeAll(async () => {
  const bench = litBench(good)
  const outcome = await calibrate(bench, { table: good.table, frame: { kind: 'sheets', paper: good.paper } })
  if (!outcome.ok) throw new Error(outcome.failure.cause)
  calibrated = outcome.value
  bench.lay({ sheets: false, box: null })
  landmarks = landmarksIn(calibrated, await sightDrift(bench, calibrated, driftMarks(calibrated, calibrated.sightings)))
}, 120_000)

function watchOn(rig: MeasuredRig) {
  const bench = litBench({ ...rig, seed: 77 })
  bench.lay({ sheets: false, box: null })
  const states: RegistrationState[] = []
  const realigned: Realigned[] = []
  const time = { nowMs: 0 }
  const watch = createDriftWatch({
    bench: { projector: bench.projector, look: bench.look, see: () => bench.look(allBlack) },
    maps: calibrated,
    landmarks,
    nowMs: () => time.nowMs,
    onState: (state) => states.push(state),
    onRealigned: (one) => realigned.push(one),
  })
  return { watch, states, realigned, pass: (ms: number) => (time.nowMs += ms), pictures: bench.pictures }
}

describe('monitoring a calibrated table', { timeout: 120_000 }, () => {
  it('reports nothing for an unmoved bench, and does not observe again at once', async () => {
    const { watch, states, realigned, pictures } = watchOn(good)
    await watch.atRest()
    const looked = pictures()
    await watch.atRest()
    expect(pictures()).toBe(looked)
    expect([states.at(-1)?.kind, realigned]).toEqual(['holds', []])
  })

  it('corrects a small shift of the projector automatically', async () => {
    const moved = { ...good, projector: slid(good.projector, 5) }
    const { watch, realigned } = watchOn(moved)
    await watch.atRest()
    expect(realigned).toMatchObject([{ moved: 'projector', asked: false }])
    const [{ maps } = { maps: calibrated }] = realigned
    expect(errorAt(moved, calibrated, [0]).max).toBeGreaterThan(4)
    expect(errorAt(moved, maps, [0]).max).toBeLessThan(2)
  })

  it('projects marks in three pauses of work while the projector warms up, and in no other', async () => {
    const { watch, pass, pictures } = watchOn(good)
    const lookedAfter: number[] = []
    for (let minute = 0; minute <= 45; minute++) {
      const before = pictures()
      await watch.inBreak()
      // Observing stickers alone takes one picture; with projected marks it takes two, without and with the marks.
      if (pictures() > before + 1) lookedAfter.push(minute)
      pass(60_000)
    }
    expect(lookedAfter).toEqual([5, 15, 30])
  })

  it('asks before it corrects a large shift, and corrects it when confirmed', async () => {
    const { watch, states, realigned } = watchOn({ ...good, projector: slid(good.projector, 22) })
    await watch.atRest()
    expect([states.at(-1)?.kind, realigned]).toEqual(['moved', []])
    await watch.check()
    expect([states.at(-1)?.kind, realigned.length, realigned[0]?.asked]).toEqual(['repaired', 1, true])
  })

  it('reports a moved camera between steps when two observations find it, without projecting marks', async () => {
    const { watch, states, pass, pictures } = watchOn({ ...good, camera: { ...good.camera, ...slid(good.camera, 8) } })
    await watch.betweenSteps()
    expect(states).toEqual([])
    pass(60_000)
    await watch.betweenSteps()
    expect([states.at(-1)?.kind, pictures()]).toEqual(['moved', 2])
  })
})
