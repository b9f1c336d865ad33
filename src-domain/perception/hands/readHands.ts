// Derives interactions from tracked hands: hands in table millimetres over time go in; reaches, picks, places and presses come
// out.
import type { BenchTargets } from '../benchTargets.ts'
import type { Interaction } from '../interaction.schema.ts'
import type { Thresholds } from '../thresholds.ts'
import {
  confidenceOfLettingGo,
  confidenceOfPlacing,
  confidenceOfPuttingBack,
  confidenceOfTaking,
  reportBar,
  trustIn,
} from './evidence.ts'
import { followActivity, type HandActivity, type HandMotion, noActivity } from './handActivity.ts'
import { followHands, type Hands, isTrusted, noHands } from './handIdentity.ts'
import type { HandOnTable } from './handOnTable.ts'
import { type HandTrack, planeOf, speedOf } from './handTrack.ts'
import { followPress, type Press, pressProgress } from './press.ts'
import { followVisit, type Visit } from './visit.ts'

/** The state kept for each hand. */
type HandState = {
  readonly visit: Visit | null
  readonly press: Press | null
  readonly activity: HandActivity
  /** True from a pick until something was put down. */
  readonly carries: boolean
}

/** All state kept from one picture to the next. */
export type Reading = {
  readonly atMs: number
  readonly hands: Hands
  readonly states: ReadonlyMap<number, HandState>
}

export type SeenHands = { readonly atMs: number; readonly hands: readonly HandOnTable[] }

export type ReadResult = {
  readonly reading: Reading
  readonly interactions: readonly Interaction[]
  /** The button under a resting finger, and how far its ring is filled, 0 to 1. */
  readonly press: { readonly target: string; readonly progress: number } | null
  /** The trusted hands, each with its smoothed handedness. */
  readonly tracks: readonly HandTrack[]
}

const idle: HandState = { visit: null, press: null, activity: noActivity, carries: false }

/** Confidence in a completed press, before the tracker's own score. */
const pressConfidence = 0.98
const activityConfidence = 0.7

export const beginReading: Reading = { atMs: 0, hands: noHands, states: new Map() }

/**
 * Processes one picture's hands. Pure: the same state and hands give the same result. A time stamp that does not increase, or a
 * gap longer than `forgetMs`, resets the state.
 */
export function readHands(last: Reading, seen: SeenHands, bench: BenchTargets, limits: Thresholds): ReadResult {
  const { atMs } = seen
  const isFresh = atMs <= last.atMs || atMs - last.atMs > limits.forgetMs
  const { hands: before, states: known } = isFresh ? beginReading : last
  const hands = followHands(before, seen.hands, atMs, limits)
  const states = new Map<number, HandState>()
  const interactions: Interaction[] = []
  for (const track of hands.tracks) {
    const state = known.get(track.id) ?? idle
    if (!isTrusted(track, atMs, limits)) {
      states.set(track.id, state)
      continue
    }
    const step = followHand(state, track, bench, limits)
    states.set(track.id, step.state)
    interactions.push(...step.interactions)
  }
  return {
    reading: { atMs, hands, states },
    interactions,
    press: fullestPress(states, limits),
    tracks: hands.tracks.filter((track) => isTrusted(track, atMs, limits)),
  }
}

function followHand(state: HandState, track: HandTrack, bench: BenchTargets, limits: Thresholds) {
  const atMs = track.lastSeenMs
  const interactions: Interaction[] = []
  const report = (kind: Interaction['kind'], target: string | null, confidence: number, whenMs = atMs) => {
    if (confidence < reportBar) return
    interactions.push({ kind, target, hand: track.side, atMs: whenMs, confidence, sources: ['landmarks'] })
  }
  let { carries } = state

  const { visit, left, turned } = followVisit(state.visit, track, bench, limits)
  const grasps = visit?.target.use === 'bin' && visit.reachedMs !== null && visit.grip.state === 'closed'
  if (grasps && !visit.isReported) report('reach', visit.target.id, confidenceOfTaking(visit, track, limits))
  if (visit && turned === 'opened' && visit.target.use === 'zone') {
    const confidence = confidenceOfPlacing(visit, track, carries, limits)
    report('place', visit.target.id, confidence)
    if (confidence >= reportBar) carries = false
  }
  if (left) {
    const confidence = confidenceOfTaking(left, track, limits)
    const isBin = left.target.use === 'bin'
    if (confidence >= reportBar && (isBin || left.closedMs !== null)) {
      const leftMs = left.outsideSinceMs ?? atMs
      if (isBin && !left.isReported) report('reach', left.target.id, confidence, leftMs)
      report(isBin ? 'pick' : 'removal', left.target.id, confidence, leftMs)
      carries = true
    } else if (isBin && carries) {
      const putBack = confidenceOfPuttingBack(left, track, limits)
      report('place', left.target.id, putBack, left.outsideSinceMs ?? atMs)
      carries = putBack < reportBar
    } else if (!isBin && carries) {
      const letGo = confidenceOfLettingGo(left, track, limits)
      report('place', left.target.id, letGo, left.outsideSinceMs ?? atMs)
      carries = letGo < reportBar
    }
  }

  const isPicking = visit?.target.use === 'bin' && visit.reachedMs !== null
  const { press, pressed } = isPicking ? { press: null, pressed: null } : followPress(state.press, track, bench, limits)
  if (pressed) report('press', pressed.id, pressConfidence * trustIn(track))

  const isBusy = carries || press !== null || visit?.grip.state === 'closed'
  const { activity, signs } = followActivity(state.activity, whereIs(track, limits), bench, isBusy, limits)
  for (const { kind, target } of signs) report(kind, target, activityConfidence)
  const updated = visit && { ...visit, isReported: visit.isReported || grasps }
  return { state: { visit: updated, press, activity, carries }, interactions }
}

const whereIs = (track: HandTrack, limits: Thresholds): HandMotion => ({
  atMs: track.lastSeenMs,
  gripAt: (plane) => planeOf(track, plane).grip,
  speedMmPerS: speedOf(track, limits),
})

function fullestPress(states: ReadonlyMap<number, HandState>, limits: Thresholds): ReadResult['press'] {
  let fullest: ReadResult['press'] = null
  for (const { press } of states.values()) {
    const progress = press ? pressProgress(press, limits) : 0
    if (press && progress > (fullest?.progress ?? 0)) fullest = { target: press.target.id, progress }
  }
  return fullest
}
