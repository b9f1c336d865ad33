// The data on a person that windows and the session need: a card for recognition, and preferences.
import { z } from 'zod'
import { languageSchema } from '../instruction/language.ts'

/** A worker's interface preferences. They say nothing else about the person. */
export const preferencesSchema = z.strictObject({
  language: languageSchema,
  voice: z.boolean().describe('read each step aloud'),
  dwellMs: z.int().min(400).max(1000).describe('how long a finger rests on a projected button'),
  rewards: z.boolean().describe('a small celebration after each product'),
  light: z.enum(['full', 'soft', 'faint']).describe('how brightly the table is lit for these eyes'),
})

export const workerCardSchema = z.strictObject({
  personId: z.string().max(80).nullable().describe('null for a guest'),
  name: z.string(),
  picture: z.string().describe('name of one of the drawn pictures a person chooses, never a face'),
})

export type Preferences = Readonly<z.infer<typeof preferencesSchema>>
export type WorkerCard = Readonly<z.infer<typeof workerCardSchema>>
