// Why the learner model shows this much help: a code and its numbers, which each language turns into one plain sentence.
import { z } from 'zod'

/** Of ten executions, how many are expected to go right with the help that is shown. */
const outOfTen = z.int().min(0).max(10)
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])

export const modelReasonSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('newStep') }).describe('never done before'),
  z.strictObject({ code: z.literal('newButFamiliar'), similar: z.int() }).describe('new, but steps like it went well'),
  z.strictObject({ code: z.literal('changedStep') }).describe('the step changed since it was last done'),
  z.strictObject({ code: z.literal('expectedToGoWell'), outOfTen }).describe('goes well enough for one level less'),
  z.strictObject({ code: z.literal('stillLearning'), outOfTen }).describe('less help would still bring errors'),
  z.strictObject({ code: z.literal('lessSure'), outOfTen }).describe('went less well of late: more help again'),
  z.strictObject({ code: z.literal('keptIndependent') }).describe('goes well without help'),
  z.strictObject({ code: z.literal('afterBreak'), days: z.int() }).describe('some of it may have faded since'),
  z.strictObject({ code: z.literal('probe'), days: z.int() }).describe('once without help, to see whether it stayed'),
  z.strictObject({ code: z.literal('raisedAfterError') }).describe('the last time something went wrong'),
  z
    .strictObject({ code: z.literal('onlyASlip'), outOfTen })
    .describe('something went wrong the last time, but the step is known: help stays as it was'),
  z.strictObject({ code: z.literal('raisedAfterHelp') }).describe('help was asked for the last time'),
  z.strictObject({ code: z.literal('lessAsked') }).describe('the worker asked for less'),
  z.strictObject({ code: z.literal('tryWithLess'), correct: z.int() }).describe('always right with everything shown'),
  z.strictObject({ code: z.literal('mistakeMatters'), outOfTen }).describe('sure first: a mistake here is costly'),
  z.strictObject({ code: z.literal('notFaded') }).describe('help is never taken away by itself from this worker'),
  z.strictObject({ code: z.literal('pinned'), level }).describe('the coach chose this level'),
  z.strictObject({ code: z.literal('coachLimit'), level }).describe('the coach set the least or the most'),
  z.strictObject({ code: z.literal('switchedOff') }).describe('help does not adapt here'),
])
export type ModelReason = Readonly<z.infer<typeof modelReasonSchema>>
