// Measures perception on a folder of recorded clips with known events.
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { recordedLayout } from '../../src-domain/perception/recordedBench.schema.ts'
import { tableMapping } from '../../src-domain/perception/tableMapping.ts'
import { type ClipTruth, readClipTruth } from './clipTruth.ts'
import { keepLandmarks, recallLandmarks } from './landmarkCache.ts'
import type { MeasuredClip } from './measuredClip.ts'
import { type MeasuringPage, openMeasuringPage } from './measuringPage.ts'
import { replay } from './replay.ts'
import { mistakesOf, scoreClip } from './score.ts'
import { smallPictures } from './smallPictures.ts'
import { type Summary, summarise } from './summary.ts'

export type FootageOrder = {
  readonly folder: string
  /** The clips to measure; all that are there unless told. */
  readonly names?: readonly string[]
  /** Take the tracker's words from an earlier run where there is one, and keep them for the next. */
  readonly cache: boolean
  /** Told one line at a time what comes out. */
  readonly say: (line: string) => void
}

/** The figures of all clips together, and of each. Throws with a sentence when a clip is missing, unreadable or asks for an outside address. */
export async function measureFootage(order: FootageOrder): Promise<Summary & { clips: Record<string, Summary> }> {
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
      const clip = await perceive(film, truth, order.cache, openPage)
      const perceived = clip.frames.flatMap(({ atMs, interactions }) =>
        interactions.map((interaction) => ({ interaction, knownMs: atMs })),
      )
      const score = scoreClip(truth, perceived)
      scored.push({ name, clip, score })
      order.say(`${name}: ${JSON.stringify(score.kinds)}, tricks fired ${score.tricksFired} of ${score.tricks}`)
      for (const mistake of mistakesOf(score)) order.say(`  ${mistake}`)
    }
    const strangers = pages.flatMap((page) => page.strangers)
    if (strangers.length > 0) throw new Error(`Outside addresses were asked for: ${strangers.join(', ')}`)
  } finally {
    for (const page of pages) await page.close()
  }
  const clips = Object.fromEntries(scored.map((one) => [one.name, summarise([one])]))
  return { ...summarise(scored), clips }
}

/** The clip through the whole pipeline, or, when its landmarks are cached, through everything after the tracker. */
async function perceive(
  film: string,
  truth: ClipTruth,
  cache: boolean,
  openPage: () => Promise<MeasuringPage>,
): Promise<MeasuredClip> {
  const layout = recordedLayout(truth)
  const { tableToCamera } = truth
  const cached = cache ? await recallLandmarks(film) : null
  if (cached) return replay(cached, smallPictures(film, cached), { layout, mapping: tableMapping({ tableToCamera }) })
  const clip = await (await openPage()).measure(film, { layout, tableToCamera })
  if (cache) await keepLandmarks(film, clip)
  return clip
}

/** Every NAME.json with a film beside it. */
async function clipNames(folder: string): Promise<string[]> {
  const files = await readdir(folder)
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .filter((name) => filmOf(folder, name) !== null)
    .sort()
}

const filmOf = (folder: string, name: string): string | null =>
  ['webm', 'mp4'].map((ending) => join(folder, `${name}.${ending}`)).find((file) => existsSync(file)) ?? null
