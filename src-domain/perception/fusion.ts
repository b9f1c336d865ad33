// Fuses landmark evidence and change-detector evidence: the same action seen by both becomes one interaction, whichever came
// first.
import { type BenchTargets, isOver, type Target } from './benchTargets.ts'
import type { ChangeReport } from './changeDetector.ts'
import { type ArmActivity, type ArmEnd, followArmActivity } from './hands/armActivity.ts'
import { type ArmRest, followArmRest } from './hands/armRest.ts'
import { reportBar } from './hands/evidence.ts'
import { type HandTrack, planeOf } from './hands/handTrack.ts'
import type { Hand, Interaction } from './interaction.schema.ts'
import { type JudgedChange, judgeChange, judgeGlimpse, mostSure, reachOf } from './regions/judgeChange.ts'
import type { Cover, SettledRegion } from './regions/patchWatch.ts'
import type { Thresholds } from './thresholds.ts'

/** An interaction that was already reported; `glimpsed` while the hand that did it still lingers over the target. */
type Reported = {
  readonly kind: Interaction['kind']
  readonly target: string
  readonly atMs: number
  readonly glimpsed: boolean
  /** The landmarks' confidence in it, 0 to 1; 0 when they did not report it. */
  readonly byLandmarks: number
}

export type Fusion = {
  /** Uncertain landmark interactions that wait until the change detector has seen the target uncovered. */
  readonly held: readonly Held[]
  readonly reported: readonly Reported[]
  /** Arms at rest, by the id of the bin, zone or button they rest in. */
  readonly rests: ReadonlyMap<string, ArmRest>
  /** When an arm last completed a rest in a zone, by zone id, in ms. */
  readonly stays: ReadonlyMap<string, number>
  /** The hand that was over each target last. */
  readonly visitors: ReadonlyMap<string, { readonly side: Hand; readonly atMs: number }>
  /** Activity of an arm for which there are no landmarks. */
  readonly activity: ArmActivity | null
}

type Held = { readonly interaction: Interaction; readonly sinceMs: number }

export const beginFusion: Fusion = {
  held: [],
  reported: [],
  rests: new Map(),
  stays: new Map(),
  visitors: new Map(),
  activity: null,
}

export type FusionInput = {
  readonly atMs: number
  /** The interactions that the landmarks gave for this picture. */
  readonly read: readonly Interaction[]
  readonly tracks: readonly HandTrack[]
  readonly changes: ChangeReport
  /** Where the longest arm ends; null without one. */
  readonly armEnd: ArmEnd | null
}

const pressSure = 0.98
const activitySure = 0.6
/** Confidence of a reach seen only as an arm at rest: the hand may only be looking into the bin. */
const reachSure = 0.6
/** Least reach share (`reachOf`) for a rest: an arm's shadow alone covers a bin's edge. */
const leastReach = 0.5
/** Reports of the same kind at the same target within this time are one action; nobody does it twice so quickly. */
const sameMs = 800
const rememberMs = 15_000
/** From this confidence on, landmark evidence is reported without waiting for the change detector. */
const sureAlone = 0.8
/** How long to wait for the change detector: a hand that stays over the target hides it. */
const holdForMs = 500
/** Factor on landmark confidence when the picture shows no change: parts that look alike hide that one is gone. */
const unchangedShare = 0.85
/** The same factor for a hand that closed in a bin and was then lost: its leaving was not seen. */
const lostShare = 0.7
/** Putting a part down takes this many times `reachMs`; a hand that pauses on its way stays less. */
const placeReachTimes = 2
/** Confidence of a place inferred from a stay in a zone that shows no change: low enough to ask the worker. */
const stayedShare = 0.5
/** Factor for a change in the bin that the part in hand came from: seen from above, a part put back looks like one taken. */
const perhapsPutBackShare = 0.55

/** Fuses the evidence of both sources for one picture. Pure. Confidences are 0 to 1, times are ms on the camera's clock. */
export function fuseEvidence(
  last: Fusion,
  seen: FusionInput,
  bench: BenchTargets,
  limits: Thresholds,
): { readonly fusion: Fusion; readonly interactions: readonly Interaction[] } {
  const { atMs, changes } = seen
  const visitors = visitorsOf(last, seen, bench)
  const lingersOver = (id: string) => changes.covers.some(({ target, isTouched }) => target.id === id && isTouched)
  const reported = last.reported
    .filter((one) => atMs - one.atMs <= rememberMs)
    .map((one) => (one.glimpsed ? { ...one, atMs, glimpsed: lingersOver(one.target) } : one))
  const interactions: Interaction[] = []
  const report = (interaction: Interaction, sinceMs: number, glimpsed = false) => {
    const { kind, target } = interaction
    if (interaction.confidence < reportBar) return
    if (target !== null) {
      if (reported.some((one) => one.kind === kind && one.target === target && one.atMs >= sinceMs)) return
      const byLandmarks = interaction.sources.includes('landmarks') ? interaction.confidence : 0
      reported.push({ kind, target, atMs: interaction.atMs, glimpsed, byLandmarks })
    }
    interactions.push(interaction)
  }
  const held: Held[] = []
  for (const one of [...last.held, ...seen.read.map((interaction) => ({ interaction, sinceMs: atMs }))]) {
    const { interaction, sinceMs } = one
    if (isPressedAlready(interaction, last.rests)) continue
    const settled = changes.settled.find(({ target }) => target.id === interaction.target)
    const waits = changesPicture(interaction) && interaction.confidence < sureAlone && atMs - sinceMs < holdForMs
    if (settled) report(weigh(interaction, judgeChange(settled, limits)), interaction.atMs - sameMs)
    else if (waits) held.push(one)
    else report(interaction, interaction.atMs - sameMs)
  }
  /** Reports an action after which the picture shows no change. While landmarks see the hand, theirs is the better evidence. */
  const reportUnseen = ({ target: { id, use }, coveredMs, freeMs }: SettledRegion) => {
    const isReported = use === 'zone' ? (visitors.get(id)?.atMs ?? 0) >= coveredMs : seen.tracks.length > 0
    if (isReported) return
    const doubtful = (kind: 'pick' | 'place', confidence: number, source: 'landmarks' | 'region') =>
      report({ kind, target: id, hand: null, atMs: freeMs, confidence, sources: [source] }, coveredMs)
    // The hand closed in a bin of parts that look alike, and was lost there.
    const grasp = reported.findLast((one) => one.target === id && one.atMs >= coveredMs)
    if (use === 'bin' && grasp?.kind === 'reach' && grasp.byLandmarks > 0)
      doubtful('pick', lostShare * grasp.byLandmarks, 'landmarks')
    // The arm stayed in a zone while a part was in hand; the part may be too small to be seen there.
    const hasPart = reported.findLast(changesPicture)?.kind === 'pick'
    if (use === 'zone' && hasPart && (stays.get(id) ?? 0) >= coveredMs) doubtful('place', stayedShare, 'region')
  }
  const reportChange = (
    { target: { id }, coveredMs, freeMs }: SettledRegion,
    found: JudgedChange | null,
    glimpsed: boolean,
  ) => {
    if (found === null) return
    const { kind } = found
    const last = reported.findLast((one) => changesPicture(one) && one.atMs < coveredMs)
    const isInHand = kind === 'pick' && last?.kind === 'pick' && last.target === id
    const isPutBack =
      kind === 'pick' && reported.some((one) => one.kind === 'place' && one.target === id && one.atMs >= coveredMs)
    if (isPutBack || (isInHand && glimpsed)) return
    const confidence = (isInHand ? perhapsPutBackShare : 1) * found.confidence
    const visitor = visitors.get(id)
    const hand = visitor && visitor.atMs >= coveredMs ? visitor.side : null
    report({ kind, target: id, hand, atMs: freeMs, confidence, sources: ['region'] }, coveredMs, glimpsed)
  }
  const { rests, rested } = followRests(last, seen, limits)
  const stays = new Map(last.stays)
  for (const { target } of rested) if (target.use === 'zone') stays.set(target.id, atMs)
  for (const settled of changes.settled) {
    const found = judgeChange(settled, limits)
    if (found !== null) reportChange(settled, found, false)
    else reportUnseen(settled)
  }
  for (const glimpsed of changes.glimpsed) reportChange(glimpsed, judgeGlimpse(glimpsed, limits), true)
  // After a glimpsed pick there is no reach left to announce.
  const isOpen = ({ target: { id } }: Cover) => !reported.some((one) => one.glimpsed && one.target === id)
  for (const cover of rested.filter(isOpen)) {
    const { id, use } = cover.target
    if (use === 'zone') continue
    const visitor = visitors.get(id)
    const hand = visitor && atMs - visitor.atMs <= limits.forgetMs ? visitor.side : null
    const [kind, confidence] = use === 'bin' ? (['reach', reachSure] as const) : (['press', pressSure] as const)
    report({ kind, target: id, hand, atMs, confidence, sources: ['region'] }, atMs - sameMs)
  }
  const isHeld = ({ target: { id, use } }: Cover) => use !== 'zone' && rests.get(id)?.isDone === true
  const isBusy = reported.findLast(changesPicture)?.kind === 'pick' || changes.covers.some(isHeld)
  const armEnd = seen.tracks.length === 0 ? seen.armEnd : null
  const { activity, signs } = followArmActivity(last.activity, armEnd, atMs, bench, isBusy, limits)
  for (const { kind, target } of signs)
    report({ kind, target, hand: null, atMs, confidence: activitySure, sources: ['region'] }, atMs - sameMs)
  return { fusion: { held, reported, rests, stays, visitors, activity }, interactions }
}

/**
 * Whether this press repeats one whose finger has not left since: the change detector may see the finger on the button before
 * landmarks do.
 */
const isPressedAlready = ({ kind, target }: Interaction, rests: Fusion['rests']): boolean =>
  kind === 'press' && target !== null && rests.get(target)?.isDone === true

/**
 * Follows the arms that end in bins, zones and on buttons; `rested` are those whose dwell this picture completes. An arm whose
 * hand landmarks see elsewhere only appears to end in the target and is ignored.
 */
function followRests(last: Fusion, { atMs, read, changes, tracks }: FusionInput, limits: Thresholds) {
  const rests = new Map<string, ArmRest>()
  const rested: Cover[] = []
  for (const cover of changes.covers) {
    const { id, use } = cover.target
    if (use === 'forbidden') continue
    const { pressDwellMs, reachMs, pressLeaveMs, holdMs } = limits
    const dwellMs = { button: pressDwellMs, bin: reachMs, zone: placeReachTimes * reachMs }[use]
    // Fingers that put something down may reach beyond the zone's edge in between.
    const leaveMs = use === 'zone' ? holdMs : pressLeaveMs
    const isMerelyEdge = use !== 'button' && reachOf(cover.share, cover.coveredMm2, limits) < leastReach
    const isElsewhere = cover.isOfHand && !tracks.some((track) => isHandAt(cover.target, track, limits))
    const tip = isMerelyEdge || isElsewhere ? null : cover.tip
    const { rest, completed } = followArmRest(last.rests.get(id) ?? null, tip, atMs, { dwellMs, leaveMs, holdMs })
    const isReported = read.some((reported) => reported.kind === 'press' && reported.target === id)
    if (rest) rests.set(id, isReported ? { ...rest, isDone: true } : rest)
    if (completed) rested.push(cover)
  }
  return { rests, rested }
}

/** Whether landmarks see the hand's grip point or index fingertip within `nearMm` of a target. */
const isHandAt = (target: Target, track: HandTrack, { nearMm }: Thresholds): boolean =>
  isOver(target, (plane) => planeOf(track, plane).indexTip, nearMm) ||
  isOver(target, (plane) => planeOf(track, plane).grip, nearMm)

const changesPicture = ({ kind }: Pick<Interaction, 'kind'>) =>
  kind === 'pick' || kind === 'place' || kind === 'removal'

/** Combines both sources' confidences in the same action as independent evidence: 1 − (1 − a)(1 − b). */
function weigh(interaction: Interaction, found: JudgedChange | null): Interaction {
  if (!changesPicture(interaction)) return interaction
  const { kind, confidence, sources } = interaction
  if (found === null)
    return confidence < sureAlone ? { ...interaction, confidence: unchangedShare * confidence } : interaction
  if (found.kind !== kind && !found.isInBin) return interaction
  const doubt = (1 - confidence) * (1 - found.confidence)
  return { ...interaction, confidence: Math.min(mostSure, 1 - doubt), sources: [...sources, 'region'] }
}

function visitorsOf(last: Fusion, { atMs, tracks }: FusionInput, { targets }: BenchTargets): Fusion['visitors'] {
  const visitors = new Map(last.visitors)
  for (const track of tracks) {
    const over = targets.find((target) => isOver(target, (plane) => planeOf(track, plane).grip, 0))
    if (over) visitors.set(over.id, { side: track.side, atMs })
  }
  return visitors
}
