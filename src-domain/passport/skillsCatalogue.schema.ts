// The skills language that the product carries: public URIs with labels that a worker and a reader understand.
import { z } from 'zod'

const catalogueSkillSchema = z.strictObject({
  uri: z.url().max(300).describe('the concept URI in ESCO'),
  label: z.strictObject({
    nl: z.string().min(1).max(120).describe('our own working label, not the official Dutch one'),
    en: z.string().min(1).max(120).describe('the preferred label in ESCO'),
  }),
  onet: z
    .strictObject({
      id: z.string().regex(/^4\.A\.\d\.[a-z]\.\d\.I\d{2}\.D\d{2}$/, 'an O*NET id such as 4.A.3.a.2.I36.D08'),
      title: z.string().min(1).max(200),
    })
    .optional()
    .describe('the O*NET detailed work activity that it is close to, by our own mapping'),
})
export type CatalogueSkill = Readonly<z.infer<typeof catalogueSkillSchema>>

export const skillsCatalogueSchema = z.strictObject({
  format: z.literal('handwijzer.skills-catalogue'),
  formatVersion: z.literal(1),
  framework: z.string().min(1).max(40).describe('name and version of the classification, as shown in credentials'),
  attribution: z.array(z.string().min(1).max(300)).min(1).describe('sentences that must be shown where the labels are'),
  note: z.string().max(300),
  skills: z
    .array(catalogueSkillSchema)
    .min(1)
    .max(1000)
    .refine((skills) => new Set(skills.map(({ uri }) => uri)).size === skills.length, 'each URI stands once'),
})
export type SkillsCatalogue = Readonly<z.infer<typeof skillsCatalogueSchema>>
