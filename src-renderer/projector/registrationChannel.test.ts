import { expect, it } from 'vitest'
import { type LightState, mattersMost } from './registrationChannel.ts'

it('speaks of the projector that somebody should look at', () => {
  const moved: LightState = { kind: 'moved', mm: 12 }
  expect(mattersMost([{ kind: 'holds' }, moved])).toEqual(moved)
  expect(mattersMost([moved, { kind: 'lost', because: 'projector' }]).kind).toBe('lost')
  expect(mattersMost([{ kind: 'never' }, { kind: 'holds' }]).kind).toBe('holds')
  expect(mattersMost([]).kind).toBe('never')
})
