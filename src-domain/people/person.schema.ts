// The data on a person that windows and the session need: a card for recognition, and preferences.
import { z } from 'zod'
import { personIdSchema } from '../ids.ts'
import { languageSchema } from '../instruction/language.ts'

/** A worker's interface preferences. They say nothing else about the person. */
export const preferencesSchema = z.strictObject({
  language: languageSchema,
  voice: z.boolean().describe('read each step aloud'),
  dwellMs: z.int().min(400).max(1000).describe('how long a finger rests on a projected button'),
  rewards: z.boolean().describe('a small celebration after each product'),
  light: z.enum(['full', 'soft', 'faint']).describe('how brightly the table is lit for these eyes'),
})

const wanted = preferencesSchema.shape
/** What a person wants otherwise than the site; what they never chose is not there. */
export const wantedPreferencesSchema = z.strictObject({
  language: wanted.language.exactOptional(),
  voice: wanted.voice.exactOptional(),
  dwellMs: wanted.dwellMs.exactOptional(),
  rewards: wanted.rewards.exactOptional(),
  light: wanted.light.exactOptional(),
})

export const workerCardSchema = z.strictObject({
  personId: personIdSchema,
  name: z.string(),
  picture: z.string().describe('name of one of the drawn pictures a person chooses, never a face'),
})

export type Preferences = Readonly<z.infer<typeof preferencesSchema>>
export type WorkerCard = Readonly<z.infer<typeof workerCardSchema>>
