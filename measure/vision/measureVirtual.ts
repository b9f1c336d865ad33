// Measures perception on the virtual bench: benches, rigs, skins, sleeves, gloves, light and workers by chance, from a seed.
import type { Variety } from '../../src-renderer/virtual-bench/clip/randomBench.ts'
import { parseClipTruth } from './clipTruth.ts'
import type { MeasuredClip } from './measuredClip.ts'
import { perceivedIn } from './measureFootage.ts'
import { openMeasuringPage } from './measuringPage.ts'
import { type ReportedClip, writeReport } from './report.ts'
import { type ClipScore, mistakesOf, scoreClip } from './score.ts'
import { type Summary, summarise } from './summary.ts'

export type VirtualMeasurement = {
  readonly runs: number
  readonly seed: number
  /** How long each worker works, in s. */
  readonly seconds: number
  readonly leastConfidence: number
  readonly report: string
  readonly say: (line: string) => void
}

type Row = Summary & { readonly runs: number }

/** The figures of all runs, of those with bare hands and of those with gloves. Every fourth bench is worked at with gloves. */
export async function measureVirtual(
  order: VirtualMeasurement,
): Promise<Row & { readonly bare: Row; readonly gloves: Row; readonly peakMemoryMb: number }> {
  const page = await openMeasuringPage()
  const scored: { name: string; gloves: boolean; clip: MeasuredClip; score: ClipScore }[] = []
  try {
    for (let run = 0; run < order.runs; run++) {
      const seed = order.seed + run
      const variety = varietyOf(run)
      const { truth, clip } = await page.measureVirtual({ seed, variety, seconds: order.seconds })
      const untilMs = 1000 * (order.seconds - unfinishedS)
      const score = scoreClip(parseClipTruth(truth), perceivedIn(clip, order.leastConfidence), untilMs)
      const name = [truth.name, ...Object.keys(variety).filter((key) => variety[key as keyof Variety] === true)].join(
        ' ',
      )
      scored.push({ name, gloves: variety.gloves === true, clip, score })
      order.say(`${name}: ${JSON.stringify(score.kinds)}, tricks fired ${score.tricksFired} of ${score.tricks}`)
      for (const mistake of mistakesOf(score)) order.say(`  ${mistake}`)
    }
    if (page.strangers.length > 0) throw new Error(`Outside addresses were asked for: ${page.strangers.join(', ')}`)
    const clips = scored.map((one): ReportedClip => ({ ...one, film: null, summary: summarise([one]) }))
    await writeReport(order.report, clips)
    const rowOf = (some: typeof scored): Row => ({ runs: some.length, ...summarise(some) })
    return {
      ...rowOf(scored),
      bare: rowOf(scored.filter(({ gloves }) => !gloves)),
      gloves: rowOf(scored.filter(({ gloves }) => gloves)),
      peakMemoryMb: page.peakMemoryMb(),
    }
  } finally {
    await page.close()
  }
}

/** What happens at the end of a run is not finished when it ends, and not in its truth: its last second is not scored. */
const unfinishedS = 1

/** What is different in a run: each kind of variety returns with its own period, so that they meet in all ways. */
const varietyOf = (run: number): Variety => ({
  gloves: run % 4 === 3,
  dimLight: run % 3 === 2,
  lens: run % 2 === 1,
  twoRows: run % 5 === 4,
  bothHands: run % 7 === 5,
})
