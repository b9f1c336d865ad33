// Measures perception on a folder of recorded clips with ground truth.
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { recordedLayout } from '../../src-domain/perception/recordedBench.schema.ts'
import { tableMapping } from '../../src-domain/perception/tableMapping.ts'
import { type ClipTruth, readClipTruth } from '../../test/support/vision/clipTruth.ts'
import type { MeasuredClip } from '../../test/support/vision/measuredClip.ts'
import { type MeasuringPage, openMeasuringPage } from '../../test/support/vision/measuringPage.ts'
import { keepLandmarks, recallLandmarks } from './landmarkCache.ts'
import { replay, type TrackedClip } from './replay.ts'
import { writeReport } from './report.ts'
import { mistakesOf, type Perceived, scoreClip } from './score.ts'
import { withShuffledLight } from './shuffledLight.ts'
import { smallPictures } from './smallPictures.ts'
import { type Summary, summarise } from './summary.ts'

export type FootageOrder = {
  readonly folder: string
  /** The clips to measure; all by default. */
  readonly names?: readonly string[]
  /** Use cached tracker output where there is some, and cache new output. */
  readonly cache: boolean
  /** Detections with less confidence are left out, 0 to 1. */
  readonly leastConfidence: number
  /** Control experiment: wrong targets are lit as well, chosen by this seed; null for none. */
  readonly shuffleLight: number | null
  /** The path of the HTML report with every event and every error. */
  readonly report: string
  /** Receives the output line by line. */
  readonly say: (line: string) => void
}

/**
 * The figures of all clips together, and of each. Throws with a sentence when a clip is missing, unreadable or requests an
 * external address.
 */
export async function measureFootage(
  order: FootageOrder,
): Promise<Summary & { peakMemoryMb: number; clips: Record<string, Summary> }> {
  const names = order.names ?? (await clipNames(order.folder))
  if (names.length === 0)
    throw new Error(`There are no clips in ${order.folder}: a clip is NAME.webm beside NAME.json.`)
  const pages: MeasuringPage[] = []
  const openPage = async () => pages[0] ?? (pages[pages.length] = await openMeasuringPage())
  const scored = []
  try {
    for (const name of names) {
      const film = filmOf(order.folder, name)
      if (film === null) throw new Error(`There is no ${name}.webm in ${order.folder}.`)
      const truth = await readClipTruth(join(order.folder, `${name}.json`))
      const clip = await perceive(film, truth, order, openPage)
      const score = scoreClip(truth, perceivedIn(clip, order.leastConfidence))
      scored.push({ name, film, clip, score })
      order.say(`${name}: ${JSON.stringify(score.kinds)}, tricks fired ${score.tricksFired} of ${score.tricks}`)
      for (const mistake of mistakesOf(score)) order.say(`  ${mistake}`)
    }
    const foreignRequests = pages.flatMap((page) => page.foreignRequests)
    if (foreignRequests.length > 0) throw new Error(`Outside addresses were asked for: ${foreignRequests.join(', ')}`)
  } finally {
    for (const page of pages) await page.close()
  }
  const peakMemoryMb = Math.max(...pages.map((page) => page.peakMemoryMb()), ownPeakMemoryMb())
  await writeReport(
    order.report,
    scored.map((one) => ({ ...one, summary: summarise([one]) })),
  )
  const clips = Object.fromEntries(scored.map((one) => [one.name, summarise([one])]))
  return { ...summarise(scored), peakMemoryMb, clips }
}

/** All interactions perceived in a clip, with the time each was known. */
export const perceivedIn = ({ frames }: MeasuredClip, leastConfidence: number): Perceived[] =>
  frames.flatMap(({ atMs, interactions }) =>
    interactions
      .filter(({ confidence }) => confidence >= leastConfidence)
      .map((interaction) => ({ interaction, knownMs: atMs })),
  )

const ownPeakMemoryMb = () => Math.round(process.resourceUsage().maxRSS / 1024)

/** Runs the clip through the whole pipeline, or, when its landmarks are cached, through everything after the tracker. */
async function perceive(
  film: string,
  truth: ClipTruth,
  { cache, shuffleLight }: FootageOrder,
  openPage: () => Promise<MeasuringPage>,
): Promise<MeasuredClip> {
  const layout = recordedLayout(truth)
  const { tableToCamera } = truth
  const mapping = tableMapping({ tableToCamera })
  const isControl = shuffleLight !== null
  const recalled = cache || isControl ? await recallLandmarks(film) : null
  const again = (clip: TrackedClip) => {
    const pictures = smallPictures(film, clip)
    const seen = isControl ? withShuffledLight(pictures, truth, mapping, shuffleLight) : pictures
    return replay(clip, seen, { layout, mapping })
  }
  if (recalled) return again(recalled)
  const clip = await (await openPage()).measure(film, { layout, tableToCamera })
  if (cache || isControl) await keepLandmarks(film, clip)
  return isControl ? again(clip) : clip
}

/** The names of all NAME.json files with a video beside them. */
export async function clipNames(folder: string): Promise<string[]> {
  const files = await readdir(folder)
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .filter((name) => filmOf(folder, name) !== null)
    .sort()
}

/** The path of a clip's video, or null where there is none. */
export const filmOf = (folder: string, name: string): string | null =>
  ['webm', 'mp4'].map((ending) => join(folder, `${name}.${ending}`)).find((file) => existsSync(file)) ?? null
