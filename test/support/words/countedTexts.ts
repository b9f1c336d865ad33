// Finds the texts that contain a count, for comparison with expected sentences: a counted text without an expectation does not
// compile.
import type { CountedText } from '../../../src-domain/instruction/plural.ts'
import type { StaffWords } from '../../../src-renderer/ui/words/staffWords.ts'
import type { WorkerWords } from '../../../src-renderer/ui/words/workerWords.ts'

/** Zero, both sides of every boundary between plural forms, and a round number. */
export const counts = [0, 1, 2, 3, 5, 11, 21, 100] as const

/** The paths of all counted texts, such as "signIn.waitSeconds". */
type Places<Words> = {
  [Key in keyof Words & string]: Words[Key] extends (...numbers: never[]) => infer Made
    ? Made extends CountedText
      ? Key
      : never
    : Words[Key] extends string | readonly unknown[]
      ? never
      : `${Key}.${Places<Words[Key]>}`
}[keyof Words & string]

type Calls<Words> = Readonly<Record<Places<Words>, (words: Words, count: number) => CountedText>>

/**
 * The expectation for one path: the text, with `#` for the count, by the counts that it holds for, as "2 3". A text that holds
 * for all counts is given directly.
 */
export type Expected<Words> = Readonly<Record<Places<Words>, string | { readonly [counts: string]: string }>>

export const workerCalls: Calls<WorkerWords> = {
  'signIn.waitSeconds': ({ signIn }, count) => signIn.waitSeconds(count),
  'tasks.made': ({ tasks }, count) => tasks.made(count),
  'work.productsMade': ({ work }, count) => work.productsMade(count),
  'reason.fadedAfterCorrect': ({ reason }, correct) => reason.fadedAfterCorrect({ code: 'fadedAfterCorrect', correct }),
  'reason.keptAfterCorrect': ({ reason }, needed) =>
    reason.keptAfterCorrect({ code: 'keptAfterCorrect', correct: 0, needed }),
  'skills.evidence': ({ skills }, count) => skills.evidence(count, count),
  'skills.retained': ({ skills }, count) => skills.retained(count),
}

export const staffCalls: Calls<StaffWords> = {
  'signIn.wait': ({ signIn }, count) => signIn.wait(count),
  'reason.newButFamiliar': ({ reason }, similar) => reason.newButFamiliar({ code: 'newButFamiliar', similar }),
  'reason.fadedAfterCorrect': ({ reason }, correct) => reason.fadedAfterCorrect({ code: 'fadedAfterCorrect', correct }),
  'reason.keptAfterCorrect': ({ reason }, count) =>
    reason.keptAfterCorrect({ code: 'keptAfterCorrect', correct: count, needed: count }),
  'reason.expectedToGoWell': ({ reason }, outOfTen) => reason.expectedToGoWell({ code: 'expectedToGoWell', outOfTen }),
  'reason.stillLearning': ({ reason }, outOfTen) => reason.stillLearning({ code: 'stillLearning', outOfTen }),
  'reason.lessSure': ({ reason }, outOfTen) => reason.lessSure({ code: 'lessSure', outOfTen }),
  'reason.afterBreak': ({ reason }, days) => reason.afterBreak({ code: 'afterBreak', days }),
  'reason.probe': ({ reason }, days) => reason.probe({ code: 'probe', days }),
  'reason.onlyASlip': ({ reason }, outOfTen) => reason.onlyASlip({ code: 'onlyASlip', outOfTen }),
  'reason.tryWithLess': ({ reason }, correct) => reason.tryWithLess({ code: 'tryWithLess', correct }),
  'reason.mistakeMatters': ({ reason }, outOfTen) => reason.mistakeMatters({ code: 'mistakeMatters', outOfTen }),
  'coach.inARow': ({ coach }, count) => coach.inARow(count),
  'coach.onDays': ({ coach }, count) => coach.onDays(count),
  'coach.retained': ({ coach }, count) => coach.retained(count),
  'coach.errors': ({ coach }, count) => coach.errors(count),
  'coach.attempts': ({ coach }, count) => coach.attempts(count),
  'coach.waiting': ({ coach }, count) => coach.waiting(count),
  'coach.contested': ({ coach }, count) => coach.contested(count),
  'coach.practised': ({ coach }, count) => coach.practised(count, count, count),
  'coach.historyOf': ({ coach }, count) => coach.historyOf(count, 'A', 'B'),
  'coach.times': ({ coach }, count) => coach.times(count),
  'coach.mistakes': ({ coach }, count) => coach.mistakes(count),
  'coach.helpAsked': ({ coach }, count) => coach.helpAsked(count),
  'coach.unaided': ({ coach }, count) => coach.unaided(count),
  'learning.days.summary': ({ learning }, count) => learning.days.summary(count, 'A', 'B'),
  'learning.plan.newSteps': ({ learning }, count) => learning.plan.newSteps(count),
  'learning.siteParameters.judgedOn': ({ learning }, count) => learning.siteParameters.judgedOn(count, count),
  'studio.steps': ({ studio }, count) => studio.steps(count),
  'studio.toChoose': ({ studio }, count) => studio.toChoose(count),
  'studio.repeated': ({ studio }, count) => studio.repeated(count),
  'studio.doneBy.weigh': ({ studio }, grams) => studio.doneBy.weigh({ by: 'weigh', grams, toleranceGrams: grams }),
  'studio.doneBy.time': ({ studio }, seconds) => studio.doneBy.time({ by: 'time', seconds }),
  'studio.skillSteps': ({ studio }, count) => studio.skillSteps(count),
  'studio.bindIncomplete': ({ studio }, count) => studio.bindIncomplete(count),
  'studio.bins': ({ studio }, count) => studio.bins(count),
  'studio.zoneCount': ({ studio }, count) => studio.zoneCount(count),
  'faults.more': ({ faults }, count) => faults.more(count),
  'admin.logWhole': ({ admin }, count) => admin.logWhole(count),
}

/** The rows for `it.each`: path, count, expected text, and actual text. Every count must be expected once for each path. */
export function casesOf<Words>(words: Words, calls: Calls<Words>, expected: Expected<Words>) {
  return (Object.keys(calls) as Places<Words>[]).flatMap((place) => {
    const texts = expected[place]
    const groups = typeof texts === 'string' ? { [counts.join(' ')]: texts } : texts
    const rows = Object.entries(groups).flatMap(([group, text]) =>
      group.split(' ').map((count) => ({ place, count: Number(count), text: text.replaceAll('#', count) })),
    )
    const covered = rows.map(({ count }) => count).sort((a, b) => a - b)
    if (covered.join() !== counts.join()) throw new Error(`${place} expects ${covered.join()}, not ${counts.join()}.`)
    return rows.map((row) => ({ ...row, said: () => calls[place](words, row.count) }))
  })
}
