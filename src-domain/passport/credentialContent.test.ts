import { describe, expect, it } from 'vitest'
import { assembleGoods, penAward, readShippedCatalogue } from '../../test/support/award.ts'
import { credentialId, siteId } from '../../test/support/ids.ts'
import { masteryCriterion } from '../learning/mastery.ts'
import { type AwardFacts, credentialContent } from './credentialContent.ts'
import { credentialLanguageFor, credentialLanguages, credentialTexts } from './credentialTexts.ts'
import { openBadgeContexts, openBadgeSchema } from './openBadge.schema.ts'
import { readOpenBadge } from './readOpenBadge.ts'

const catalogue = readShippedCatalogue()
const award = penAward('did:key:z6MkIssuer', 'did:key:z6MkWorker')
const content = (changes: Partial<AwardFacts> = {}) => credentialContent({ ...award, ...changes }, catalogue)
const achievementOf = (changes: Partial<AwardFacts> = {}) => content(changes).credentialSubject.achievement

describe('the content of a credential', () => {
  it('is an Open Badge in the three vocabularies, in their order', () => {
    expect(content()['@context']).toEqual([...openBadgeContexts])
    expect(content().type).toEqual(['VerifiableCredential', 'OpenBadgeCredential'])
    expect(() => openBadgeSchema.parse(content())).not.toThrow()
  })

  it('names the worker by nothing but a pseudonym', () => {
    const subject = content().credentialSubject
    expect(subject.id).toBe('did:key:z6MkWorker')
    expect(Object.keys(subject).toSorted()).toEqual(
      ['achievement', 'activityEndDate', 'activityStartDate', 'id', 'result', 'source', 'type'].toSorted(),
    )
    expect(JSON.stringify(content())).not.toMatch(/givenName|familyName|dateOfBirth|email|phone|identityHash|image/)
  })

  it('says what was measured, each number with its meaning', () => {
    expect(readOpenBadge(content()).results).toEqual([
      { name: 'Products in a row made without help', value: '5' },
      { name: 'Times that steps were done', value: '64' },
      { name: 'Time for a product, as a percentage of the target time', value: '91' },
      { name: 'Days between the first and the last of these products', value: '2' },
      { name: 'Level of guidance', value: 'on one’s own' },
      { name: 'Rule for mastery, with its version', value: 'three-days-unaided/1' },
      { name: 'Model that chose the guidance, with its version', value: 'two-correct/1' },
      { name: 'Evidence strength', value: 'hard' },
    ])
  })

  it('leaves out a target time that nobody set', () => {
    const { results } = readOpenBadge(content({ evidence: { ...award.evidence, expectedCycleSeconds: 0 } }))
    expect(results.map(({ name }) => name)).not.toContain('Time for a product, as a percentage of the target time')
  })

  it('puts the strength of the evidence in a rubric of three levels and in each piece of evidence', () => {
    const badge = content({ evidence: { ...award.evidence, retentionDays: 0 } })
    const rubric = badge.credentialSubject.achievement.resultDescription?.find(
      ({ rubricCriterionLevel }) => rubricCriterionLevel,
    )
    const achieved = badge.credentialSubject.result?.find(({ resultDescription }) => resultDescription === rubric?.id)
    const level = rubric?.rubricCriterionLevel?.find(({ id }) => id === achieved?.achievedLevel)
    expect(rubric?.rubricCriterionLevel).toHaveLength(3)
    expect(level?.name).toBe('semi-hard')
    expect(badge.evidence?.map(({ genre }) => genre)).toEqual(['semi-hard', 'semi-hard'])
    expect(readOpenBadge(badge).strength).toBe('semi-hard')
  })

  it('says who confirmed it and in which role', () => {
    expect(content().evidence?.[1]).toMatchObject({
      name: 'Confirmed by Anna de Vries',
      narrative: 'Anna de Vries, job coach, has looked at the evidence and confirms this skill.',
    })
  })

  it('names the bench as the source of the measurement', () => {
    expect(content({ siteId: siteId('bench 7/b') }).credentialSubject.source?.id).toBe(
      'did:key:z6MkIssuer/bench/bench%207%2Fb',
    )
  })

  it('points to the public skills by their URI, under labels in its own language', () => {
    const english = achievementOf().alignment?.find(({ targetUrl }) => targetUrl === assembleGoods)
    const dutch = achievementOf({ language: 'nl' }).alignment?.find(({ targetUrl }) => targetUrl === assembleGoods)
    expect(english).toMatchObject({
      targetName: 'assemble goods',
      targetType: 'ext:ESCOSkill',
      targetFramework: 'ESCO 1.1.1',
    })
    expect(dutch?.targetName).toBe('goederen in elkaar zetten')
    expect(achievementOf().alignment).toContainEqual(expect.objectContaining({ targetCode: '4.A.3.a.2.I04.D10' }))
  })

  it('keeps a URI that the catalogue does not name, under its own address', () => {
    const uri = 'http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000000'
    const { alignment } = achievementOf({ skill: { ...award.skill, catalogue: [uri, uri] } })
    expect(alignment).toEqual([{ type: ['Alignment'], targetName: uri, targetUrl: uri, targetType: 'ext:ESCOSkill' }])
    expect(achievementOf({ skill: { ...award.skill, catalogue: [] } })).not.toHaveProperty('alignment')
  })

  it('gives the same skill by the same rule the same address for every worker, and another rule another', () => {
    const other = achievementOf({
      subjectDid: 'did:key:z6MkOther',
      credentialId: credentialId('11111111-1111-4111-8111-111111111111'),
    })
    expect(other.id).toBe(achievementOf().id)
    expect(achievementOf({ evidence: { ...award.evidence, criterion: 'other/2' } }).id).not.toBe(achievementOf().id)
  })

  it('tells readers the day of the work and no more', () => {
    const { activityStartDate, activityEndDate } = content().credentialSubject
    expect([activityStartDate, activityEndDate]).toEqual(['2026-10-01T00:00:00Z', '2026-10-03T00:00:00Z'])
    expect(content().validFrom).toBe('2026-10-04T10:12:13Z')
  })

  it('says nothing negative when there were errors', () => {
    const narrative = content({ evidence: { ...award.evidence, errorsLastCycles: 2 } }).evidence?.[0]?.narrative
    expect(narrative).toBe(
      '5 products in a row made without help. The steps were done without help on 3 different days.',
    )
  })

  it.each([
    ['en', 1, '1 product made without help. The steps were done without help on 1 day.'],
    ['en', 21, '21 products in a row made without help. The steps were done without help on 21 different days.'],
    ['nl', 1, '1 product gemaakt zonder hulp. De stappen zijn zonder hulp gedaan op 1 dag.'],
    [
      'nl',
      21,
      '21 producten achter elkaar gemaakt zonder hulp. De stappen zijn zonder hulp gedaan op 21 verschillende dagen.',
    ],
  ] as const)('counts products and days as %s does for %i', (language, count, text) => {
    expect(credentialTexts[language].measurement({ units: count, days: count, withoutError: false })).toBe(text)
  })

  it.each(credentialLanguages)('explains the rule in force in plain words (%s)', (language) => {
    const narrative = achievementOf({ language, evidence: { ...award.evidence, criterion: masteryCriterion } }).criteria
      .narrative
    expect(narrative).toBe(credentialTexts[language].criteria[masteryCriterion])
    expect(achievementOf({ language }).inLanguage).toBe(language)
    expect(achievementOf({ language }).name).toBe(award.skill.name[language])
  })

  it('is in Dutch where the site speaks Dutch and in English elsewhere', () => {
    expect(credentialLanguageFor('nl')).toBe('nl')
    expect(credentialLanguageFor('fr')).toBe('en')
  })
})
