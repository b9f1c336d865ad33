// Sight state derived from the pictures alone: too dark, too bright, blurred, occluded, moved, frozen or too slow.

import type { PictureFacts } from './changeDetector.ts'
import type { SightState } from './interaction.schema.ts'
import { isTooBright, isTooDark } from './picture/brightness.ts'

export type PictureState = Extract<
  SightState,
  'seeing' | 'tooDark' | 'tooBright' | 'blurred' | 'occluded' | 'moved' | 'frozen' | 'stuttering'
>

export type PictureSight = {
  readonly state: PictureState
  /** The state of the newest pictures, and since when they have agreed. */
  readonly candidate: PictureState
  readonly candidateSinceMs: number
  readonly lastMs: number
  /** Smoothed interval between pictures, in ms. */
  readonly intervalMs: number
  readonly fingerprint: number | null
  readonly sameSinceMs: number
  readonly facts: PictureFacts | null
}

/** Below this share of the learnt edge steepness the picture is blurred: fingers can no longer be told apart. */
const blurredBelow = 0.5
/** A larger movement of the marks, in px of the downscaled picture, displaces every target by half a centimetre. */
const movedPx = 1.5
/** With this share of the open table covered, or of the marks not found, the view is occluded. */
const occludedShare = 0.6
const lostBelow = 0.3
const frozenMs = 900
/** Below eight pictures a second a quick pick can fall between two of them. */
const slowIntervalMs = 125
const worseAfterMs = 600
const betterAfterMs = 400
const intervalTauMs = 400

/** The state before the first picture, at a time in ms on the window's clock. */
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

/**
 * Updates the state with one processed picture; `facts` are null for one that the change detector did not see. Times are in ms on
 * the window's clock.
 */
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
 * Updates the state at a moment without a new picture, because a camera that stops delivering raises no error. `arrivedMs` is
 * when it delivered last; a picture that is still being processed is no sign of a frozen camera.
 */
export function missPicture(last: PictureSight, atMs: number, arrivedMs: number): PictureSight {
  return atMs - Math.max(last.lastMs, arrivedMs) >= frozenMs
    ? { ...last, state: 'frozen', candidate: 'frozen', candidateSinceMs: atMs }
    : last
}

/** Debounces the state: it changes once the pictures have agreed for a while, sooner for an improvement. */
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
