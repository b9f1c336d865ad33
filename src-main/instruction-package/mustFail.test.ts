// Every malformed source in instructions/must-fail is refused, and the report gives path and reason.
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { craftZip } from '../../test/support/instruction/craftZip.ts'
import { readInstructionsFile, readSource, seal } from '../../test/support/instruction/samples.ts'
import { readPackage } from './readPackage.ts'
import { type InstructionSource, sealPackage } from './sealPackage.ts'

const caseSchema = z.strictObject({
  name: z.string(),
  set: z.record(z.string(), z.unknown()).optional().describe('values to put at places of the valid source'),
  remove: z.array(z.string()).optional().describe('places to take out of the valid source'),
  json: z.string().optional().describe('the whole of instruction.json, as text'),
  svg: z.string().optional().describe('the drawing, in place of the valid one'),
  expect: z.strictObject({ path: z.string(), reason: z.string() }),
})
type Case = z.infer<typeof caseSchema>

const cases = z.array(caseSchema).parse(JSON.parse(await readInstructionsFile('must-fail/must-fail.json')))
const valid = await readSource('must-fail/valid')

async function outcomeOf(malformed: Case) {
  if (malformed.json !== undefined)
    return readPackage(craftZip([{ name: 'instruction.json', content: malformed.json }]))
  return sealPackage(spoil(valid, malformed))
}

function spoil({ json, files }: InstructionSource, { set = {}, remove = [], svg }: Case): InstructionSource {
  const spoilt: unknown = structuredClone(json)
  for (const [place, value] of Object.entries(set)) change(spoilt, place, value)
  for (const place of remove) change(spoilt, place, undefined)
  return { json: spoilt, files: svg === undefined ? files : new Map([['square.svg', new TextEncoder().encode(svg)]]) }
}

/** Sets or, with undefined, removes the value at a path written as in reports: `steps[0].step.id`. */
function change(root: unknown, place: string, value: unknown): void {
  const keys = place.split(/[.[\]]+/).filter((key) => key !== '')
  const last = keys.pop() ?? ''
  const parent = keys.reduce((node, key) => Reflect.get(node, key) as object, root as object)
  if (value === undefined) Reflect.deleteProperty(parent, last)
  else Reflect.set(parent, last, value)
}

describe('the must-fail corpus', () => {
  it('starts from a source that is valid', async () => {
    expect((await seal('must-fail/valid')).instruction.id).toBe('nut')
  })

  it('holds at least forty cases, none of them twice', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40)
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  })

  it.each(cases)('refuses $name', async (malformed) => {
    const outcome = await outcomeOf(malformed)
    expect(outcome.ok).toBe(false)
    const problems = outcome.ok ? [] : outcome.failure
    expect(problems).toContainEqual({
      path: malformed.expect.path,
      reason: expect.stringContaining(malformed.expect.reason) as string,
      remedy: expect.stringMatching(/\w+/) as string,
    })
  })
})
