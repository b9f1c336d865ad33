// Binding a task to a bench: where each step happens, and which problems prevent starting the task there.
import { describe, expect, it } from 'vitest'
import { layoutId, taskId } from '../../test/support/ids.ts'
import { type BenchLayout, benchLayoutSchema } from '../geometry/benchLayout.schema.ts'
import { type Binding, bindingProblems, targetOf } from './binding.ts'
import { type Instruction, instructionSchema, type Step, stepSchema } from './instruction.schema.ts'

const step = (id: string, fields: object): { step: Step } => ({
  step: stepSchema.parse({
    id,
    text: { nl: id },
    picture: 'p',
    done: [{ by: 'hand' }],
    expectedSeconds: 3,
    stepType: 'pick',
    ...fields,
  }),
})
const square = [
  [-5, -5],
  [5, -5],
  [5, 5],
  [-5, 5],
]
const part = (id: string) => ({ id, name: { nl: id }, picture: 'p', contour: square })

const task: Instruction = instructionSchema.parse({
  format: 'handwijzer.instruction',
  formatVersion: 1,
  id: 'task',
  version: 1,
  languages: ['nl'],
  title: { nl: 'Taak' },
  summary: { nl: 'Taak' },
  picture: 'p',
  media: { p: { sha256: '0'.repeat(64), type: 'image/png', bytes: 1, alt: { nl: 'p' } } },
  parts: [part('nut'), part('bolt'), part('spare')],
  zones: [{ id: 'jig', name: { nl: 'mal' }, use: 'fixture' }],
  steps: [
    step('pick-nut', { kind: 'pick', part: 'nut' }),
    step('place-nut', { kind: 'place', part: 'nut', zone: 'jig' }),
    step('pick-bolt', { kind: 'pick', part: 'bolt' }),
    step('look', { kind: 'check', done: [{ by: 'confirm' }] }),
  ],
  skills: [],
})

const layout: BenchLayout = benchLayoutSchema.parse({
  id: 'bench',
  name: 'Bench',
  table: { w: 1200, h: 800 },
  bins: [
    { id: 'A', label: 'A', rect: { x: 0, y: 0, w: 50, h: 50 }, rimMm: 40 },
    { id: 'B', label: 'B', rect: { x: 60, y: 0, w: 50, h: 50 }, rimMm: 40 },
  ],
  zones: [
    { id: 'left', label: 'left', rect: { x: 0, y: 100, w: 50, h: 50 }, heightMm: 0, use: 'fixture' },
    { id: 'press', label: 'press', rect: { x: 60, y: 100, w: 50, h: 50 }, heightMm: 0, use: 'forbidden' },
  ],
  buttons: [],
})

const binding: Binding = {
  instructionId: taskId('task'),
  layoutId: layoutId('bench'),
  parts: { nut: 'A', bolt: 'B' },
  zones: { jig: 'left' },
}
const placesOf = (changed: Partial<Binding>) =>
  bindingProblems(task, layout, { ...binding, ...changed }).map(({ path, reason }) => `${path}: ${reason}`)

describe('a binding', () => {
  it('maps a pick to the bin of its part and a place to its zone', () => {
    const targets = task.steps.flatMap((node) => ('step' in node ? [targetOf(node.step, binding)] : []))
    expect(targets).toEqual([{ kind: 'bin', id: 'A' }, { kind: 'zone', id: 'left' }, { kind: 'bin', id: 'B' }, null])
  })

  it('gives no place to an unbound part, even one named like an inherited property', () => {
    const { step: odd } = step('odd', { kind: 'pick', part: 'constructor' })
    expect(targetOf(odd, binding)).toBeNull()
  })

  it('is complete when every picked part and every used zone has its own place', () => {
    expect(placesOf({})).toEqual([])
  })

  it('requires a bin for each picked part, and only for those', () => {
    expect(placesOf({ parts: { nut: 'A' } })).toEqual(['parts.bolt: this part has no bin on this bench'])
    expect(placesOf({ parts: { nut: 'A', bolt: 'Z' } })).toEqual(['parts.bolt: this part has no bin on this bench'])
  })

  it('refuses two parts in one bin', () => {
    expect(placesOf({ parts: { nut: 'A', bolt: 'A' } })).toEqual(['parts.bolt: bin A already holds nut'])
  })

  it('requires a place for each zone, where hands may work', () => {
    expect(placesOf({ zones: {} })).toEqual(['zones.jig: this zone has no place on this bench'])
    expect(placesOf({ zones: { jig: 'press' } })).toEqual(['zones.jig: no hand may work at press'])
  })

  it('is refused for another task or another bench', () => {
    expect(placesOf({ instructionId: taskId('other') })).toEqual(['instructionId: this binding is for "other"'])
    expect(placesOf({ layoutId: layoutId('other') })).toEqual([
      'layoutId: this binding is for the bench layout "other"',
    ])
  })
})
