// Small tasks for tests: the pen in six steps, and a box with repeats, free order, devices and waiting.
import type { BenchLayout } from '../../src-domain/geometry/benchLayout.schema.ts'
import type { Instruction, Node, Step } from '../../src-domain/instruction/instruction.schema.ts'
import { makePlan } from '../../src-domain/instruction/plan.ts'
import type { TaskAtBench } from '../../src-domain/session/deciding.ts'
import { layoutId, skillId, stepId, taskId } from './ids.ts'

const text = (en: string) => ({ en })

export const step = (id: string, kind: Step['kind'], more: Partial<Step> = {}): { readonly step: Step } => ({
  step: {
    id: stepId(id),
    kind,
    text: text(id),
    picture: 'picture',
    done: [{ by: kind === 'pick' || kind === 'place' ? 'hand' : 'confirm' }],
    expectedSeconds: 4,
    stepType: kind === 'pick' ? 'pick' : kind === 'place' ? 'place' : 'operate',
    difficulty: 'normal',
    mistakeIs: 'cheap',
    ...more,
  },
})

export const group = (id: string, order: 'fixed' | 'any', times: number, ...steps: Node[]): Node => ({
  group: { id, order, times, steps },
})

const partIds = ['barrel', 'refill', 'cap', 'screw']

export const instruction = (id: string, steps: readonly Node[], skillSteps: readonly string[]): Instruction => ({
  format: 'handwijzer.instruction',
  formatVersion: 1,
  id: taskId(id),
  version: 1,
  languages: ['en'],
  title: text(id),
  summary: text(id),
  picture: 'picture',
  media: { picture: { sha256: 'a'.repeat(64), type: 'image/svg+xml', bytes: 10, alt: text('picture') } },
  parts: partIds.map((part) => ({
    id: part,
    name: text(part),
    picture: 'picture',
    contour: [
      [0, 0],
      [10, 0],
      [10, 10],
    ],
  })),
  zones: [
    { id: 'fixture', name: text('fixture'), use: 'fixture' },
    { id: 'tray', name: text('tray'), use: 'tray' },
  ],
  steps: [...steps],
  skills: [
    {
      id: skillId(`${id}-skill`),
      name: text(`${id} skill`),
      description: text('made it'),
      picture: 'picture',
      catalogue: [],
      steps: skillSteps.map(stepId),
    },
  ],
})

export const layout: BenchLayout = {
  id: layoutId('bench'),
  name: 'Test bench',
  table: { w: 1200, h: 800 },
  bins: ['A', 'B', 'C', 'D'].map((id, i) => ({
    id,
    label: id,
    rect: { x: -400 + i * 200, y: -335, w: 150, h: 120 },
    rimMm: 60,
  })),
  zones: [
    { id: 'Z1', label: 'fixture', rect: { x: -100, y: -70, w: 200, h: 150 }, heightMm: 0, use: 'fixture' },
    { id: 'Z2', label: 'tray', rect: { x: 200, y: -70, w: 200, h: 150 }, heightMm: 0, use: 'tray' },
  ],
  buttons: [{ id: 'done', rect: { x: 450, y: 170, w: 110, h: 110 } }],
}

/** What stands for the hash of a package that was never sealed. */
export const packageOf = ({ id }: Instruction): string => Buffer.from(id).toString('hex').padEnd(64, '0').slice(0, 64)

/** Binds an instruction to the test bench. */
export function atBench(body: Instruction): TaskAtBench {
  return {
    instruction: body,
    packageSha256: packageOf(body),
    plan: makePlan(body),
    layout,
    binding: {
      instructionId: body.id,
      layoutId: layout.id,
      parts: { barrel: 'A', refill: 'B', cap: 'C', screw: 'D' },
      zones: { fixture: 'Z1', tray: 'Z2' },
    },
  }
}

const penSteps = ['pick-barrel', 'place-barrel', 'pick-refill', 'place-refill', 'pick-cap', 'place-cap']

/** Barrel from A to Z1, refill from B to Z1, cap from C to Z2. */
export const penTask = atBench(
  instruction(
    'pen',
    [
      step('pick-barrel', 'pick', { part: 'barrel' }),
      step('place-barrel', 'place', { part: 'barrel', zone: 'fixture' }),
      step('pick-refill', 'pick', { part: 'refill' }),
      step('place-refill', 'place', { part: 'refill', zone: 'fixture' }),
      step('pick-cap', 'pick', { part: 'cap' }),
      step('place-cap', 'place', { part: 'cap', zone: 'tray' }),
    ],
    penSteps,
  ),
)

/** Two screws, then refill and cap in any order, then a scan, a weight, a tool, a wait and a confirmation. */
export const boxTask = atBench(
  instruction(
    'box',
    [
      group(
        'screws',
        'fixed',
        2,
        step('pick-screw', 'pick', { part: 'screw' }),
        step('place-screw', 'place', { part: 'screw', zone: 'tray' }),
      ),
      group(
        'parts',
        'any',
        1,
        group(
          'refill',
          'fixed',
          1,
          step('pick-refill', 'pick', { part: 'refill' }),
          step('place-refill', 'place', { part: 'refill', zone: 'fixture' }),
        ),
        group(
          'cap',
          'fixed',
          1,
          step('pick-cap', 'pick', { part: 'cap' }),
          step('place-cap', 'place', { part: 'cap', zone: 'fixture' }),
        ),
      ),
      step('scan', 'scan', { done: [{ by: 'scan', code: '4006' }] }),
      step('weigh', 'weigh', { done: [{ by: 'weigh', grams: 40, toleranceGrams: 2 }] }),
      step('tighten', 'tool', { done: [{ by: 'tool', program: 'P1' }] }),
      step('cool', 'do', { done: [{ by: 'time', seconds: 5 }, { by: 'confirm' }] }),
      step('close', 'confirm', { done: [{ by: 'confirm' }] }),
    ],
    ['pick-screw', 'place-screw'],
  ),
)
