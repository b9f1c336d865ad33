// Measures the virtual bench: rendering time without a graphics card, and how well the real tracker detects its hands.

import { skinTones } from '../../src-renderer/virtual-bench/appearance.ts'
import type { Variety } from '../../src-renderer/virtual-bench/clip/randomBench.ts'
import type { Square } from '../../test/support/virtualBench/handFinder.ts'
import { type OpenBench, openVirtualBench } from '../../test/support/virtualBench/open.ts'
import { smallBench, smallStock } from '../../test/support/virtualBench/smallBench.ts'

/** Of the hands that lie wholly within the crop: the share found, and the mean landmark error of each, in px. */
type Seen = { readonly hands: number; readonly found: number; readonly p50Px: number; readonly p95Px: number }

const farthestPx = 25
const fps = 25

const isSeen = (
  { width, height }: { width: number; height: number },
  square: Square | undefined,
  x: number,
  y: number,
): boolean =>
  square !== undefined &&
  x > Math.max(0, square.x) &&
  y > Math.max(0, square.y) &&
  x < Math.min(width, square.x + square.side) &&
  y < Math.min(height, square.y + square.side)

/** Tracks the hands of random workers on random benches as a video. */
async function followed(bench: OpenBench, seeds: readonly number[], variety: Variety, frames: number): Promise<Seen> {
  const errors: number[] = []
  let hands = 0
  for (const seed of seeds) {
    const { truth, found, squares } = await bench.call('followWorker', seed, variety, frames, fps)
    for (const [frame, inPicture] of truth.hands.entries()) {
      for (const { landmarks } of inPicture) {
        if (!landmarks.every(([x, y]) => isSeen(truth, squares[frame], x, y))) continue
        hands += 1
        const apart = (found[frame] ?? []).map((hand) =>
          hand.landmarks.reduce(
            (sum, [x, y], i) => sum + Math.hypot(x - (landmarks[i]?.[0] ?? 0), y - (landmarks[i]?.[1] ?? 0)) / 21,
            0,
          ),
        )
        const nearest = Math.min(...apart)
        if (nearest < farthestPx) errors.push(nearest)
      }
    }
  }
  errors.sort((a, b) => a - b)
  const at = (share: number): number => Math.round(10 * (errors[Math.floor(share * (errors.length - 1))] ?? NaN)) / 10
  return { hands, found: errors.length / hands, p50Px: at(0.5), p95Px: at(0.95) }
}

const bench = await openVirtualBench()
try {
  const seeds = Array.from({ length: Number(process.argv[2] ?? 4) }, (_, i) => 101 + i)
  await bench.call('open', { layout: smallBench, stock: smallStock })
  const costs = await bench.call('time', 12)
  const common = await followed(bench, seeds, {}, 200)
  const hard = await followed(bench, seeds, { dimLight: true, bothHands: true, lens: true, twoRows: true }, 200)
  const gloves = await followed(bench, seeds, { gloves: true }, 100)
  process.stdout.write(`${JSON.stringify({ costs, skinTones: skinTones.length, common, hard, gloves })}\n`)
} finally {
  await bench.close()
}
