import { describe, expect, it } from 'vitest'
import { dealLearners, noNames, parseAnswers, pickLearners } from './answers.ts'
import { metricsOf } from './metrics.ts'
import { peers } from './peers.ts'
import { fewLongLearners } from './synthetic.ts'

describe('metrics of a prediction', () => {
  it('give the ranking of right above wrong answers, ties counting half', () => {
    const auc = (predicted: readonly number[]) =>
      metricsOf(Float64Array.from(predicted), Uint8Array.from([0, 0, 1, 1])).auc
    expect(auc([0.1, 0.2, 0.8, 0.9])).toBe(1)
    expect(auc([0.9, 0.8, 0.2, 0.1])).toBe(0)
    expect(auc([0.5, 0.5, 0.5, 0.5])).toBe(0.5)
    expect(auc([0.1, 0.6, 0.4, 0.9])).toBe(0.75)
  })

  it('give log loss, distance and calibration error', () => {
    const outcomes = Uint8Array.from({ length: 1000 }, (_, i) => (i % 10 < 7 ? 1 : 0))
    const of = (p: number) => metricsOf(new Float64Array(1000).fill(p), outcomes)
    expect(of(0.7).logloss).toBeCloseTo(-0.7 * Math.log(0.7) - 0.3 * Math.log(0.3), 6)
    expect(of(0.7).rmse).toBeCloseTo(Math.sqrt(0.21), 6)
    expect(of(0.7).ece).toBeCloseTo(0, 6)
    expect(of(0.9).ece).toBeCloseTo(0.2, 6)
  })
})

describe('a file of answers', () => {
  const file = 'learner,item,skill,time_s,correct,latency_ms\na,x,s,20,1,500\nb,y,s,,0,\na,y,s,10,0,\n'

  it('is read by learner, oldest first where times are known', () => {
    const answers = parseAnswers(file, noNames())
    expect(answers.learners).toEqual(['a', 'b'])
    expect([...answers.correct]).toEqual([0, 1, 0])
    expect([...answers.seconds]).toEqual([10, 20, NaN])
  })

  it('is refused with the number of the invalid line', () => {
    expect(() => parseAnswers(`${file}c,x,s,1,maybe,\n`, noNames())).toThrow('Line 5')
    expect(() => parseAnswers('learner,item\na,x\n', noNames())).toThrow('“correct”')
  })
})

describe('the baselines', () => {
  const answers = parseAnswers(fewLongLearners(3, 40), noNames())
  const [left = [], ...others] = dealLearners(answers, 4)
  const [train, test] = [pickLearners(answers, others.flat()), pickLearners(answers, left)]
  /** The same learners with the very last answer inverted: no earlier prediction may change. */
  const turned = { ...test, correct: test.correct.map((one, row) => (row === test.count - 1 ? 1 - one : one)) }

  it.each(['elo', 'pfa'])('predict unseen learners from earlier answers only: %s', (name) => {
    const peer = peers[name]
    const predicted = peer?.(train, test) ?? new Float64Array()
    expect(metricsOf(predicted, test.correct).auc).toBeGreaterThan(0.55)
    expect([...(peer?.(train, turned) ?? [])]).toEqual([...predicted])
  })
})
