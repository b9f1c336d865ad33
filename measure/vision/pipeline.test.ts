import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { debianChromium, type MeasuringPage, openMeasuringPage } from './measuringPage.ts'

const reference = join(import.meta.dirname, '../../../shared/hands')
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

describe.skipIf(!existsSync(debianChromium))('the whole pipeline in Chromium (skipped where there is none)', () => {
  let page: MeasuringPage
  beforeAll(async () => {
    page = await openMeasuringPage()
  }, 120_000)
  afterAll(() => page.close())

  it('sees with a live camera, and frames arrive in their order', { timeout: 60_000 }, async () => {
    const { sights, frames } = await page.watch({ ...emptyBench, watchMs: 40_000, frames: 6 })
    expect(sights[0]).toBe('starting')
    expect(sights).toContain('seeing')
    expect(frames.length).toBe(6)
    const times = frames.map(({ atMs }) => atMs)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })

  it.skipIf(!existsSync(film))(
    'puts landmarks within 1.5 px of the reference (skipped without the reference film)',
    { timeout: 60_000 },
    async () => {
      const truth = landmarksOf.parse(JSON.parse(await readFile(join(reference, 'asl_hand.full.json'), 'utf8')))
      const { frames } = await page.measure(film, { ...emptyBench, frames: 15 })
      const errors = frames.map(({ hands }, frame) => meanDistance(hands[0]?.landmarks ?? [], truth[frame] ?? []))
      expect(errors).toHaveLength(15)
      expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(1.5)
    },
  )

  it('asks nobody outside for anything', () => {
    expect(page.strangers).toEqual([])
  })
})

type Landmark = readonly [x: number, y: number, z?: number]

function meanDistance(seen: readonly Landmark[], truth: readonly Landmark[]): number {
  const distances = truth.map(([x, y], index) => {
    const landmark = seen[index]
    return landmark ? Math.hypot(landmark[0] - x, landmark[1] - y) : Number.POSITIVE_INFINITY
  })
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length
}
