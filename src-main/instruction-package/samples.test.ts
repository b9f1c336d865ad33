// The sample tasks: complete in every language, short texts, executable on the demonstration bench, and with skills that cover
// every step.
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type BenchLayout, benchLayoutSchema } from '../../src-domain/geometry/benchLayout.schema.ts'
import { type Binding, bindingProblems, bindingSchema } from '../../src-domain/instruction/binding.ts'
import type { Instruction, Step } from '../../src-domain/instruction/instruction.schema.ts'
import { type Language, workerLanguages } from '../../src-domain/instruction/language.ts'
import { locateGroups, locateSteps } from '../../src-domain/instruction/locateSteps.ts'
import { makePlan } from '../../src-domain/instruction/plan.ts'
import { readInstructionsFile, sampleIds, seal } from '../../test/support/instruction/samples.ts'
import { readSourceFolder } from './readSourceFolder.ts'
import { type SealedPackage, sealPackage } from './sealPackage.ts'
import { svgProblems } from './svgProblems.ts'

const benchSchema = z.strictObject({ layout: benchLayoutSchema, bindings: z.array(bindingSchema) })

let layout: BenchLayout
let bindings: readonly Binding[]
const samples = new Map<string, SealedPackage>()

beforeAll(async () => {
  ;({ layout, bindings } = benchSchema.parse(JSON.parse(await readInstructionsFile('samples/bench.json'))))
  for (const id of sampleIds) samples.set(id, await seal(`samples/${id}`))
})

const sampleOf = (id: string): SealedPackage => {
  const sample = samples.get(id)
  if (!sample) throw new Error(`There is no sample ${id}.`)
  return sample
}
const instructionOf = (id: string): Instruction => sampleOf(id).instruction
const stepsOf = (id: string): readonly Step[] => locateSteps(instructionOf(id)).map(({ step }) => step)
const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length

const scripts: Partial<Record<Language, RegExp>> = { ar: /\p{Script=Arabic}/u, uk: /\p{Script=Cyrillic}/u }

describe.each(sampleIds)('the sample task %s', (id) => {
  it('has texts in all eight languages, each in its own script', () => {
    expect(instructionOf(id).languages).toEqual(workerLanguages)
    for (const text of stepsOf(id).map(({ text }) => text)) {
      for (const language of workerLanguages) {
        expect(text[language]).toMatch(scripts[language] ?? /^[\p{Script=Latin}\p{P}\s]+$/u)
      }
    }
  })

  it('has at most five words in the text of each step', () => {
    const tooLong = stepsOf(id).flatMap(({ text }) => Object.values(text).filter((line) => wordsIn(line) > 5))
    expect(tooLong).toEqual([])
  })

  it('takes its parts from at most six bins and can be started on the demonstration bench', () => {
    const instruction = instructionOf(id)
    expect(instruction.parts.length).toBeLessThanOrEqual(6)
    const binding = bindings.find(({ instructionId }) => instructionId === id)
    expect(binding && bindingProblems(instruction, layout, binding)).toEqual([])
  })

  it('has contours that fit the zones they are placed in', () => {
    const zoneOf = new Map(layout.zones.map((zone) => [zone.id, zone.rect]))
    for (const { kind, part, zone } of stepsOf(id)) {
      const contour = instructionOf(id).parts.find((one) => one.id === part)?.contour
      const rect = zoneOf.get(zone ?? '')
      if (kind !== 'place' || !contour || !rect) continue
      expect(Math.max(...contour.map(([x]) => Math.abs(x)))).toBeLessThanOrEqual(rect.w / 2)
      expect(Math.max(...contour.map(([, y]) => Math.abs(y)))).toBeLessThanOrEqual(rect.h / 2)
    }
  })

  it('places each part that it picks before it picks another', () => {
    const hands = stepsOf(id).filter(({ kind }) => kind === 'pick' || kind === 'place')
    for (const [index, { kind, part }] of hands.entries()) {
      if (kind === 'pick') expect(hands[index + 1]).toMatchObject({ kind: 'place', part })
    }
    expect(hands.at(-1)).toMatchObject({ kind: 'place', zone: 'tray' })
  })

  it('has a separate picture for every step and part, drawn with shapes only', () => {
    const pictures = [...stepsOf(id), ...instructionOf(id).parts].map(({ picture }) => picture)
    expect(new Set(pictures).size).toBe(pictures.length)
    for (const { bytes, type } of sampleOf(id).media.values()) {
      expect(type).toBe('image/svg+xml')
      expect(svgProblems(bytes)).toEqual([])
      expect(bytes.length).toBeLessThan(12_000)
    }
  })

  it('refers to skills of the catalogue that we ship, and covers every step with a skill', async () => {
    const catalogue = await readInstructionsFile('skills-catalogue.json')
    const { skills } = instructionOf(id)
    for (const uri of skills.flatMap(({ catalogue }) => catalogue)) expect(catalogue).toContain(`"${uri}"`)
    const proved = new Set(skills.flatMap(({ steps }) => steps))
    expect(stepsOf(id).filter((step) => !proved.has(step.id))).toEqual([])
  })
})

describe('the documentation for authors', () => {
  it('contains a minimal task that can be sealed unchanged', async () => {
    const [, example] = /```json\n(\{\n {2}"format".*?)```/s.exec(await readInstructionsFile('FORMAT.md')) ?? []
    const drawing = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    const files = new Map(['nut.svg', 'pick-nut.svg', 'place-nut.svg'].map((name) => [name, drawing]))
    expect(await sealPackage({ json: JSON.parse(example ?? ''), files })).toMatchObject({ ok: true })
  })
})

describe('a folder that is not an instruction source', () => {
  it('is reported with the files it should contain', async () => {
    expect(await readSourceFolder('no-such-folder')).toMatchObject({
      ok: false,
      failure: [{ path: 'no-such-folder', remedy: expect.stringContaining('instruction.source.json') as string }],
    })
  })
})

describe('the sample tasks', () => {
  it('make a pen in six steps in a fixed order', () => {
    const kinds = makePlan(instructionOf('pen')).steps.map(({ step }) => `${step.kind} ${step.part ?? ''}`)
    expect(kinds).toEqual(['pick barrel', 'place barrel', 'pick refill', 'place refill', 'pick cap', 'place cap'])
    expect(locateGroups(instructionOf('pen'))).toEqual([])
  })

  it('count four screws, four wall plugs, two washers and one key into a bag', () => {
    const counts = new Map<string, number>()
    for (const { step } of makePlan(instructionOf('screw-bag')).steps) {
      if (step.kind === 'pick') counts.set(step.part ?? '', (counts.get(step.part ?? '') ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({ bag: 1, screw: 4, 'wall-plug': 4, washer: 2, 'hex-key': 1 })
  })

  it('weigh the full bag accurately enough to detect one missing piece', () => {
    const { parts } = instructionOf('screw-bag')
    const gramsOf = new Map(parts.map(({ id, grams }) => [id, grams ?? 0]))
    const full = makePlan(instructionOf('screw-bag'))
      .steps.filter(({ step }) => step.kind === 'pick')
      .reduce((sum, { step }) => sum + (gramsOf.get(step.part ?? '') ?? 0), 0)
    const weighing = stepsOf('screw-bag')
      .flatMap(({ done }) => done)
      .find((way) => way.by === 'weigh')
    expect(weighing?.grams).toBeCloseTo(full, 5)
    expect(weighing?.toleranceGrams).toBeLessThan(Math.min(...gramsOf.values()))
  })

  it('leave the order of the three pins to the worker, and never allow them to be tried without help', () => {
    const [pins] = locateGroups(instructionOf('plug'))
    expect(pins?.group).toMatchObject({ id: 'pins', order: 'any' })
    expect(pins?.group.steps.length).toBe(3)
    const placed = stepsOf('plug').filter(({ kind, part }) => kind === 'place' && part?.endsWith('-pin') === true)
    expect(placed.map(({ mistakeIs }) => mistakeIs)).toEqual(['unsafe', 'unsafe', 'unsafe'])
  })
})
