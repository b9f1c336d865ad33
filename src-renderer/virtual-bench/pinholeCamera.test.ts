import { expect, test } from 'vitest'
import { applyHomography, planeAtHeight } from '../../src-domain/geometry/homography.ts'
import { cameraAxes, type PinholeCamera, pinholeMatrix, projectPoint, tableHomography } from './pinholeCamera.ts'

const above: PinholeCamera = {
  position: { x: 0, y: 0, z: 1000 },
  target: { x: 0, y: 0, z: 0 },
  rollDeg: 0,
  focalPx: 500,
  width: 640,
  height: 480,
}
const aslant: PinholeCamera = {
  ...above,
  position: { x: 120, y: -260, z: 1150 },
  target: { x: 10, y: 20, z: 0 },
  rollDeg: 7,
}

test('sees the table from above as the worker does: right is right, away is up', () => {
  const matrix = pinholeMatrix(above)
  expect(projectPoint(matrix, { x: 0, y: 0, z: 0 })).toEqual({ x: 320, y: 240 })
  expect(projectPoint(matrix, { x: 100, y: 0, z: 0 })).toEqual({ x: 370, y: 240 })
  expect(projectPoint(matrix, { x: 0, y: -100, z: 0 })).toEqual({ x: 320, y: 190 })
})

test('shifts a point at a height outwards by h·d/(H−h)', () => {
  const { x } = projectPoint(pinholeMatrix(above), { x: 400, y: 0, z: 100 })
  const shiftMm = (x - 320) / 0.5 - 400
  expect(shiftMm).toBeCloseTo((100 * 400) / (1000 - 100), 9)
})

test('has a homography for every height that agrees with the projection of points at that height', () => {
  const matrix = pinholeMatrix(aslant)
  for (const z of [0, 60, 140]) {
    const homography = planeAtHeight(matrix, z)
    for (const [x, y] of [
      [-500, -350],
      [480, 310],
      [13, -7],
    ] as const) {
      const seen = projectPoint(matrix, { x, y, z })
      expect(applyHomography(homography, { x, y }).x).toBeCloseTo(seen.x, 8)
      expect(applyHomography(homography, { x, y }).y).toBeCloseTo(seen.y, 8)
    }
  }
})

test('gives the table’s homography with a 1 in its corner', () => {
  const matrix = pinholeMatrix(aslant)
  expect(tableHomography(matrix)[2]?.[2]).toBe(1)
  const seen = projectPoint(matrix, { x: 200, y: -100, z: 0 })
  expect(applyHomography(tableHomography(matrix), { x: 200, y: -100 }).x).toBeCloseTo(seen.x, 8)
})

test('sees its target at the principal point, wherever that is', () => {
  const seen = projectPoint(pinholeMatrix({ ...aslant, centre: { x: 100, y: 400 } }), aslant.target)
  expect(seen.x).toBeCloseTo(100, 9)
  expect(seen.y).toBeCloseTo(400, 9)
})

test('turns its picture clockwise on the table when it is rolled', () => {
  const { right } = cameraAxes({ ...above, rollDeg: 90 })
  expect(right.x).toBeCloseTo(0, 9)
  expect(right.y).toBeCloseTo(1, 9)
})

test('rejects a camera at the position of its target', () => {
  expect(() => pinholeMatrix({ ...above, position: above.target })).toThrow('apart')
})
