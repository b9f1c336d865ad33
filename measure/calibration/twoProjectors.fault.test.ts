import { expect, it } from 'vitest'
import { type Calibrated, calibrate } from '../../src-domain/calibration/calibrate.ts'
import { type RegisteredProjector, splitProjection } from '../../src-domain/calibration/splitProjection.ts'
import { applyHomography, invertHomography, planeAtHeight } from '../../src-domain/geometry/homography.ts'
import { type Rect, rectCentre, rectContains, rectCorners } from '../../src-domain/geometry/rect.ts'
import { pinholeMatrix } from '../../src-renderer/virtual-bench/pinholeCamera.ts'
import { litBench } from './litBench.ts'
import { type MeasuredRig, randomRig } from './rig.ts'

const usual = randomRig(9, 0.3)
const table = { w: 1500, h: 760 }

/** A projector over one half of a wide table; it reaches a little beyond the middle. */
function halfLit(side: -1 | 1): MeasuredRig {
  const [width, height, z] = [1280, 800, 1100]
  const aside = side * 0.24 * table.w
  const rig = { ...usual, ambient: 0.7, noiseLevels: 1.5, albedo: 0.45 }
  const projector = {
    position: { x: aside + side * 40, y: -60, z },
    target: { x: aside, y: 0, z: 0 },
    rollDeg: side * 1.5,
    focalPx: (width * z) / (0.6 * table.w),
    width,
    height,
  }
  return { ...rig, projector }
}

/** The camera and sheets of the usual table, scaled up to the width of this one. */
function atThisTable(rig: MeasuredRig): MeasuredRig {
  const [sx, sy] = [table.w / usual.table.w, table.h / usual.table.h]
  const larger = Math.max(sx, sy) * 1.02
  const { position, target } = rig.camera
  const sheets = Object.fromEntries(
    Object.entries(rig.sheets).map(([name, sheet]) => [
      name,
      {
        ...sheet,
        centre: {
          x: sheet.centre.x + (Math.sign(sheet.centre.x) * (table.w - usual.table.w)) / 2,
          y: sheet.centre.y + (Math.sign(sheet.centre.y) * (table.h - usual.table.h)) / 2,
        },
      },
    ]),
  ) as MeasuredRig['sheets']
  const camera = {
    ...rig.camera,
    position: { x: position.x * larger, y: position.y * larger, z: position.z * larger },
    target: { x: target.x * larger, y: target.y * larger, z: 0 },
  }
  return { ...rig, table, camera, sheets, stays: [], boxes: [] }
}

async function calibrated(rig: MeasuredRig): Promise<Calibrated> {
  const outcome = await calibrate(litBench(rig), { table, frame: { kind: 'sheets', paper: rig.paper } })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure))
  return outcome.value
}

it('calibrates two projectors side by side one after the other, and each lights its share at the right place', async () => {
  const rigs = [atThisTable(halfLit(-1)), atThisTable(halfLit(1))] as const
  const lights: RegisteredProjector[] = []
  for (const rig of rigs) {
    const { tableToProjector } = await calibrated(rig)
    lights.push({ tableToProjector, projector: rig.projector })
  }
  const [left, right] = lights
  if (!left || !right) throw new Error('Both were calibrated.')
  const bins = [-700, -420, -75, 160, 520].map((x, i) => ({
    id: `bin-${i}`,
    label: '',
    rect: { x, y: -260, w: 120, h: 120 },
    rimMm: 0,
  }))
  const shares = splitProjection([left, right], { table, bins, zones: [], buttons: [] })
  for (const { rect } of bins) {
    const owners = shares.flatMap((share, i) => (contains(share, rect) ? [i] : []))
    expect(owners).toHaveLength(1)
    const owner = owners[0] ?? 0
    const rig = rigs[owner]
    const light = lights[owner]
    if (!rig || !light) throw new Error('A share has a projector.')
    for (const corner of rectCorners(rect)) {
      const sent = applyHomography(planeAtHeight(light.tableToProjector, 0), corner)
      expect(sent.x).toBeGreaterThan(0)
      expect(sent.x).toBeLessThan(rig.projector.width)
      const landed = applyHomography(invertHomography(planeAtHeight(pinholeMatrix(rig.projector), 0)), sent)
      expect(Math.hypot(landed.x - corner.x, landed.y - corner.y)).toBeLessThan(2)
    }
  }
}, 120_000)

const contains = (share: Rect, rect: Rect): boolean =>
  rectContains(share, rectCentre(rect)) && rectCorners(rect).every((corner) => rectContains(share, corner))
