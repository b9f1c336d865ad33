import { describe, expect, it } from 'vitest'
import { casesOf, type Expected, staffCalls } from '../../../test/support/words/countedTexts.ts'
import { enStaff } from './en.staff.ts'
import type { StaffWords } from './staffWords.ts'

const expected: Expected<StaffWords> = {
  'signIn.wait': { '1': 'Wait 1 second, then try again.', '0 2 3 5 11 21 100': 'Wait # seconds, then try again.' },
  'reason.newButFamiliar': {
    '1': 'New, but steps of its kind went well (seen 1 time).',
    '0 2 3 5 11 21 100': 'New, but steps of its kind went well (seen # times).',
  },
  'reason.fadedAfterCorrect': {
    '1': 'Done right 1 time, so one level less.',
    '0 2 3 5 11 21 100': 'Done right # times in a row, so one level less.',
  },
  'reason.keptAfterCorrect': {
    '1': 'Done right 1 of the 1 time that it takes for less help.',
    '0 2 3 5 11 21 100': 'Done right # of the # times in a row that it takes for less help.',
  },
  'reason.expectedToGoWell': {
    '1': 'With one level less it is expected to go right 1 time out of 10.',
    '0 2 3 5 11 21 100': 'With one level less it is expected to go right # times out of 10.',
  },
  'reason.stillLearning': {
    '1': 'Less help would still bring mistakes; like this it is expected to go right 1 time out of 10.',
    '0 2 3 5 11 21 100':
      'Less help would still bring mistakes; like this it is expected to go right # times out of 10.',
  },
  'reason.lessSure': {
    '1': 'It went less well of late, so more help; like this it is expected to go right 1 time out of 10.',
    '0 2 3 5 11 21 100':
      'It went less well of late, so more help; like this it is expected to go right # times out of 10.',
  },
  'reason.afterBreak': {
    '1': 'Not done for 1 day; some of it may have faded, so more help.',
    '0 2 3 5 11 21 100': 'Not done for # days; some of it may have faded, so more help.',
  },
  'reason.probe': {
    '1': 'Not done for 1 day: once without help, to see whether it stayed.',
    '0 2 3 5 11 21 100': 'Not done for # days: once without help, to see whether it stayed.',
  },
  'reason.onlyASlip': {
    '1': 'Something went wrong last time, but the step is known: like this it is expected to go right 1 time out of 10.',
    '0 2 3 5 11 21 100':
      'Something went wrong last time, but the step is known: like this it is expected to go right # times out of 10.',
  },
  'reason.tryWithLess': {
    '1': 'Right 1 time with everything shown, so one try with less.',
    '0 2 3 5 11 21 100': 'Right # times in a row with everything shown, so one try with less.',
  },
  'reason.mistakeMatters': {
    '1': 'A mistake matters here, so certainty first; like this it is expected to go right 1 time out of 10.',
    '0 2 3 5 11 21 100':
      'A mistake matters here, so certainty first; like this it is expected to go right # times out of 10.',
  },
  'coach.inARow': { '1': '1 product without help', '0 2 3 5 11 21 100': '# products in a row without help' },
  'coach.onDays': { '1': 'steps without help on 1 day', '0 2 3 5 11 21 100': 'steps without help on # different days' },
  'coach.retained': { '1': 'still right after 1 day', '0 2 3 5 11 21 100': 'still right after # days' },
  'coach.errors': { '1': '1 mistake in these products', '0 2 3 5 11 21 100': '# mistakes in these products' },
  'coach.attempts': { '1': 'steps done 1 time so far', '0 2 3 5 11 21 100': 'steps done # times so far' },
  'coach.waiting': { '1': '1 proposal is waiting', '0 2 3 5 11 21 100': '# proposals are waiting' },
  'coach.contested': 'Check together: #',
  'coach.practised': {
    '1': '1 product on 1 day, 1 without mistake or asking for help',
    '0 2 3 5 11 21 100': '# products on # days, # without mistake or asking for help',
  },
  'coach.historyOf': { '1': '1 execution: from “A” to “B”', '0 2 3 5 11 21 100': '# executions: from “A” to “B”' },
  'coach.times': { '1': 'done 1 time', '0 2 3 5 11 21 100': 'done # times' },
  'coach.mistakes': { '1': '1 mistake', '0 2 3 5 11 21 100': '# mistakes' },
  'coach.helpAsked': { '1': 'asked for help 1 time', '0 2 3 5 11 21 100': 'asked for help # times' },
  'coach.unaided': { '1': '1 time without help', '0 2 3 5 11 21 100': '# in a row without help' },
  'learning.days.summary': {
    '1': '1 day of practice, from A to B',
    '0 2 3 5 11 21 100': '# days of practice, from A to B',
  },
  'learning.plan.newSteps': { '1': '1 new step', '0 2 3 5 11 21 100': '# new steps' },
  'learning.siteParameters.judgedOn': {
    '1': 'Fitted on 1 worker, judged on 1 other who was left out.',
    '0 2 3 5 11 21 100': 'Fitted on # workers, judged on # others who were left out.',
  },
  'studio.steps': { '1': '1 step', '0 2 3 5 11 21 100': '# steps' },
  'studio.toChoose': { '1': '1 place still to choose', '0 2 3 5 11 21 100': '# places still to choose' },
  'studio.repeated': { '1': '1 time', '0 2 3 5 11 21 100': '# times' },
  'studio.doneBy.weigh': '# g on the scale, ± # g',
  'studio.doneBy.time': { '1': 'after 1 second', '0 2 3 5 11 21 100': 'after # seconds' },
  'studio.skillSteps': { '1': 'shown by 1 step', '0 2 3 5 11 21 100': 'shown by # steps' },
  'studio.bindIncomplete': {
    '1': 'Kept. One place is still to choose.',
    '0 2 3 5 11 21 100': 'Kept. # places are still to choose.',
  },
  'studio.bins': { '1': '1 bin', '0 2 3 5 11 21 100': '# bins' },
  'studio.zoneCount': { '1': '1 place', '0 2 3 5 11 21 100': '# places' },
  'faults.more': 'and # more, all in the program log',
  'admin.logWhole': {
    '1': 'The one event is as it was written.',
    '0 2 3 5 11 21 100': 'All # events are as they were written.',
  },
}

describe('the staff’s counted texts in English', () => {
  it.each(casesOf(enStaff, staffCalls, expected))('say at $place for $count: $text', ({ text, said }) => {
    expect(said()).toBe(text)
  })
})
