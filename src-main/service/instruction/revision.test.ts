// What a new version of an instruction leaves as it was: runs, proposals, awards and pictures of the version before.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signIn } from '../../../src-domain/session/decideCommand.ts'
import { taskId } from '../../../test/support/ids.ts'
import { readSource } from '../../../test/support/instruction/samples.ts'
import { Workshop } from '../../../test/support/workshop.ts'
import { sealPackage } from '../../instruction-package/sealPackage.ts'

const pen = taskId('pen')

let shop: Workshop
beforeEach(async () => {
  shop = await Workshop.open()
})
afterEach(() => shop.close())

type Named = { readonly id: string; readonly name: Readonly<Record<string, string>> }

/** Imports a second version of the pen, with another id and name of its skill, and all of its pictures changed. */
async function importRevision(): Promise<void> {
  const { json, files } = await readSource('samples/pen')
  const source = json as { readonly skills: readonly Named[] }
  const skills = source.skills.map((skill) => ({
    ...skill,
    id: `${skill.id}-renewed`,
    name: Object.fromEntries(Object.entries(skill.name).map(([language, name]) => [language, `${name} 2`])),
  }))
  const changed = new Map([...files].map(([name, bytes]) => [name, Buffer.concat([bytes, Buffer.from('\n')])]))
  const sealed = await sealPackage({ json: { ...source, version: 2, skills }, files: changed })
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.failure))
  const imported = await shop.service.useCases.importPackage(sealed.value.packageBytes)
  expect(imported).toMatchObject({ ok: true, value: { version: 2 } })
}

const award = () => {
  const [proposal] = shop.service.useCases.coaching.proposals()
  if (!proposal) throw new Error('Nothing was proposed.')
  return shop.service.useCases.awarding.award({ proposalId: proposal.proposalId, coachId: shop.coachId, note: '' })
}

async function mySkills() {
  shop.service.bench.perform((situation) => signIn(situation, { personId: shop.workerId, by: 'badge' }))
  return shop.service.useCases.passport.skillsOfWorkerHere()
}

describe('a revision with another skill', () => {
  it('leaves an earned skill on its card, as it was signed', async () => {
    shop.proposes()
    await award()
    const before = await mySkills()
    expect(before).toMatchObject([{ verified: true, unaidedCleanCycles: 5 }])
    await importRevision()
    expect(await shop.service.useCases.passport.skillsOfWorkerHere()).toEqual(before)
  })

  it('leaves an open proposal as it is, to be awarded on the version that was practised', async () => {
    shop.proposes()
    const before = shop.service.useCases.coaching.proposals()
    await importRevision()
    expect(shop.service.useCases.coaching.proposals()).toEqual(before)
    expect(await award()).toMatchObject({ verified: true })
    const [skill] = await mySkills()
    expect(skill?.name).toEqual(before[0]?.skillName)
    const { json } = shop.service.useCases.passport.fileOfWorkerHere(skill?.credentialId as never) ?? { json: '{}' }
    expect(JSON.parse(json)).toMatchObject({ credentialSubject: { achievement: { version: '1' } } })
  })

  it('leaves the pictures of a session that runs the version before', async () => {
    shop.service.bench.perform((situation) => signIn(situation, { personId: shop.workerId, by: 'badge' }))
    shop.service.useCases.tasks.start(pen)
    const pictures = Object.values(shop.service.bench.situation().task?.instruction.media ?? {})
    await importRevision()
    expect(pictures.length).toBeGreaterThan(0)
    for (const { sha256 } of pictures) expect(shop.service.media(sha256)?.bytes.length).toBeGreaterThan(0)
    expect(shop.service.bench.situation().task?.instruction.version).toBe(1)
  })

  it('is proposed from what was practised with it, and from nothing that was only imported', async () => {
    for (const day of [0, 1, 2]) {
      shop.morning(day)
      shop.works('pen', 3)
    }
    shop.service.bench.perform((situation) => signIn(situation, { personId: shop.workerId, by: 'badge' }))
    expect(shop.service.useCases.coaching.proposals()).toEqual([])
    await importRevision()
    expect(shop.service.useCases.coaching.proposals()).toEqual([])
  })
})
