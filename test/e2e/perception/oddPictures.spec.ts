// Unusual camera pictures and bystanders, as real videos through the real pipeline.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { composeHomographies, type Homography } from '../../../src-domain/geometry/homography.ts'
import { recordedLayout } from '../../../src-domain/perception/recordedBench.schema.ts'
import { readClipTruth } from '../../support/vision/clipTruth.ts'
import { type MeasuringPage, openMeasuringPage } from '../../support/vision/measuringPage.ts'

const shared = join(import.meta.dirname, '../../../../shared')
const benchFilm = join(shared, 'footage/plain-right.webm')
const handFilm = join(shared, 'hands/asl_hand.25fps.mp4')
/** Long enough for the video's first pick to be over and reported by both sources of evidence. */
const frames = 66
/** Width of the second person's video, placed left of the table, in px. */
const personPx = 276

type OddCamera = {
  /** The ffmpeg filter applied to the 640 × 480 px video, and the mapping of its pixels to the result. */
  readonly filter: string
  readonly pixels: Homography
  /** Width in px of the strip on the left in which no hand of this bench's worker can be. */
  readonly besidePx: number
}

const cameras: Readonly<Record<string, OddCamera>> = {
  'a camera that stands on its side': {
    filter: 'transpose=1',
    pixels: [
      [0, -1, 480],
      [1, 0, 0],
      [0, 0, 1],
    ],
    besidePx: Number.NEGATIVE_INFINITY,
  },
  'a 4K camera': {
    filter: 'scale=2880:2160,pad=3840:2160:480:0',
    pixels: [
      [4.5, 0, 480],
      [0, 4.5, 0],
      [0, 0, 1],
    ],
    besidePx: Number.NEGATIVE_INFINITY,
  },
  'a camera that also sees a second person beside the table': {
    filter: `pad=1100:480:460:0[bench];[1:v]scale=${personPx}:480[person];[bench][person]overlay=0:0:shortest=1`,
    pixels: [
      [1, 0, 460],
      [0, 1, 0],
      [0, 0, 1],
    ],
    besidePx: personPx,
  },
}

test.describe('unusual pictures (skipped without the reference films)', () => {
  test.skip(
    !existsSync(benchFilm) || !existsSync(handFilm),
    'The reference films are not beside the project, in shared/footage and shared/hands.',
  )
  test.setTimeout(300_000)
  let page: MeasuringPage
  let folder: string
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'handwijzer-films-'))
    page = await openMeasuringPage()
  })
  test.afterAll(async () => {
    await page.close()
    rmSync(folder, { recursive: true })
  })

  const film = (filter: string, ...inputs: string[]): string => {
    const made = join(folder, 'film.mp4')
    const read = inputs.flatMap((input) => ['-i', input])
    const write = ['-frames:v', String(frames), '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '16']
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...read, '-filter_complex', filter, ...write, made])
    return made
  }

  for (const [name, { filter, pixels, besidePx }] of Object.entries(cameras)) {
    test(`${name} still gives the pick, and nothing else`, async () => {
      const truth = await readClipTruth(benchFilm.replace('.webm', '.json'))
      const tableToCamera = composeHomographies(pixels, truth.tableToCamera)
      const made = film(`[0:v]${filter}`, benchFilm, handFilm)
      const clip = await page.measure(made, { layout: recordedLayout(truth), tableToCamera, frames })
      expect(clip.frames).toHaveLength(frames)
      const told = clip.frames.flatMap(({ interactions }) =>
        interactions.map(({ kind, target }) => `${kind} ${target}`),
      )
      expect(told).toEqual(['reach D', 'pick D'])
      const landmarks = clip.frames.flatMap(({ hands }) => hands.flatMap((hand) => hand.landmarks))
      expect(Math.min(...landmarks.map(([x]) => x))).toBeGreaterThan(besidePx)
    })
  }

  test('ten hands at once do not prevent detection', async () => {
    const made = film('[0:v]scale=-2:540,tile=5x2', handFilm)
    const truth = await readClipTruth(benchFilm.replace('.webm', '.json'))
    const clip = await page.measure(made, {
      layout: recordedLayout(truth),
      tableToCamera: truth.tableToCamera,
      frames: 20,
    })
    expect(clip.frames).toHaveLength(20)
    const most = Math.max(...clip.frames.map(({ hands }) => hands.length))
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThanOrEqual(2)
  })
})
