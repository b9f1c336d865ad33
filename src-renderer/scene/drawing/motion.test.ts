import { describe, expect, it } from 'vitest'
import { breath, createFade, ease } from './motion.ts'
import { breathMs, transitionMs } from './palette.ts'

describe('fading', () => {
  it('starts at 0 and reaches 1 after one transition of at most 200 ms', () => {
    const fade = createFade()
    expect(fade.at(5000)).toBe(0)
    fade.aim(1)
    expect(fade.at(5000 + transitionMs / 2)).toBeCloseTo(0.5)
    expect(fade.at(5000 + transitionMs)).toBe(1)
    expect(transitionMs).toBeLessThanOrEqual(200)
  })

  it('continues from its current value when the target changes halfway', () => {
    const fade = createFade(100, 100)
    fade.at(0)
    fade.aim(1)
    const halfway = fade.at(50)
    fade.aim(0)
    expect(fade.at(50)).toBe(halfway)
    expect(fade.at(75)).toBeLessThan(halfway)
    expect(fade.at(200)).toBe(0)
  })

  it('begins at 0 again for new content', () => {
    const fade = createFade(100, 100)
    fade.at(0)
    fade.aim(1)
    fade.at(100)
    fade.restart()
    expect(fade.at(100)).toBe(0)
    expect(fade.at(200)).toBe(1)
  })

  it('does not run backwards when a clock does', () => {
    const fade = createFade(100, 100)
    fade.at(1000)
    fade.aim(1)
    const level = fade.at(1050)
    expect(fade.at(900)).toBe(level)
  })
})

describe('pulsing', () => {
  it('stays between its lowest value and 1, slower than half a cycle per second', () => {
    for (let timeMs = 0; timeMs < 2 * breathMs; timeMs += 10) {
      expect(breath(timeMs, 0.6)).toBeGreaterThanOrEqual(0.6 - 1e-12)
      expect(breath(timeMs, 0.6)).toBeLessThanOrEqual(1)
    }
    expect(1000 / breathMs).toBeLessThanOrEqual(0.5)
  })
})

describe('easing', () => {
  it('keeps its ends and clamps outside them', () => {
    expect([ease(-1), ease(0), ease(0.5), ease(1), ease(2)]).toEqual([0, 0, 0.5, 1, 1])
  })
})
