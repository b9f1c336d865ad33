// What ails a bench for as long as its cause lasts. The part of the program that knows the cause raises and clears it.
import { z } from 'zod'

export const conditionKeys = [
  'diskFull',
  'readOnly',
  'diskFailed',
  'cameraLost',
  'backupOverdue',
  'viewsRebuilding',
  'logBroken',
  'recordsChanged',
] as const
export type ConditionKey = (typeof conditionKeys)[number]

export const conditionSchema = z.strictObject({
  key: z.enum(conditionKeys),
  sentence: z.string(),
  sinceWallMs: z.number(),
})
export type Condition = Readonly<z.infer<typeof conditionSchema>>
