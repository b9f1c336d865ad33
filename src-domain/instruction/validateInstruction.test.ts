// Validation of cases that no file of the must-fail corpus can contain: size limits, inherited property names, values outside
// JSON.
import { describe, expect, it } from 'vitest'
import { validateInstruction } from './validateInstruction.ts'

type Fields = Record<string, unknown>

const step = (id: string): Fields => ({
  step: {
    id,
    kind: 'do',
    text: { nl: 'Doe iets' },
    picture: 'p',
    done: [{ by: 'confirm' }],
    expectedSeconds: 3,
    stepType: 'operate',
  },
})

const instruction = (changed: Fields = {}): Fields => ({
  format: 'handwijzer.instruction',
  formatVersion: 1,
  id: 'task',
  version: 1,
  languages: ['nl'],
  title: { nl: 'Taak' },
  summary: { nl: 'Taak' },
  picture: 'p',
  media: { p: { sha256: '0'.repeat(64), type: 'image/png', bytes: 1, alt: { nl: 'plaatje' } } },
  parts: [],
  zones: [],
  steps: [step('a')],
  skills: [],
  ...changed,
})

/** Groups nested `depth` levels deep. */
const nested = (depth: number, times: number): Fields =>
  depth === 0 ? step('deep') : { group: { id: `g${depth}`, times, steps: [nested(depth - 1, times)] } }

const placesOf = (candidate: unknown) => {
  const result = validateInstruction(candidate)
  return result.ok ? [] : result.failure.map(({ path, reason }) => `${path}: ${reason}`)
}

describe('an instruction', () => {
  it('is returned with its defaults filled in', () => {
    const result = validateInstruction(instruction({ steps: [{ group: { id: 'g', steps: [step('a')] } }] }))
    expect(result.ok && result.value.steps[0]).toMatchObject({ group: { order: 'fixed', times: 1 } })
    expect(result.ok && result.value.steps).toMatchObject([
      { group: { steps: [{ step: { difficulty: 'normal', mistakeIs: 'cheap' } }] } },
    ])
  })

  it('may nest five levels of groups and no more', () => {
    expect(placesOf(instruction({ steps: [nested(5, 1)] }))).toEqual([])
    expect(placesOf(instruction({ steps: [nested(6, 1)] }))).toEqual([
      `steps[0]${'.group.steps[0]'.repeat(5)}.group: this group stands more than 5 groups deep`,
    ])
  })

  it('may have a thousand steps per product, repeats counted, and no more', () => {
    expect(placesOf(instruction({ steps: [nested(3, 10)] }))).toEqual([])
    expect(placesOf(instruction({ steps: [nested(3, 11)] }))).toEqual([
      'steps: one product takes 1331 steps when all repeats are counted, more than 1000',
    ])
  })

  it('is refused without a stack overflow when it is nested thousands of levels deep', () => {
    expect(placesOf(instruction({ steps: [nested(5000, 1)] }))).toEqual([
      '(the whole file): values are nested more than 40 deep',
    ])
  })

  it('does not resolve ids to inherited properties of a list', () => {
    expect(placesOf(instruction({ picture: 'constructor' }))).toContain('picture: there is no "constructor" in media')
  })

  it.each([null, 7, 'text', [], {}, undefined, true])('is refused with a path when it is %j', (candidate) => {
    const result = validateInstruction(candidate)
    expect(result.ok).toBe(false)
    expect(!result.ok && result.failure.every(({ path, reason, remedy }) => path && reason && remedy)).toBe(true)
  })

  it('reports at most fifty problems at once', () => {
    const result = validateInstruction(instruction({ steps: Array.from({ length: 200 }, () => ({})) }))
    expect(!result.ok && result.failure.length).toBe(50)
  })
})
