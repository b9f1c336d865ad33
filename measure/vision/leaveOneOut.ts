// Leave-one-out check of the change detector's thresholds for overfitting: each clip is scored with the setting that is best on
// all the others.
import { join } from 'node:path'
import { recordedLayout } from '../../src-domain/perception/recordedBench.schema.ts'
import { tableMapping } from '../../src-domain/perception/tableMapping.ts'
import { defaultThresholds, type Thresholds } from '../../src-domain/perception/thresholds.ts'
import { readClipTruth } from '../../test/support/vision/clipTruth.ts'
import { recallLandmarks } from './landmarkCache.ts'
import { clipNames, filmOf, perceivedIn } from './measureFootage.ts'
import { replay } from './replay.ts'
import { type ClipScore, scoreClip, scoredKinds } from './score.ts'
import { smallPictures } from './smallPictures.ts'
import { rates } from './summary.ts'

const { changeMm2, coverShare, coverMm2, pressDwellMs } = defaultThresholds

/** The shipped setting comes first, so that it wins ties. */
const settings: Readonly<Record<string, Partial<Thresholds>>> = {
  'as it is': {},
  'half the change': { changeMm2: changeMm2 / 2 },
  'twice the change': { changeMm2: 2 * changeMm2 },
  'half the cover': { coverShare: coverShare / 2, coverMm2: coverMm2 / 2 },
  'twice the cover': { coverShare: 2 * coverShare, coverMm2: 2 * coverMm2 },
  'shorter dwell': { pressDwellMs: 0.75 * pressDwellMs },
}

type Trial = { readonly clip: string; readonly scores: Readonly<Record<string, ClipScore>> }

const f1Of = (scores: readonly ClipScore[]): number => {
  const all = scores.flatMap(({ kinds }) => scoredKinds.map((kind) => kinds[kind]))
  const sum = (part: 'tp' | 'fp' | 'fn') => all.reduce((total, count) => total + count[part], 0)
  return rates({ tp: sum('tp'), fp: sum('fp'), fn: sum('fn') }).f1
}

/**
 * Tries every setting on every clip, on cached landmarks. `held` is the F1 of all clips, each with the setting chosen on the
 * others.
 */
export async function leaveOneOut(
  folder: string,
  say: (line: string) => void,
): Promise<{
  readonly settings: Record<string, number>
  readonly held: number
  readonly chosen: Record<string, string>
}> {
  const trials: Trial[] = []
  for (const clip of await clipNames(folder)) {
    const film = filmOf(folder, clip)
    const cached = film === null ? null : await recallLandmarks(film)
    if (film === null || cached === null) throw new Error(`Run ${clip} once with --cache first.`)
    const truth = await readClipTruth(join(folder, `${clip}.json`))
    const bench = { layout: recordedLayout(truth), mapping: tableMapping(truth) }
    const scores: Record<string, ClipScore> = {}
    for (const [name, change] of Object.entries(settings)) {
      const limits = { ...defaultThresholds, ...change }
      scores[name] = scoreClip(truth, perceivedIn(await replay(cached, smallPictures(film, cached), bench, limits), 0))
    }
    trials.push({ clip, scores })
    say(
      `${clip}: ${Object.entries(scores)
        .map(([name, score]) => `${name} ${f1Of([score])}`)
        .join(', ')}`,
    )
  }
  const scoresOf = (name: string, some: readonly Trial[]) => some.flatMap(({ scores }) => scores[name] ?? [])
  const chosen = Object.fromEntries(
    trials.map((held) => {
      const others = trials.filter((trial) => trial !== held)
      const ranked = Object.keys(settings).sort((a, b) => f1Of(scoresOf(b, others)) - f1Of(scoresOf(a, others)))
      return [held.clip, ranked[0] ?? 'as it is']
    }),
  )
  return {
    settings: Object.fromEntries(Object.keys(settings).map((name) => [name, f1Of(scoresOf(name, trials))])),
    held: f1Of(trials.flatMap((trial) => trial.scores[chosen[trial.clip] ?? ''] ?? [])),
    chosen,
  }
}
