// Measures perception on the virtual bench: benches, rigs, skins, sleeves, gloves, light and workers by chance, from a seed.
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
  /** How long each worker works, in s. */
  readonly seconds: number
  readonly leastConfidence: number
  /** Take the pictures and the tracker's words from an earlier run where there is one, and keep them for the next. */
  readonly cache: boolean
  readonly report: string
  readonly say: (line: string) => void
}

type Row = Summary & { readonly runs: number }

/** The figures of all runs, of those with bare hands and of those with gloves. Every fourth bench is worked at with gloves. */
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
    const strangers = pages.flatMap((page) => page.strangers)
    if (strangers.length > 0) throw new Error(`Outside addresses were asked for: ${strangers.join(', ')}`)
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

/** A run through the whole pipeline, or, when it was kept, through everything after the tracker. */
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

/** What happens at the end of a run is not finished when it ends, and not in its truth: so much is not scored. A press is told a second before its end. */
const unfinishedS = 2

/** What is different in a run: each kind of variety returns with its own period, so that they meet in all ways. */
const varietyOf = (seed: number): Variety => ({
  gloves: seed % 4 === 0,
  dimLight: seed % 3 === 0,
  lens: seed % 2 === 0,
  twoRows: seed % 5 === 0,
  bothHands: seed % 7 === 6,
})
