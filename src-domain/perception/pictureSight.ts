// What the pictures themselves say about how well the camera sees: too dark, too bright, standing still, too slow.
import type { SightState } from './interaction.schema.ts'

/** How light a picture is, from a few hundred of its pixels as they are. */
export type PictureLight = {
  /** Mean brightness, 0 black to 1 white. */
  readonly mean: number
  /** Share of the pixels that are burnt out, 0 to 1. */
  readonly burnt: number
  /** Changes when any of these pixels changes: a real camera's noise alone makes two pictures differ. */
  readonly fingerprint: number
}

export type PictureState = Extract<SightState, 'seeing' | 'tooDark' | 'tooBright' | 'frozen' | 'stuttering'>

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
  readonly light: PictureLight | null
}

/** Below this mean nobody would work either; hands were found down to here. */
const darkMean = 0.06
/** With this much burnt out, hands over it are gone as well; a white projected field alone is less. */
const burntShare = 0.4
const frozenMs = 3000
/** Below eight pictures a second a quick pick can pass between two of them. */
const slowIntervalMs = 125
const worseAfterMs = 2000
const betterAfterMs = 500
const intervalTauMs = 1000

export const beginSight = (atMs: number): PictureSight => ({
  state: 'seeing',
  candidate: 'seeing',
  candidateSinceMs: atMs,
  lastMs: atMs,
  intervalMs: 0,
  fingerprint: null,
  sameSinceMs: atMs,
  light: null,
})

/** Judges one more perceived picture; `light` is null for those whose light was not measured. Times are the window's. */
export function followSight(last: PictureSight, atMs: number, light: PictureLight | null): PictureSight {
  const elapsedMs = Math.max(0, atMs - last.lastMs)
  const intervalMs = last.intervalMs + (1 - Math.exp(-elapsedMs / intervalTauMs)) * (elapsedMs - last.intervalMs)
  const isSame = light === null || light.fingerprint === last.fingerprint
  const seen = {
    lastMs: atMs,
    intervalMs,
    fingerprint: light?.fingerprint ?? last.fingerprint,
    sameSinceMs: isSame ? last.sameSinceMs : atMs,
    light: light ?? last.light,
  }
  return settle(last, { ...last, ...seen }, atMs)
}

/** Judges a moment without a picture: a camera that has stopped delivering says nothing by itself. */
export function missPicture(last: PictureSight, atMs: number): PictureSight {
  return atMs - last.lastMs >= frozenMs
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

function judge({ light, sameSinceMs, intervalMs }: PictureSight, atMs: number): PictureState {
  if (light !== null && light.mean < darkMean) return 'tooDark'
  if (light !== null && light.burnt > burntShare) return 'tooBright'
  if (atMs - sameSinceMs >= frozenMs) return 'frozen'
  return intervalMs > slowIntervalMs ? 'stuttering' : 'seeing'
}
