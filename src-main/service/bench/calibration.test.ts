import { expect, it } from 'vitest'
import { type Calibration, calibrationSchema } from '../../../src-domain/calibration/calibration.schema.ts'
import { layoutId } from '../../../test/support/ids.ts'
import { openTestStore } from '../../../test/support/stores.ts'
import { Workshop } from '../../../test/support/workshop.ts'

const real = { bench: 'real', surface: 1 } as const
const flat = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 0, 1],
] satisfies Calibration['tableToCamera']
const calibration = (bench: 'real' | 'virtual', rmsMm: number, surface: 1 | 2 = 1): Calibration => ({
  lens: { focalPx: 600, centre: { x: 320, y: 240 }, k1: 0, k2: 0, p1: 0, p2: 0 },
  tableToCamera: flat,
  tableToProjector: flat,
  heights: 'assumed',
  error: { rmsMm, maxMm: 1 },
  landmarks: { stays: [], marks: [] },
  delayMs: 120,
  context: {
    bench,
    surface,
    layoutId: layoutId('bench'),
    table: { w: 1200, h: 800 },
    projector: { width: 1280, height: 800, scale: 1, display: '' },
    camera: { width: 640, height: 480, label: '' },
  },
  atWallMs: 1,
})

it('keeps the virtual bench’s calibration apart from the real one, and logs what was put right', async () => {
  const shop = await Workshop.open()
  const { calibration: use } = shop.service.useCases
  use.keep(calibration('real', 0.4))
  use.keep(calibration('virtual', 0.2))
  expect([use.kept(real)?.error.rmsMm, use.kept({ bench: 'virtual', surface: 1 })?.error.rmsMm]).toEqual([0.4, 0.2])
  use.realign({ calibration: calibration('real', 0.5), moved: 'projector', mm: 4.2, asked: false })
  expect(use.kept(real)?.error.rmsMm).toBe(0.5)
  const { folder } = shop
  shop.close()
  const store = openTestStore(folder)
  expect([...store.events.read(1)].at(-1)?.fact).toEqual({
    type: 'lightRealigned',
    moved: 'projector',
    mm: 4.2,
    asked: false,
  })
  store.close()
})

it('keeps each projector’s calibration, and takes one of before there were two for the first’s', async () => {
  const shop = await Workshop.open()
  const { calibration: use } = shop.service.useCases
  use.keep(calibration('real', 0.4))
  use.keep(calibration('real', 0.3, 2))
  expect([use.kept(real)?.error.rmsMm, use.kept({ ...real, surface: 2 })?.error.rmsMm]).toEqual([0.4, 0.3])
  shop.close()
  const { surface: _none, ...before } = calibration('real', 0.4).context
  expect(calibrationSchema.parse({ ...calibration('real', 0.4), context: before }).context.surface).toBe(1)
})
