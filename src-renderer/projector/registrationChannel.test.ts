import { expect, it } from 'vitest'
import { mostUrgent, type RegistrationState } from './registrationChannel.ts'

it('reports the projector whose registration needs attention most', () => {
  const moved: RegistrationState = { kind: 'moved', mm: 12 }
  expect(mostUrgent([{ kind: 'holds' }, moved])).toEqual(moved)
  expect(mostUrgent([moved, { kind: 'lost', because: 'projector' }]).kind).toBe('lost')
  expect(mostUrgent([{ kind: 'never' }, { kind: 'holds' }]).kind).toBe('holds')
  expect(mostUrgent([]).kind).toBe('never')
})
