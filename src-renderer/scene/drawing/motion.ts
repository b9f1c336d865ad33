// Fading, pulsing and easing over time. Nothing here allocates, because it runs in every frame.
import { breathMs, transitionMs } from './palette.ts'

/** Smoothstep: slow at both ends; 0 to 0, 1 to 1, clamped outside. */
export function ease(t: number): number {
  const x = t < 0 ? 0 : t > 1 ? 1 : t
  return x * x * (3 - 2 * x)
}

/** How far `timeMs` is on the way from `fromMs` to `toMs`, eased, from 0 to 1. */
export const easeBetween = (timeMs: number, fromMs: number, toMs: number): number =>
  ease((timeMs - fromMs) / (toMs - fromMs))

/** A slow pulse between `low` and 1, with period `periodMs`. */
export const breath = (timeMs: number, low: number, periodMs = breathMs): number =>
  low + (1 - low) * (0.5 + 0.5 * Math.cos((2 * Math.PI * timeMs) / periodMs))

export type Fade = {
  /** Sets the target: 1 fades in, 0 fades out. */
  readonly aim: (to: 0 | 1) => void
  /** Starts again from 0, for content that has changed. */
  readonly restart: () => void
  /** The opacity at this time, eased, from 0 to 1. Times must not decrease. */
  readonly at: (timeMs: number) => number
}

/** A fade that comes in within `inMs` and goes out within `outMs`. It starts at 0. */
export function createFade(inMs = transitionMs, outMs = transitionMs): Fade {
  const now = { level: 0, aim: 0, timeMs: -1 }
  return {
    aim: (to) => {
      now.aim = to
    },
    restart: () => {
      now.level = 0
      now.aim = 1
    },
    at: (timeMs) => {
      const passedMs = now.timeMs < 0 ? 0 : Math.max(0, timeMs - now.timeMs)
      now.timeMs = timeMs
      now.level =
        now.aim > now.level
          ? Math.min(now.aim, now.level + passedMs / inMs)
          : Math.max(now.aim, now.level - passedMs / outMs)
      return ease(now.level)
    },
  }
}
