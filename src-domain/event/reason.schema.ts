// Why this much help is shown: a code and its numbers, which each language turns into one plain sentence.
import { z } from 'zod'
import { levelSchema } from './level.schema.ts'

/** Of ten attempts, how many are expected to go right with the help that is shown. */
const outOfTen = z.int().min(0).max(10)

const why = <Code extends string, Shape extends z.ZodRawShape>(code: Code, shape: Shape, meaning: string) =>
  z.strictObject({ code: z.literal(code), ...shape }).describe(meaning)

export const reasonSchema = z.discriminatedUnion('code', [
  why('newStep', {}, 'never done before'),
  why('newButFamiliar', { similar: z.int() }, 'new, but steps like it went well'),
  why('knownElsewhere', {}, 'new at this task, but done at another that shares it'),
  why('changedStep', {}, 'the step changed since it was last done'),
  why('fadedAfterCorrect', { correct: z.int() }, 'done right so many times in a row: one level less'),
  why('keptAfterCorrect', { correct: z.int(), needed: z.int() }, 'on the way to less help'),
  why('expectedToGoWell', { outOfTen }, 'goes well enough for one level less'),
  why('stillLearning', { outOfTen }, 'less help would still bring errors'),
  why('lessSure', { outOfTen }, 'went less well of late: more help again'),
  why('keptIndependent', {}, 'goes well without help'),
  why('afterBreak', { days: z.int() }, 'some of it may have faded since'),
  why('probe', { days: z.int() }, 'once without help, to see whether it stayed'),
  why('raisedAfterError', {}, 'the last time something went wrong: more help'),
  why('onlyASlip', { outOfTen }, 'something went wrong the last time, but the step is known: help stays as it was'),
  why('raisedAfterHelp', {}, 'help was asked for the last time: one level more'),
  why('lessAsked', {}, 'the worker asked for less'),
  why('tryWithLess', { correct: z.int() }, 'always right with everything shown'),
  why('mistakeMatters', { outOfTen }, 'sure first: a mistake here is costly'),
  why('notFaded', {}, 'help is never taken away by itself from this worker'),
  why('demonstrationAsked', {}, 'the coach wants it shown in full once more'),
  why('pinned', { level: levelSchema }, 'the coach chose this level'),
  why('coachLimit', { level: levelSchema }, 'the coach set the least or the most'),
  why('switchedOff', {}, 'help does not adapt here'),
  why('guest', {}, 'nothing is known about a guest'),
])
export type Reason = Readonly<z.infer<typeof reasonSchema>>
