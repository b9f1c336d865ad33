// How a fact points at another event, on whatever bench that was written.
import { z } from 'zod'
import { benchIdSchema } from '../ids.ts'

/**
 * Names one event among all benches. `epoch` counts the lives of a bench's log: it rises when the log is set up, restored or found
 * to be a copy, so that two continuations of the same log never give the same name to different events. Epoch 0 holds what was
 * written before events had a bench and an epoch.
 */
export const eventRefSchema = z.strictObject({
  benchId: benchIdSchema,
  epoch: z.int().nonnegative(),
  seq: z.int().positive(),
})
export type EventRef = Readonly<z.infer<typeof eventRefSchema>>
