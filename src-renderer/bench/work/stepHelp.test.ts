import { describe, expect, it } from 'vitest'
import type { Reason } from '../../../src-domain/event/reason.schema.ts'
import { workerLanguages } from '../../../src-domain/instruction/language.ts'
import { reasonSentence } from '../../ui/words/reasonWords.ts'
import { workerWords } from '../../ui/words/words.ts'
import { maySayDone, stepHelpOf, troubleSentence } from './stepHelp.ts'

const calm = { wrong: null, doubt: null }
const reasons: readonly Reason[] = [
  { code: 'newStep' },
  { code: 'fadedAfterCorrect', correct: 2 },
  { code: 'keptAfterCorrect', correct: 1, needed: 2 },
  { code: 'raisedAfterError' },
  { code: 'raisedAfterHelp' },
  { code: 'lessAsked' },
  { code: 'keptIndependent' },
  { code: 'newButFamiliar', similar: 12 },
  { code: 'knownElsewhere' },
  { code: 'changedStep' },
  { code: 'expectedToGoWell', outOfTen: 9 },
  { code: 'stillLearning', outOfTen: 8 },
  { code: 'lessSure', outOfTen: 8 },
  { code: 'afterBreak', days: 28 },
  { code: 'probe', days: 9 },
  { code: 'onlyASlip', outOfTen: 9 },
  { code: 'tryWithLess', correct: 5 },
  { code: 'mistakeMatters', outOfTen: 9 },
  { code: 'notFaded' },
  { code: 'demonstrationAsked' },
  { code: 'pinned', level: 2 },
  { code: 'coachLimit', level: 1 },
  { code: 'switchedOff' },
  { code: 'guest' },
]

describe('the side screen’s help', () => {
  it('gives nothing away to someone who works without help', () => {
    expect(stepHelpOf({ level: 0, ...calm })).toBe('think')
    expect(stepHelpOf({ level: 1, ...calm })).toBe('light')
    expect(stepHelpOf({ level: 2, ...calm })).toBe('show')
    expect(stepHelpOf({ level: 3, ...calm })).toBe('show')
  })

  it('shows the step after a wrong pick and while it is in doubt, whatever the level', () => {
    expect(stepHelpOf({ level: 0, wrong: { target: 'B', error: 'wrongPart' }, doubt: null })).toBe('show')
    expect(stepHelpOf({ level: 0, wrong: null, doubt: { kind: 'pick', target: 'A' } })).toBe('show')
  })

  it('offers no Done for what only a device can judge', () => {
    expect(maySayDone({ done: [{ by: 'weigh', grams: 20, toleranceGrams: 1 }] })).toBe(false)
    expect(maySayDone({ done: [{ by: 'scan', code: 'x' }, { by: 'confirm' }] })).toBe(true)
    expect(maySayDone({ done: [{ by: 'hand' }] })).toBe(true)
  })

  it.each(workerLanguages)('has one sentence for every reason, mistake and doubt in %s', (language) => {
    const words = workerWords[language]
    const sentences = [
      ...reasons.map((reason) => reasonSentence(reason, words.reason)),
      ...(['wrongPart', 'wrongOrder', 'wrongPlace'] as const).map((error) =>
        troubleSentence({ wrong: { target: 'B', error }, doubt: null }, words),
      ),
      ...(['pick', 'place'] as const).map((kind) =>
        troubleSentence({ wrong: null, doubt: { kind, target: 'A' } }, words),
      ),
    ]
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences) expect(sentence).toMatch(/[.?!؟]$/u)
  })

  it('asks its question first when something was wrong before', () => {
    const both = { wrong: { target: 'B', error: 'wrongPart' }, doubt: { kind: 'pick', target: 'A' } } as const
    expect(troubleSentence(both, workerWords.en)).toBe(workerWords.en.work.doubtPick)
  })

  it('says nothing when nothing is amiss', () => {
    expect(troubleSentence(calm, workerWords.en)).toBeNull()
  })
})
