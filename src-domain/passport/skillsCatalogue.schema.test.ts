import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readShippedCatalogue } from '../../test/support/award.ts'
import { skillsCatalogueSchema } from './skillsCatalogue.schema.ts'

const factsUrl = new URL('../../../shared/skills/esco-assembly-skills.json', import.meta.url)
const factsSchema = z.object({
  skills: z.array(z.object({ uri: z.string(), en: z.string(), onetDwa: z.string().nullish() })),
})

describe('the skills catalogue that ships', () => {
  const catalogue = readShippedCatalogue()

  it('shows the sentences that ESCO and O*NET ask for', () => {
    expect(catalogue.attribution).toContain('This service uses the ESCO classification of the European Commission.')
    expect(catalogue.attribution.join(' ')).toContain('O*NET')
  })

  it('holds no trait of a person, only work that a bench can see', () => {
    const labels = catalogue.skills.map(({ label }) => label.en).join('; ')
    expect(labels).not.toMatch(/patience|commitment|concentration|reliabl|criticism|heavy weights/)
  })

  it('names every skill that the shipped instructions point to', () => {
    const samples = fileURLToPath(new URL('../../instructions/samples', import.meta.url))
    const texts = globSync('*/instruction.source.json', { cwd: samples }).map((path) =>
      readFileSync(`${samples}/${path}`, 'utf8'),
    )
    const used = texts.flatMap((text) => text.match(/http:\/\/data\.europa\.eu\/esco\/skill\/[0-9a-f-]+/g) ?? [])
    const named = new Set(catalogue.skills.map(({ uri }) => uri))
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter((uri) => !named.has(uri))).toEqual([])
  })

  it('refuses the same URI twice', () => {
    const twice = { ...catalogue, skills: [...catalogue.skills, catalogue.skills[0]] }
    expect(skillsCatalogueSchema.safeParse(twice).success).toBe(false)
  })

  it.skipIf(!existsSync(factsUrl))('says of each skill what the verified facts say', () => {
    const facts = factsSchema.parse(JSON.parse(readFileSync(factsUrl, 'utf8')))
    const verified = new Map(facts.skills.map((skill) => [skill.uri, skill]))
    for (const { uri, label, onet } of catalogue.skills) {
      expect(verified.get(uri)?.en).toBe(label.en)
      expect(verified.get(uri)?.onetDwa ?? undefined).toBe(onet?.id)
    }
  })
})
