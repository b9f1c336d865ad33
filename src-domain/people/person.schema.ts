// What windows and the session know of a person: a card to be recognised by, and how the person wants to be spoken to.
import { z } from 'zod'
import { personIdSchema } from '../ids.ts'
import { languageSchema } from '../instruction/language.ts'

/** How a worker wants to be spoken to. These are interface settings and say nothing about the person. */
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
  personId: personIdSchema.nullable().describe('null for a guest'),
  name: z.string(),
  picture: z.string().describe('name of one of the drawn pictures a person chooses, never a face'),
})

export type Preferences = Readonly<z.infer<typeof preferencesSchema>>
export type WorkerCard = Readonly<z.infer<typeof workerCardSchema>>
