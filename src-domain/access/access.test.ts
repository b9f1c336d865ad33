import { describe, expect, it } from 'vitest'
import { contract } from '../contract/contract.ts'
import { pinSchema, staffPinSchema, waitAfterFailures, waitLeft } from './pinPolicy.ts'
import { mayCall, permissions } from './roles.ts'

const procedures = Object.entries(contract).flatMap(([area, group]) =>
  Object.keys(group).map((name) => `${area}.${name}`),
)

describe('permissions', () => {
  it('name every procedure of the contract and nothing else', () => {
    expect(Object.keys(permissions).toSorted()).toEqual(procedures.toSorted())
  })

  it('refuse a procedure that is not in the table, whatever the role', () => {
    expect(mayCall('bench.destroy', ['admin'])).toBe(false)
    expect(mayCall('toString', ['admin'])).toBe(false)
  })

  it('keep awards to coaches', () => {
    expect(mayCall('coach.award', ['bench', 'supervisor', 'admin'])).toBe(false)
    expect(mayCall('coach.award', ['coach'])).toBe(true)
  })

  it('refuse a caller without any role', () => {
    for (const procedure of procedures) expect(mayCall(procedure, [])).toBe(false)
  })
})

describe('PINs', () => {
  it('of staff are not all equal digits and not ascending or descending', () => {
    for (const easy of ['1111', '1234', '87654321']) expect(staffPinSchema.safeParse(easy).success).toBe(false)
    expect(staffPinSchema.safeParse('2580').success).toBe(true)
    expect(pinSchema.safeParse('123').success).toBe(false)
  })

  it('allow five attempts without delay, then each failure doubles the wait from 15 seconds', () => {
    expect([0, 4, 5, 6, 7].map(waitAfterFailures)).toEqual([0, 0, 15_000, 30_000, 60_000])
    expect(waitAfterFailures(500)).toBe(24 * 3_600_000)
  })

  it('do not shorten the wait when the clock is set back', () => {
    expect(waitLeft(5, 100_000, 110_000)).toBe(5000)
    expect(waitLeft(5, 100_000, 0)).toBe(15_000)
  })
})
