// What the public catalogue calls the skills that an instruction points at.
import type { CatalogueNames } from '../../../src-domain/contract/catalogueNames.schema.ts'
import type { SkillsCatalogue } from '../../../src-domain/passport/skillsCatalogue.schema.ts'

/** Addresses that the catalogue does not know are left out. */
export function catalogueNames({ skills, attribution }: SkillsCatalogue, uris: Iterable<string>): CatalogueNames {
  const wanted = new Set(uris)
  return {
    skills: skills.filter(({ uri }) => wanted.has(uri)).map(({ uri, label }) => ({ uri, label })),
    attribution: [...attribution],
  }
}
