// What the pictures themselves say about how well the camera sees: dark, bright, blurred, blocked, moved, standing still, too slow.

import type { PictureFacts } from './changeDetector.ts'
import type { SightState } from './interaction.schema.ts'
import { isTooBright, isTooDark } from './picture/brightness.ts'

export type PictureState = Extract<
  SightState,
  'seeing' | 'tooDark' | 'tooBright' | 'blurred' | 'occluded' | 'moved' | 'frozen' | 'stuttering'
>

export type PictureSight = {
  readonly state: PictureState
  /** What the newest pictures say, and since when they agree. */
  readonly candidate: PictureState
  readonly candidateSinceMs: number
  readonly lastMs: number
  /** Smoothed time from one picture to the next, in ms. */
  readonly intervalMs: number
  readonly fingerprint: number | null
  readonly sameSinceMs: number
  readonly facts: PictureFacts | null
}

/** Edges less steep than this share of what they were are blurred: fingers are no longer told apart. */
const blurredBelow = 0.5
/** Marks that have moved by more, in px of the small picture, put every target half a centimetre aside. */
const movedPx = 1.5
/** With so much of the open table covered, or so few marks left, something is in the way. */
const occludedShare = 0.6
const lostBelow = 0.3
const frozenMs = 900
/** Below eight pictures a second a quick pick can pass between two of them. */
const slowIntervalMs = 125
const worseAfterMs = 600
const betterAfterMs = 400
const intervalTauMs = 400

export const beginSight = (atMs: number): PictureSight => ({
  state: 'seeing',
  candidate: 'seeing',
  candidateSinceMs: atMs,
  lastMs: atMs,
  intervalMs: 0,
  fingerprint: null,
  sameSinceMs: atMs,
  facts: null,
})

/** Judges one more perceived picture; `facts` are null for one that the change detector did not see. Times are the window's. */
export function followSight(last: PictureSight, atMs: number, facts: PictureFacts | null): PictureSight {
  const elapsedMs = Math.max(0, atMs - last.lastMs)
  const intervalMs = last.intervalMs + (1 - Math.exp(-elapsedMs / intervalTauMs)) * (elapsedMs - last.intervalMs)
  const isSame = facts === null || facts.fingerprint === last.fingerprint
  const seen = {
    lastMs: atMs,
    intervalMs,
    fingerprint: facts?.fingerprint ?? last.fingerprint,
    sameSinceMs: isSame ? last.sameSinceMs : atMs,
    facts: facts ?? last.facts,
  }
  return settle(last, { ...last, ...seen }, atMs)
}

/**
 * Judges a moment without a picture: a camera that has stopped delivering says nothing by itself. `arrivedMs` is when it delivered last; a
 * picture that is still being looked at is no sign of a frozen camera.
 */
export function missPicture(last: PictureSight, atMs: number, arrivedMs: number): PictureSight {
  return atMs - Math.max(last.lastMs, arrivedMs) >= frozenMs
    ? { ...last, state: 'frozen', candidate: 'frozen', candidateSinceMs: atMs }
    : last
}

/** A state is taken on once the pictures have agreed on it for a while, sooner for the better. */
function settle(last: PictureSight, seen: PictureSight, atMs: number): PictureSight {
  const candidate = judge(seen, atMs)
  const candidateSinceMs = candidate === last.candidate ? last.candidateSinceMs : atMs
  const isSettled = atMs - candidateSinceMs >= (candidate === 'seeing' ? betterAfterMs : worseAfterMs)
  const state = candidate === 'frozen' || isSettled ? candidate : last.state
  return { ...seen, candidate, candidateSinceMs, state }
}

function judge({ facts, sameSinceMs, intervalMs }: PictureSight, atMs: number): PictureState {
  if (facts !== null && isTooDark(facts)) return 'tooDark'
  if (facts !== null && isTooBright(facts)) return 'tooBright'
  if (atMs - sameSinceMs >= frozenMs) return 'frozen'
  if (facts !== null) {
    if (facts.coveredShare >= occludedShare || facts.foundShare < lostBelow) return 'occluded'
    if (facts.sharpness < blurredBelow) return 'blurred'
    if (facts.shiftPx !== null && facts.shiftPx >= movedPx) return 'moved'
  }
  return intervalMs > slowIntervalMs ? 'stuttering' : 'seeing'
}
