// An award as a coach makes it after four days of practice, for tests and measurements of credentials.
import { readFileSync } from 'node:fs'
import type { AwardFacts } from '../../src-domain/passport/credentialContent.ts'
import { type SkillsCatalogue, skillsCatalogueSchema } from '../../src-domain/passport/skillsCatalogue.schema.ts'
import { credentialId, siteId, skillId, taskId } from './ids.ts'

export const assembleGoods = 'http://data.europa.eu/esco/skill/9db00bb4-4c59-45d2-8040-bbef63361f89'
const assemblePlasticParts = 'http://data.europa.eu/esco/skill/b6032781-194d-419d-8302-bf1ce88720ee'

const shippedCatalogueUrl = new URL('../../instructions/skills-catalogue.json', import.meta.url)

/** The shipped catalogue, read as the product reads it. */
export const readShippedCatalogue = (): SkillsCatalogue =>
  skillsCatalogueSchema.parse(JSON.parse(readFileSync(shippedCatalogueUrl, 'utf8')))

/** An award of “assemble a pen” on 4 October 2026, issued by `issuerDid` to `subjectDid`. */
export const penAward = (issuerDid: string, subjectDid: string): AwardFacts => ({
  credentialId: credentialId('0b7c2a3e-6c7e-4d1c-9a39-6f0f6a8f4a11'),
  awardedWallMs: Date.UTC(2026, 9, 4, 10, 12, 13, 444),
  language: 'en',
  issuer: { did: issuerDid, name: 'Workshop The Lime Tree' },
  subjectDid,
  siteId: siteId('bench-1'),
  task: { id: taskId('pen'), version: 2 },
  skill: {
    id: skillId('assemble-pen'),
    name: { en: 'Assemble a ballpoint pen', nl: 'Balpen in elkaar zetten' },
    description: { en: 'Make a pen from three parts.', nl: 'Een pen maken van drie delen.' },
    catalogue: [assembleGoods, assemblePlasticParts],
  },
  evidence: {
    criterion: 'three-days-unaided/1',
    unaidedCleanCycles: 5,
    attempts: 64,
    errorsLastCycles: 0,
    days: 3,
    firstWallMs: Date.UTC(2026, 9, 1, 9),
    lastWallMs: Date.UTC(2026, 9, 3, 9),
    retentionDays: 2,
    medianCycleSeconds: 18.2,
    expectedCycleSeconds: 20,
  },
  guidanceModel: 'two-correct/1',
  coach: { name: 'Anna de Vries', role: 'coach' },
})
