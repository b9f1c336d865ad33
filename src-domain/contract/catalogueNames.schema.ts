// Names from the public skills catalogue, with the attribution that its licence requires.
import { z } from 'zod'

export const catalogueNamesSchema = z
  .strictObject({
    skills: z.array(z.strictObject({ uri: z.string(), label: z.strictObject({ nl: z.string(), en: z.string() }) })),
    attribution: z.array(z.string()),
  })
  .describe('the public names of skills, with the sentences to show beside them')

export type CatalogueNames = Readonly<z.infer<typeof catalogueNamesSchema>>
