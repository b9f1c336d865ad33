import { expect, it } from 'vitest'
import { layoutId } from '../../test/support/ids.ts'
import { type CalibrationContext, changedSince } from './calibration.schema.ts'

const made: CalibrationContext = {
  bench: 'real',
  surface: 1,
  layoutId: layoutId('bench-1'),
  table: { w: 1200, h: 800 },
  projector: { width: 1280, height: 800, scale: 1, display: 'beamer' },
  camera: { width: 1280, height: 720, label: 'camera' },
}

it('a calibration is valid while nothing changed', () => {
  expect(changedSince(made, structuredClone(made))).toBeNull()
})

it.each([
  ['another layout', { layoutId: layoutId('bench-2') }, 'table'],
  ['a wider table', { table: { w: 1300, h: 800 } }, 'table'],
  ['another resolution of the projector', { projector: { ...made.projector, width: 1920 } }, 'projector'],
  ['another scale of the display', { projector: { ...made.projector, scale: 1.5 } }, 'projector'],
  ['another camera', { camera: { ...made.camera, label: 'other' } }, 'camera'],
  ['a larger picture of the camera', { camera: { ...made.camera, width: 1920 } }, 'camera'],
] as const)('no longer holds with %s', (_, change, what) => {
  expect(changedSince(made, { ...made, ...change })).toBe(what)
})
