import type { InferContractRouterInputs } from '@orpc/contract'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { coachId, personId } from '../test/support/ids.ts'
import type { Contract } from './contract/contract.ts'
import type { FactOf } from './event/event.schema.ts'
import {
  type CoachId,
  createNewId,
  type PersonId,
  personIdSchema,
  type RunId,
  sessionIdSchema,
  type TaskId,
} from './ids.ts'

describe('ids', () => {
  it('of one kind do not compile where another kind is due', () => {
    const asked = { type: 'helpArranged', personId: personId('noor'), coachId: coachId('els') } as const
    const { personId: worker, coachId: coach } = asked
    // @ts-expect-error a worker is no coach
    const swapped: Pick<FactOf<'helpArranged'>, 'coachId'> = { coachId: worker }
    // @ts-expect-error a word is nobody's id until a schema has read it
    const unread: Pick<FactOf<'helpArranged'>, 'personId'> = { personId: 'noor' }
    expect([swapped.coachId, unread.personId, coach]).toEqual(['noor', 'noor', 'els'])
    expectTypeOf<CoachId>().toExtend<PersonId>()
    expectTypeOf<PersonId>().not.toExtend<CoachId>()
  })

  it('are asked of a caller of the contract, whom no plain text gets through', () => {
    type Asked = InferContractRouterInputs<Contract>
    expectTypeOf<{ taskId: TaskId }>().toExtend<Asked['bench']['startTask']>()
    expectTypeOf<{ taskId: string }>().not.toExtend<Asked['bench']['startTask']>()
    expectTypeOf<{ layoutId: TaskId }>().not.toExtend<Asked['studio']['layout']>()
  })

  it('are minted as the kind that was asked for', () => {
    let minted = 0
    const newId = createNewId(() => `id${++minted}`)
    expectTypeOf(newId(sessionIdSchema)).not.toExtend<RunId>()
    expect(newId(personIdSchema)).toBe('id2')
  })

  it('are never empty', () => {
    expect(personIdSchema.safeParse('').success).toBe(false)
  })
})
