// The prompting level: how much help is shown.
import { z } from 'zod'

/** 3 demonstrate, 2 show, 1 hint, 0 independent. */
export const levelSchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
export type Level = z.infer<typeof levelSchema>
