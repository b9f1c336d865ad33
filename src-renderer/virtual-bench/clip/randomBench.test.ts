import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benchLayoutSchema } from '../../../src-domain/geometry/benchLayout.schema.ts'
import { pinholeMatrix, projectPoint } from '../pinholeCamera.ts'
import { randomBench } from './randomBench.ts'

const variety = fc.record({
  gloves: fc.boolean(),
  dimLight: fc.boolean(),
  lens: fc.boolean(),
  twoRows: fc.boolean(),
  bothHands: fc.boolean(),
})

test('is always a valid bench that its camera and its projector see completely', () => {
  fc.assert(
    fc.property(fc.nat(), variety, (seed, more) => {
      const { layout, rig, stock } = randomBench(seed, more)
      expect(benchLayoutSchema.safeParse(layout).success).toBe(true)
      expect(stock.map(({ bin }) => bin)).toEqual(layout.bins.map(({ id }) => id))
      for (const camera of [rig.camera, rig.projector]) {
        for (const { rect } of [...layout.bins, ...layout.zones, ...layout.buttons]) {
          for (const [x, y] of [
            [rect.x, rect.y],
            [rect.x + rect.w, rect.y + rect.h],
          ] as const) {
            const seen = projectPoint(pinholeMatrix(camera), { x, y, z: 0 })
            expect(seen.x > 0 && seen.y > 0 && seen.x < camera.width && seen.y < camera.height).toBe(true)
          }
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('varies with its seed and only with it', () => {
  const plain = ({ nextGoal: _, ...rest }: ReturnType<typeof randomBench>) => rest
  expect(plain(randomBench(4))).toEqual(plain(randomBench(4)))
  expect(plain(randomBench(4))).not.toEqual(plain(randomBench(5)))
})

test('never asks to place without a part in the hand', () => {
  const { nextGoal } = randomBench(9)
  let carries = false
  for (let i = 0; i < 300; i++) {
    const goal = nextGoal()
    if (goal.kind === 'pick' || goal.kind === 'place') expect(carries).toBe(goal.kind === 'place')
    carries = goal.kind === 'pick' || (carries && goal.kind !== 'place')
  }
})
