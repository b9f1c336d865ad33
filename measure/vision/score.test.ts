import { describe, expect, it } from 'vitest'
import type { Interaction } from '../../src-domain/perception/interaction.schema.ts'
import type { ClipTruth, TrueEvent } from '../../test/support/vision/clipTruth.ts'
import { type Perceived, scoreClip } from './score.ts'
import { rates, spread } from './summary.ts'

const happened = (type: TrueEvent['type'], target: string | string[], ...times: number[]): TrueEvent => ({
  type,
  targets: [target].flat(),
  timesMs: Object.fromEntries(times.map((time, index) => [index === times.length - 1 ? 'awayMs' : `${index}Ms`, time])),
})
const clipWith = (...events: TrueEvent[]): ClipTruth => ({
  name: 'told',
  fps: 25,
  width: 640,
  height: 480,
  tableToCamera: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  bins: [],
  zones: [],
  buttons: [],
  events,
  light: [],
  hands: [],
})
const said = (kind: Interaction['kind'], target: string, atMs: number): Perceived => ({
  interaction: { kind, target, atMs, hand: 'right', confidence: 0.9, sources: ['landmarks'] },
  knownMs: atMs + 80,
})
const pick = happened('pick', 'A', 1000, 1500, 2000)

describe('scoring', () => {
  it('accepts a detection from 200 ms before the event to 600 ms after it, and none outside', () => {
    const scoreAt = (atMs: number) => scoreClip(clipWith(pick), [said('pick', 'A', atMs)]).kinds.pick
    for (const atMs of [800, 1700, 2600]) expect(scoreAt(atMs)).toEqual({ tp: 1, fp: 0, fn: 0 })
    for (const atMs of [799, 2601]) expect(scoreAt(atMs)).toEqual({ tp: 0, fp: 1, fn: 1 })
  })

  it('counts each event once, and a repeated report as a false positive', () => {
    const twice = scoreClip(clipWith(pick), [said('pick', 'A', 1800), said('pick', 'A', 1900)])
    expect(twice.kinds.pick).toEqual({ tp: 1, fp: 1, fn: 0 })
  })

  it('scores nothing after a recording is cut off, but uses later events to explain earlier detections', () => {
    const cutOff = (...perceived: Perceived[]) => scoreClip(clipWith(pick), perceived, 1900).kinds.pick
    expect(cutOff()).toEqual({ tp: 0, fp: 0, fn: 0 })
    expect(cutOff(said('pick', 'A', 1700))).toEqual({ tp: 0, fp: 0, fn: 0 })
    expect(cutOff(said('pick', 'B', 1700))).toEqual({ tp: 0, fp: 1, fn: 0 })
    const late = scoreClip(clipWith(pick), [said('pick', 'A', 2050)], 2000).kinds.pick
    expect(late).toEqual({ tp: 1, fp: 0, fn: 0 })
  })

  it('distinguishes a wrong target from a detection without an event', () => {
    expect(scoreClip(clipWith(pick), [said('pick', 'B', 1800)]).wrongTarget).toBe(1)
    expect(scoreClip(clipWith(pick), [said('pick', 'B', 9000)]).wrongTarget).toBe(0)
  })

  it('counts an abort or sweep that was reported as a pick', () => {
    const clip = clipWith(happened('abort', 'A', 1000, 2000), happened('sweep', ['B', 'C'], 5000, 6000))
    const score = scoreClip(clip, [said('pick', 'A', 1900), said('pick', 'C', 5500), said('pick', 'D', 5500)])
    expect([score.tricks, score.tricksFired]).toEqual([2, 2])
  })

  it('gives the latency of a detection, and whether a wrong pick could have been answered in time', () => {
    const score = scoreClip(clipWith(pick), [said('reach', 'A', 1600), said('pick', 'A', 2100)])
    expect(score.latenciesMs).toEqual([180])
    expect(score.answeredInTime).toBe(1)
    expect(score.kinds.pick.fp).toBe(0)
  })
})

describe('metrics', () => {
  it('are precision, recall and F1', () => {
    expect(rates({ tp: 3, fp: 1, fn: 2 })).toMatchObject({ precision: 0.75, recall: 0.6, f1: 0.667 })
    expect(rates({ tp: 0, fp: 0, fn: 0 })).toMatchObject({ precision: 1, recall: 1, f1: 1 })
  })

  it('are medians and 95th percentiles by nearest rank', () => {
    expect(spread(Array.from({ length: 100 }, (_, index) => 100 - index))).toEqual({ p50: 50, p95: 95 })
    expect(spread([])).toEqual({ p50: 0, p95: 0 })
  })
})
