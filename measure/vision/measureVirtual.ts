// Measures perception on the virtual bench, with random benches, rigs, skin colours, sleeves, gloves, illumination and workers
// from a seed.
import { randomBench, type Variety } from '../../src-renderer/virtual-bench/clip/randomBench.ts'
import { parseClipTruth } from '../../test/support/vision/clipTruth.ts'
import type { MeasuredClip } from '../../test/support/vision/measuredClip.ts'
import { type MeasuringPage, openMeasuringPage } from '../../test/support/vision/measuringPage.ts'
import type { VirtualOrder } from '../../test/support/vision/page/virtual.ts'
import { virtualBenchSeen } from '../../test/support/vision/virtualBenchSeen.ts'
import { perceivedIn } from './measureFootage.ts'
import { replay } from './replay.ts'
import { type ReportedClip, writeReport } from './report.ts'
import { type ClipScore, mistakesOf, scoreClip } from './score.ts'
import { type Summary, summarise } from './summary.ts'
import { keepRun, openPictures, recallRun } from './virtualCache.ts'

export type VirtualMeasurement = {
  readonly runs: number
  readonly seed: number
  /** Duration of each worker's run, in s. */
  readonly seconds: number
  readonly leastConfidence: number
  /** Use cached pictures and tracker output where there are some, and cache new ones. */
  readonly cache: boolean
  readonly report: string
  readonly say: (line: string) => void
}

type Row = Summary & { readonly runs: number }

/** The figures of all runs, of those with bare hands and of those with gloves. Every fourth run has gloves. */
export async function measureVirtual(
  order: VirtualMeasurement,
): Promise<Row & { readonly bare: Row; readonly gloves: Row; readonly peakMemoryMb: number }> {
  const pages: MeasuringPage[] = []
  const openPage = async () => pages[0] ?? (pages[pages.length] = await openMeasuringPage())
  const scored: { name: string; gloves: boolean; clip: MeasuredClip; score: ClipScore }[] = []
  try {
    for (let run = 0; run < order.runs; run++) {
      const seed = order.seed + run
      const variety = varietyOf(seed)
      const { truth, clip } = await perceive({ seed, variety, seconds: order.seconds }, order.cache, openPage)
      const untilMs = 1000 * (order.seconds - unfinishedS)
      const score = scoreClip(parseClipTruth(truth), perceivedIn(clip, order.leastConfidence), untilMs)
      const name = [
        `seed-${seed}`,
        ...Object.keys(variety).filter((key) => variety[key as keyof Variety] === true),
      ].join(' ')
      scored.push({ name, gloves: variety.gloves === true, clip, score })
      order.say(`${name}: ${JSON.stringify(score.kinds)}, tricks fired ${score.tricksFired} of ${score.tricks}`)
      for (const mistake of mistakesOf(score)) order.say(`  ${mistake}`)
    }
    const foreignRequests = pages.flatMap((page) => page.foreignRequests)
    if (foreignRequests.length > 0) throw new Error(`Outside addresses were asked for: ${foreignRequests.join(', ')}`)
    const clips = scored.map((one): ReportedClip => ({ ...one, film: null, summary: summarise([one]) }))
    await writeReport(order.report, clips)
    const rowOf = (some: typeof scored): Row => ({ runs: some.length, ...summarise(some) })
    return {
      ...rowOf(scored),
      bare: rowOf(scored.filter(({ gloves }) => !gloves)),
      gloves: rowOf(scored.filter(({ gloves }) => gloves)),
      peakMemoryMb: Math.max(0, ...pages.map((page) => page.peakMemoryMb())),
    }
  } finally {
    for (const page of pages) await page.close()
  }
}

/** Performs a run through the whole pipeline, or, when it is cached, through everything after the tracker. */
async function perceive(
  run: VirtualOrder,
  cache: boolean,
  openPage: () => Promise<MeasuringPage>,
): Promise<{ readonly truth: unknown; readonly clip: MeasuredClip }> {
  const kept = cache ? await recallRun(run) : null
  if (kept) {
    const bench = virtualBenchSeen(randomBench(run.seed, run.variety))
    return { truth: kept.truth, clip: await replay(kept.clip, kept.pictures(), bench) }
  }
  const page = await openPage()
  if (!cache) return page.measureVirtual(run)
  const pictures = await openPictures(run)
  const seen = await page.measureVirtual(run, pictures.into)
  pictures.into.end()
  await pictures.done
  await keepRun(run, seen)
  return seen
}

/**
 * The last seconds of a run are not scored: actions then are unfinished and missing from the ground truth; a press is reported up
 * to a second before its end.
 */
const unfinishedS = 2

/** The conditions of a run: each condition has its own period over the seeds, so that all combinations occur. */
const varietyOf = (seed: number): Variety => ({
  gloves: seed % 4 === 0,
  dimLight: seed % 3 === 0,
  lens: seed % 2 === 0,
  twoRows: seed % 5 === 0,
  bothHands: seed % 7 === 6,
})
