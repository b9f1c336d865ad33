// Who may fetch a credential: asked through the contract, as windows ask.
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StaffRole } from '../../../src-domain/access/roles.ts'
import type { CredentialId } from '../../../src-domain/ids.ts'
import { credentialId as toCredentialId } from '../../../test/support/ids.ts'
import { Workshop } from '../../../test/support/workshop.ts'
import { type Caller, newCaller } from '../transport/caller.ts'
import { createRouter } from '../transport/router.ts'

let shop: Workshop
let credentialId: CredentialId
beforeEach(async () => {
  shop = await Workshop.open()
  const outcome = await shop.service.useCases.awarding.award({
    proposalId: shop.proposes(),
    coachId: shop.coachId,
    note: '',
  })
  if (typeof outcome === 'string') throw new Error(outcome)
  credentialId = outcome.credentialId
})
afterEach(() => shop.close())

const asking = (caller: Caller) => createRouterClient(createRouter(shop.service), { context: { caller } })
const atBench = () => asking(newCaller(true, shop.clock.monoMs))
const staff = (...roles: readonly StaffRole[]) =>
  asking({ ...newCaller(false, shop.clock.monoMs), staff: { personId: shop.coachId, roles, ticket: '' } })
const notThere = { code: 'NOT_FOUND', data: { what: 'credential' } }

describe('a worker at the bench', () => {
  it('fetches their own credential, and sees it among their skills', async () => {
    await atBench().bench.signIn({ by: 'badge', badge: '1001' })
    const file = await atBench().bench.mySkill({ credentialId })
    expect(file.fileName).toBe(`skill-${credentialId}.json`)
    expect(JSON.parse(file.json)).toMatchObject({ id: expect.stringContaining(credentialId) as unknown })
    expect(await atBench().bench.mySkills()).toMatchObject([
      { credentialId, verified: true, strength: 'hard', coachName: 'Ada' },
    ])
  })

  it('does not get that of another worker', async () => {
    await shop.service.useCases.addPerson({
      name: 'Noor',
      picture: 'cat',
      badge: '1002',
      pin: null,
      worker: true,
      staffRoles: [],
    })
    await atBench().bench.signIn({ by: 'badge', badge: '1002' })
    await expect(atBench().bench.mySkill({ credentialId })).rejects.toMatchObject(notThere)
    expect(await atBench().bench.mySkills()).toEqual([])
  })

  it('gets none as a guest, nor while nobody is signed in', async () => {
    await expect(atBench().bench.mySkill({ credentialId })).rejects.toMatchObject(notThere)
    await atBench().bench.signIn({ by: 'guest', language: 'en' })
    await expect(atBench().bench.mySkill({ credentialId })).rejects.toMatchObject(notThere)
    expect(await atBench().bench.mySkills()).toEqual([])
  })
})

describe('staff', () => {
  it('fetch a credential as coaches, and in no other role', async () => {
    const own = await staff('coach').coach.credential({ credentialId })
    expect(own.fileName).toBe(`skill-${credentialId}.json`)
    await expect(staff('supervisor', 'admin').coach.credential({ credentialId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(atBench().coach.credential({ credentialId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(staff('coach').bench.mySkill({ credentialId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('are told when there is no such credential', async () => {
    await expect(staff('coach').coach.credential({ credentialId: toCredentialId('made-up') })).rejects.toMatchObject(
      notThere,
    )
  })
})
