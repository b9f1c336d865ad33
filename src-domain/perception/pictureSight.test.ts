import { describe, expect, it } from 'vitest'
import { beginSight, followSight, missPicture, type PictureLight } from './pictureSight.ts'

const fine: PictureLight = { mean: 0.5, burnt: 0.02, fingerprint: 1 }

/** Lets pictures come at this pace for so long, each with noise unless it is frozen. */
function watch(seconds: number, light: Partial<PictureLight>, stepMs = 40, before = beginSight(0)) {
  let sight = before
  const fromMs = before.lastMs
  for (let atMs = fromMs + stepMs; atMs <= fromMs + seconds * 1000; atMs += stepMs) {
    sight = followSight(sight, atMs, { ...fine, fingerprint: atMs, ...light })
  }
  return sight
}

describe('how well the camera sees', () => {
  it('is well with an ordinary picture', () => {
    expect(watch(5, {}).state).toBe('seeing')
  })

  it('says too dark or too bright only after two seconds of it', () => {
    expect(watch(1.5, { mean: 0.02 }).state).toBe('seeing')
    expect(watch(3, { mean: 0.02 }).state).toBe('tooDark')
    expect(watch(3, { burnt: 0.7 }).state).toBe('tooBright')
  })

  it('is well again soon after the light came back', () => {
    const dark = watch(3, { mean: 0.02 })
    expect(watch(0.3, {}, 40, dark).state).toBe('tooDark')
    expect(watch(1, {}, 40, dark).state).toBe('seeing')
  })

  it('says frozen when the same picture comes again and again, which no real camera delivers', () => {
    expect(watch(4, { fingerprint: 7 }).state).toBe('frozen')
    expect(watch(2, {}, 40, watch(4, { fingerprint: 7 })).state).toBe('seeing')
  })

  it('says frozen when pictures stop coming', () => {
    const sight = watch(2, {})
    expect(missPicture(sight, sight.lastMs + 2000).state).toBe('seeing')
    expect(missPicture(sight, sight.lastMs + 3500).state).toBe('frozen')
  })

  it('says stuttering when fewer than eight pictures a second are perceived', () => {
    expect(watch(6, {}, 100).state).toBe('seeing')
    expect(watch(6, {}, 200).state).toBe('stuttering')
  })
})
