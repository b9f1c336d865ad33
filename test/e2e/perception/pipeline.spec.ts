import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { type MeasuringPage, openMeasuringPage } from '../../support/vision/measuringPage.ts'

const reference = join(import.meta.dirname, '../../../../shared/hands')
const film = join(reference, 'asl_hand.25fps.mp4')
const landmarksOf = z.array(z.array(z.tuple([z.number(), z.number(), z.number()])).length(21))

const emptyBench = {
  layout: { bins: [], zones: [], buttons: [] },
  tableToCamera: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
} as const

test.describe('the whole pipeline in Chromium', () => {
  let page: MeasuringPage
  test.beforeAll(async () => {
    page = await openMeasuringPage()
  })
  test.afterAll(() => page.close())

  test('reports seeing with a live camera, and frames arrive in order', async () => {
    const { sights, frames } = await page.watch({ ...emptyBench, watchMs: 40_000, frames: 6 })
    expect(sights[0]).toBe('starting')
    expect(sights).toContain('seeing')
    expect(frames.length).toBe(6)
    const times = frames.map(({ atMs }) => atMs)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  test('gives landmarks within 1.5 px of the reference (skipped without the reference film)', async () => {
    test.skip(!existsSync(film), 'The reference film is not beside the project, in shared/hands.')
    const truth = landmarksOf.parse(JSON.parse(await readFile(join(reference, 'asl_hand.full.json'), 'utf8')))
    const { frames } = await page.measure(film, { ...emptyBench, frames: 15 })
    const errors = frames.map(({ hands }, frame) => meanDistance(hands[0]?.landmarks ?? [], truth[frame] ?? []))
    expect(errors).toHaveLength(15)
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(1.5)
  })

  test('sends no request to other origins', () => {
    expect(page.foreignRequests).toEqual([])
  })
})

/** The mean landmark distance in px; infinite when a landmark is missing on either side. */
function meanDistance(found: readonly (readonly number[])[], truth: readonly (readonly number[])[]): number {
  const distances = truth.map(([x = NaN, y = NaN], index) => {
    const [foundX = Number.POSITIVE_INFINITY, foundY = 0] = found[index] ?? []
    return Math.hypot(foundX - x, foundY - y)
  })
  return distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, distances.length)
}
