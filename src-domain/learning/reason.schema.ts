// Why this much help is shown: a code and its numbers, which each language turns into one plain sentence.
import { z } from 'zod'

export const reasonSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('newStep') }).describe('never done before'),
  z
    .strictObject({ code: z.literal('fadedAfterCorrect'), correct: z.int() })
    .describe('done right so many times in a row: one level less'),
  z
    .strictObject({ code: z.literal('keptAfterCorrect'), correct: z.int(), needed: z.int() })
    .describe('on the way to less help'),
  z
    .strictObject({ code: z.literal('raisedAfterError') })
    .describe('the last time something went wrong: one level more'),
  z.strictObject({ code: z.literal('raisedAfterHelp') }).describe('help was asked for: one level more'),
  z.strictObject({ code: z.literal('lessAsked') }).describe('the worker asked for less'),
  z.strictObject({ code: z.literal('keptIndependent') }).describe('goes well without help'),
  z.strictObject({ code: z.literal('guest') }).describe('nothing is known about a guest'),
])
export type Reason = Readonly<z.infer<typeof reasonSchema>>
