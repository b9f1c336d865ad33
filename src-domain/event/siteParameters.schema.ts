// The learner model's parameters as measured on a site's own log: what a coach accepts, and what replaces the shipped ones.
import { z } from 'zod'

const chance = z.number().min(0).max(1)
const perLevel = z.tuple([chance, chance, chance, chance]).readonly()

export const siteParametersSchema = z.strictObject({
  name: z.string().min(1).max(60).describe('names the parameters; stored with each decision'),
  entry: z.number().min(-10).max(10),
  guess: perLevel,
  slip: perLevel,
  learnFromCorrect: perLevel,
  learnFromError: chance,
})
export type SiteParameters = Readonly<z.infer<typeof siteParametersSchema>>
