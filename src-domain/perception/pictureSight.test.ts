import { describe, expect, it } from 'vitest'
import type { PictureFacts } from './changeDetector.ts'
import { beginSight, followSight, missPicture } from './pictureSight.ts'

const fine: PictureFacts = {
  mean: 0.5,
  burnt: 0.02,
  fingerprint: 1,
  shiftPx: 0,
  foundShare: 1,
  sharpness: 1,
  coveredShare: 0.1,
}

/** Feeds pictures at this interval for the given time, each with noise unless frozen. */
function watch(seconds: number, facts: Partial<PictureFacts>, stepMs = 40, before = beginSight(0)) {
  let sight = before
  const fromMs = before.lastMs
  for (let atMs = fromMs + stepMs; atMs <= fromMs + seconds * 1000; atMs += stepMs) {
    sight = followSight(sight, atMs, { ...fine, fingerprint: atMs, ...facts })
  }
  return sight
}

describe('how well the camera sees', () => {
  it('is seeing with an ordinary picture', () => {
    expect(watch(5, {}).state).toBe('seeing')
  })

  it('names the problem within a second, and not at its first picture', () => {
    const wrongs: readonly (readonly [string, Partial<PictureFacts>])[] = [
      ['tooDark', { mean: 0.02 }],
      ['tooBright', { burnt: 0.7 }],
      ['blurred', { sharpness: 0.3 }],
      ['moved', { shiftPx: 3 }],
      ['occluded', { coveredShare: 0.9 }],
      ['occluded', { shiftPx: null, foundShare: 0.1 }],
      ['frozen', { fingerprint: 7 }],
    ]
    for (const [state, facts] of wrongs) {
      expect(watch(0.3, facts).state).toBe('seeing')
      expect(watch(1, facts).state).toBe(state)
      expect(watch(0.6, {}, 40, watch(3, facts)).state).toBe('seeing')
    }
  })

  it('is frozen when pictures stop coming', () => {
    const sight = watch(2, {})
    const { lastMs } = sight
    expect(missPicture(sight, lastMs + 500, lastMs).state).toBe('seeing')
    expect(missPicture(sight, lastMs + 1000, lastMs).state).toBe('frozen')
  })

  it('does not take a picture that takes long to process for a frozen camera', () => {
    const sight = watch(2, {})
    expect(missPicture(sight, sight.lastMs + 1500, sight.lastMs + 1400).state).toBe('seeing')
  })

  it('is stuttering when fewer than eight pictures a second are processed', () => {
    expect(watch(6, {}, 100).state).toBe('seeing')
    expect(watch(1.6, {}, 200).state).toBe('stuttering')
  })
})
