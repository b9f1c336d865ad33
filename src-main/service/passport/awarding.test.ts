// What a coach's decision on a proposal leads to, on the real service and store.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { proposalId as toProposalId } from '../../../test/support/ids.ts'
import { openTestStore } from '../../../test/support/stores.ts'
import { Workshop } from '../../../test/support/workshop.ts'

let shop: Workshop
beforeEach(async () => {
  shop = await Workshop.open()
})
afterEach(() => shop.close())

const award = (proposalId: string) =>
  shop.service.useCases.awarding.award({
    proposalId: toProposalId(proposalId),
    coachId: shop.coachId,
    note: 'Well done.',
  })
const decline = (proposalId: string) =>
  shop.service.useCases.awarding.decline({
    proposalId: toProposalId(proposalId),
    coachId: shop.coachId,
    reason: 'Not yet.',
  })
const proposals = () => shop.service.useCases.coaching.proposals()

/** How often each decision stands in the log, and how many credentials the worker holds. */
function decided() {
  const store = openTestStore(shop.folder)
  const types = [...store.events.read(1)].map(({ fact }) => fact.type)
  const count = (wanted: string) => types.filter((type) => type === wanted).length
  const found = {
    awarded: count('proposalAwarded'),
    declined: count('proposalDeclined'),
    issued: count('credentialIssued'),
    held: store.credentials.of(shop.workerId).length,
  }
  store.close()
  return found
}

describe('an award', () => {
  it('is made once, whether it is asked for again later or twice at the same time', async () => {
    const proposalId = shop.proposes()
    const outcomes = await Promise.all([award(proposalId), award(proposalId)])
    expect(outcomes.filter((outcome) => outcome === 'alreadyDecided')).toHaveLength(1)
    expect(outcomes.filter((outcome) => typeof outcome === 'object')).toMatchObject([{ verified: true }])
    expect(await award(proposalId)).toBe('alreadyDecided')
    expect(decided()).toEqual({ awarded: 1, declined: 0, issued: 1, held: 1 })
  })

  it('can no longer be declined, and what was declined can no longer be awarded', async () => {
    const [first, second] = [shop.proposes(), shop.proposes()]
    await award(first)
    expect(decline(first)).toBe('alreadyDecided')
    expect(decline(second)).toBeNull()
    expect(await award(second)).toBe('alreadyDecided')
    expect(decided()).toEqual({ awarded: 1, declined: 1, issued: 1, held: 1 })
  })

  it('that is declined while it is being signed is not made', async () => {
    const proposalId = shop.proposes()
    const making = award(proposalId)
    expect(decline(proposalId)).toBeNull()
    expect(await making).toBe('alreadyDecided')
    expect(decided()).toEqual({ awarded: 0, declined: 1, issued: 0, held: 0 })
  })

  it('of what nobody proposed is not made', async () => {
    expect(await award('made-up')).toBe('notFound')
    expect(decline('made-up')).toBe('notFound')
  })
})

/** Three pens on a morning. */
const worksOn = (day: number) => {
  shop.morning(day)
  shop.works('pen', 3)
}
const states = () => proposals().map(({ state }) => state)

describe('a skill that a coach decided on', () => {
  it('is not proposed again once it was awarded', async () => {
    for (const day of [0, 1, 2, 3]) worksOn(day)
    const [proposal] = proposals()
    await award(proposal?.proposalId ?? '')
    for (const day of [4, 5]) worksOn(day)
    expect(states()).toEqual(['awarded'])
  })

  it('is proposed again after it was declined, by the pens made since then', () => {
    for (const day of [0, 1, 2, 3]) worksOn(day)
    const [proposal] = proposals()
    decline(proposal?.proposalId ?? '')
    worksOn(4)
    expect(states()).toEqual(['declined'])
    worksOn(5)
    expect(states()).toEqual(['open', 'declined'])
    expect(proposals()[0]?.evidence).toMatchObject({ unaidedCleanCycles: 4, retentionDays: 1 })
  })
})
