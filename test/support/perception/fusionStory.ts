// Moments as landmarks and the change detector tell them, put together by the product's own fusion.
import { type BenchTargets, benchTargets } from '../../../src-domain/perception/benchTargets.ts'
import { beginFusion, type Fusion, fuseEvidence } from '../../../src-domain/perception/fusion.ts'
import type { HandTrack } from '../../../src-domain/perception/hands/handTrack.ts'
import type { Interaction } from '../../../src-domain/perception/interaction.schema.ts'
import type { Cover, SettledRegion } from '../../../src-domain/perception/regions/patchWatch.ts'
import { defaultThresholds } from '../../../src-domain/perception/thresholds.ts'
import { smallBench } from './readStory.ts'

const bench: BenchTargets = benchTargets(smallBench)

export const targetOf = (id: string) => {
  const target = bench.targets.find((one) => one.id === id)
  if (!target) throw new Error(`There is no target "${id}".`)
  return target
}

/** What one eye tells of the right hand; it counts as told with the picture of its moment. */
export const told = (
  kind: Interaction['kind'],
  target: string,
  source: 'landmarks' | 'region' = 'landmarks',
  confidence = 0.9,
): Interaction => ({ kind, target, hand: 'right', atMs: 0, confidence, sources: [source] })

/** What covers a target: an arm that ends in the middle of it, or nothing. */
function coverOf(id: string, arm: 'ofHand' | 'withoutHand' | null): Cover {
  const target = targetOf(id)
  if (arm === null) return { target, share: 0, coveredMm2: 0, isTouched: false, tip: null, isOfHand: false }
  const tip = { x: target.rect.x + target.rect.w / 2, y: target.rect.y + target.rect.h / 2 }
  return { target, share: 0.5, coveredMm2: 8000, isTouched: true, tip, isOfHand: arm === 'ofHand' }
}

/** A target that looks, when it is free again, as it did before, unless so many mm² of it appeared or vanished. */
export const settledAt = (
  id: string,
  coveredMs: number,
  freeMs: number,
  changed: Partial<SettledRegion> = {},
): SettledRegion => ({
  target: targetOf(id),
  coveredMs,
  freeMs,
  appearedMm2: 0,
  vanishedMm2: 0,
  mostCovered: 0.5,
  coveredMm2: 8000,
  ...changed,
})

export type Moment = {
  readonly read?: readonly Interaction[]
  /** Where arms end. */
  readonly covers?: readonly string[]
  readonly settled?: SettledRegion
  readonly glimpsed?: SettledRegion
  /** Where landmarks see a hand to which the arms belong. */
  readonly hand?: HandTrack
}

/** What is told, and with the picture of which moment. `moments` by their time in ms, in order. */
export function tellAt(moments: readonly (readonly [atMs: number, Moment])[]) {
  let fusion: Fusion = beginFusion
  return moments.flatMap(([atMs, { read = [], covers = [], settled, glimpsed, hand }], index) => {
    const arm = hand ? 'ofHand' : 'withoutHand'
    const changes = {
      atMs,
      covers: bench.targets.map(({ id }) => coverOf(id, covers.includes(id) ? arm : null)),
      settled: settled ? [settled] : [],
      glimpsed: glimpsed ? [glimpsed] : [],
      tip: null,
      picture: {
        mean: 0.5,
        burnt: 0,
        fingerprint: index,
        shiftPx: null,
        foundShare: 1,
        sharpness: 1,
        coveredShare: 0,
      },
    }
    const seen = {
      atMs,
      read: read.map((one) => ({ ...one, atMs })),
      tracks: hand ? [hand] : [],
      changes,
      armEnd: null,
    }
    const fused = fuseEvidence(fusion, seen, bench, defaultThresholds)
    fusion = fused.fusion
    return fused.interactions.map((interaction) => ({ ...interaction, toldMs: atMs }))
  })
}

/** The time from one picture to the next, in ms. */
export const pictureMs = 40

/** The same moment in each picture from one time to another, both included. */
export const during = (fromMs: number, toMs: number, moment: Moment): (readonly [number, Moment])[] =>
  Array.from({ length: Math.floor((toMs - fromMs) / pictureMs) + 1 }, (_, i) => [fromMs + i * pictureMs, moment])
