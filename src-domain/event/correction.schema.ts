// A worker contests an attempt that was detected wrongly, and a coach corrects it.
import { z } from 'zod'

export const correctionSchema = z
  .enum(['asSeen', 'contested', 'noMistake', 'mistake', 'notDone'])
  .describe('contested: set aside until someone has looked; the others settle it')
export type Correction = z.infer<typeof correctionSchema>

export const contestReasonSchema = z
  .enum(['notMe', 'sawWrong'])
  .describe('what a worker says of it: another hand did it, or the bench saw it wrongly')
export type ContestReason = z.infer<typeof contestReasonSchema>
