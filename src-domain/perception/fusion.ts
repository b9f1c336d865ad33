// Two eyes, one account: what landmarks told and what the change detector saw become one interaction each, whoever was first.
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

/** What has been told already; `glimpsed` while the hand that did it still lingers over the target. */
type Told = {
  readonly kind: Interaction['kind']
  readonly target: string
  readonly atMs: number
  readonly glimpsed: boolean
  /** How sure landmarks were of it; 0 where they said nothing. */
  readonly byLandmarks: number
}

export type Fusion = {
  /** What the landmarks are not sure of, until the change detector has seen the target again. */
  readonly held: readonly Held[]
  readonly told: readonly Told[]
  /** Where arms rest: in bins and zones and on buttons. */
  readonly rests: ReadonlyMap<string, ArmRest>
  /** When an arm was last seen to have rested in a zone. */
  readonly stays: ReadonlyMap<string, number>
  /** Which hand was over a target last. */
  readonly visitors: ReadonlyMap<string, { readonly side: Hand; readonly atMs: number }>
  /** How the arm behaves whose hand has no landmarks. */
  readonly activity: ArmActivity | null
}

type Held = { readonly interaction: Interaction; readonly sinceMs: number }

export const beginFusion: Fusion = {
  held: [],
  told: [],
  rests: new Map(),
  stays: new Map(),
  visitors: new Map(),
  activity: null,
}

export type FusionInput = {
  readonly atMs: number
  /** What the landmarks told with this picture. */
  readonly read: readonly Interaction[]
  readonly tracks: readonly HandTrack[]
  readonly changes: ChangeReport
  /** Where the longest arm ends; null without one. */
  readonly armEnd: ArmEnd | null
}

const pressSure = 0.98
const activitySure = 0.6
/** A hand that rests in a bin may only be looking. */
const reachSure = 0.6
/** The shadow of an arm covers a bin's edge as well. */
const leastReach = 0.5
/** Told again within this time, it is the same; nobody does it twice so soon. */
const sameMs = 800
const rememberMs = 15_000
/** The landmarks' word alone is enough from here on. */
const sureAlone = 0.8
/** So long is waited for the change detector; a hand that stays over the target keeps it from seeing. */
const holdForMs = 500
/** What the landmarks' word is worth when nothing has changed: parts that look alike hide that one is gone. */
const unchangedShare = 0.85
/** The same for a hand that closed in a bin and was lost there: nobody saw it leave. */
const lostShare = 0.7
/** Laying a part down takes this many times as long as reaching one; a hand that waits a moment on its way does not. */
const layingReaches = 2
/** What a stay in a zone is worth in which nothing has changed: a question. */
const stayedShare = 0.5
/** What a change is worth in the bin from which the part in hand came: seen from above, a part put back looks like one taken. */
const perhapsPutBackShare = 0.55

/** Puts the two eyes' words about one picture together. Pure. */
export function fuseEvidence(
  last: Fusion,
  seen: FusionInput,
  bench: BenchTargets,
  limits: Thresholds,
): { readonly fusion: Fusion; readonly interactions: readonly Interaction[] } {
  const { atMs, changes } = seen
  const visitors = visitorsOf(last, seen, bench)
  const lingersOver = (id: string) => changes.covers.some(({ target, isTouched }) => target.id === id && isTouched)
  const told = last.told
    .filter((one) => atMs - one.atMs <= rememberMs)
    .map((one) => (one.glimpsed ? { ...one, atMs, glimpsed: lingersOver(one.target) } : one))
  const interactions: Interaction[] = []
  const tell = (interaction: Interaction, sinceMs: number, glimpsed = false) => {
    const { kind, target } = interaction
    if (interaction.confidence < reportBar) return
    if (target !== null) {
      if (told.some((one) => one.kind === kind && one.target === target && one.atMs >= sinceMs)) return
      const byLandmarks = interaction.sources.includes('landmarks') ? interaction.confidence : 0
      told.push({ kind, target, atMs: interaction.atMs, glimpsed, byLandmarks })
    }
    interactions.push(interaction)
  }
  const held: Held[] = []
  for (const one of [...last.held, ...seen.read.map((interaction) => ({ interaction, sinceMs: atMs }))]) {
    const { interaction, sinceMs } = one
    if (isPressedAlready(interaction, last.rests)) continue
    const settled = changes.settled.find(({ target }) => target.id === interaction.target)
    const waits = changesPicture(interaction) && interaction.confidence < sureAlone && atMs - sinceMs < holdForMs
    if (settled) tell(weigh(interaction, judgeChange(settled, limits)), interaction.atMs - sameMs)
    else if (waits) held.push(one)
    else tell(interaction, interaction.atMs - sameMs)
  }
  /** What a hand did of which the picture shows nothing. Landmarks tell that better while they see it. */
  const tellUnseen = ({ target: { id, use }, coveredMs, freeMs }: SettledRegion) => {
    const isTold = use === 'zone' ? (visitors.get(id)?.atMs ?? 0) >= coveredMs : seen.tracks.length > 0
    if (isTold) return
    const doubtful = (kind: 'pick' | 'place', confidence: number, source: 'landmarks' | 'region') =>
      tell({ kind, target: id, hand: null, atMs: freeMs, confidence, sources: [source] }, coveredMs)
    // It closed in a bin of parts that look alike, and was lost there.
    const grasp = told.findLast((one) => one.target === id && one.atMs >= coveredMs)
    if (use === 'bin' && grasp?.kind === 'reach' && grasp.byLandmarks > 0)
      doubtful('pick', lostShare * grasp.byLandmarks, 'landmarks')
    // It stayed in a zone with a part in it that may be too small to be seen there.
    const hasPart = told.findLast(changesPicture)?.kind === 'pick'
    if (use === 'zone' && hasPart && (stays.get(id) ?? 0) >= coveredMs) doubtful('place', stayedShare, 'region')
  }
  const tellChange = (
    { target: { id }, coveredMs, freeMs }: SettledRegion,
    found: JudgedChange | null,
    glimpsed: boolean,
  ) => {
    if (found === null) return
    const { kind } = found
    const last = told.findLast((one) => changesPicture(one) && one.atMs < coveredMs)
    const isInHand = kind === 'pick' && last?.kind === 'pick' && last.target === id
    const isPutBack =
      kind === 'pick' && told.some((one) => one.kind === 'place' && one.target === id && one.atMs >= coveredMs)
    if (isPutBack || (isInHand && glimpsed)) return
    const confidence = (isInHand ? perhapsPutBackShare : 1) * found.confidence
    const visitor = visitors.get(id)
    const hand = visitor && visitor.atMs >= coveredMs ? visitor.side : null
    tell({ kind, target: id, hand, atMs: freeMs, confidence, sources: ['region'] }, coveredMs, glimpsed)
  }
  const { rests, rested } = followRests(last, seen, limits)
  const stays = new Map(last.stays)
  for (const { target } of rested) if (target.use === 'zone') stays.set(target.id, atMs)
  for (const settled of changes.settled) {
    const found = judgeChange(settled, limits)
    if (found !== null) tellChange(settled, found, false)
    else tellUnseen(settled)
  }
  for (const glimpsed of changes.glimpsed) tellChange(glimpsed, judgeGlimpse(glimpsed, limits), true)
  // Once a pick was glimpsed there is nothing left to announce.
  const isOpen = ({ target: { id } }: Cover) => !told.some((one) => one.glimpsed && one.target === id)
  for (const cover of rested.filter(isOpen)) {
    const { id, use } = cover.target
    if (use === 'zone') continue
    const visitor = visitors.get(id)
    const hand = visitor && atMs - visitor.atMs <= limits.forgetMs ? visitor.side : null
    const [kind, confidence] = use === 'bin' ? (['reach', reachSure] as const) : (['press', pressSure] as const)
    tell({ kind, target: id, hand, atMs, confidence, sources: ['region'] }, atMs - sameMs)
  }
  const isHeld = ({ target: { id, use } }: Cover) => use !== 'zone' && rests.get(id)?.isDone === true
  const isBusy = told.findLast(changesPicture)?.kind === 'pick' || changes.covers.some(isHeld)
  const armEnd = seen.tracks.length === 0 ? seen.armEnd : null
  const { activity, signs } = followArmActivity(last.activity, armEnd, atMs, bench, isBusy, limits)
  for (const { kind, target } of signs)
    tell({ kind, target, hand: null, atMs, confidence: activitySure, sources: ['region'] }, atMs - sameMs)
  return { fusion: { held, told, rests, stays, visitors, activity }, interactions }
}

/** Whether the finger that presses has pressed before, and not left since: the change detector may see it on the button sooner than landmarks do. */
const isPressedAlready = ({ kind, target }: Interaction, rests: Fusion['rests']): boolean =>
  kind === 'press' && target !== null && rests.get(target)?.isDone === true

/**
 * Follows the arms that end in bins and zones and on buttons; `rested` are those that have now been there for long enough. The arm of a hand
 * that landmarks see elsewhere only seems to end.
 */
function followRests(last: Fusion, { atMs, read, changes, tracks }: FusionInput, limits: Thresholds) {
  const rests = new Map<string, ArmRest>()
  const rested: Cover[] = []
  for (const cover of changes.covers) {
    const { id, use } = cover.target
    if (use === 'forbidden') continue
    const { pressDwellMs, reachMs, pressLeaveMs, holdMs } = limits
    const dwellMs = { button: pressDwellMs, bin: reachMs, zone: layingReaches * reachMs }[use]
    // Fingers that lay something down may reach beyond the zone's edge in between.
    const leaveMs = use === 'zone' ? holdMs : pressLeaveMs
    const isMerelyEdge = use !== 'button' && reachOf(cover.share, cover.coveredMm2, limits) < leastReach
    const isElsewhere = cover.isOfHand && !tracks.some((track) => isHandAt(cover.target, track, limits))
    const tip = isMerelyEdge || isElsewhere ? null : cover.tip
    const { rest, completed } = followArmRest(last.rests.get(id) ?? null, tip, atMs, { dwellMs, leaveMs, holdMs })
    const isTold = read.some((told) => told.kind === 'press' && told.target === id)
    if (rest) rests.set(id, isTold ? { ...rest, isDone: true } : rest)
    if (completed) rested.push(cover)
  }
  return { rests, rested }
}

/** Whether landmarks see a hand's fingers at or beside a target. */
const isHandAt = (target: Target, track: HandTrack, { nearMm }: Thresholds): boolean =>
  isOver(target, (plane) => planeOf(track, plane).indexTip, nearMm) ||
  isOver(target, (plane) => planeOf(track, plane).grip, nearMm)

const changesPicture = ({ kind }: Pick<Interaction, 'kind'>) =>
  kind === 'pick' || kind === 'place' || kind === 'removal'

/** Both eyes' words about the same: independent, so that their doubts multiply. */
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
