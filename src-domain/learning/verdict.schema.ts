// What a coach says of an execution that the bench saw wrongly.
import { z } from 'zod'

export const verdictSchema = z
  .enum(['asSeen', 'contested', 'noMistake', 'mistake', 'notDone'])
  .describe('contested: set aside until someone has looked; the others settle it')
export type Verdict = z.infer<typeof verdictSchema>
