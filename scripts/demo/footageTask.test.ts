import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPackage } from '../../src-main/instruction-package/readPackage.ts'
import { temporaryFolder } from '../../test/support/folders.ts'
import { footageTask } from './footageTask.ts'

const clip = {
  name: 'Two parts',
  width: 640,
  height: 480,
  fps: 25,
  tableToCamera: [
    [0.6, 0, 320],
    [0, 0.6, 240],
    [0, 0, 1],
  ],
  bins: [
    { id: 'A', x: -340, y: -335, w: 150, h: 120 },
    { id: 'B', x: -170, y: -335, w: 150, h: 120 },
  ],
  zones: [{ id: 'W1', x: -190, y: -20, w: 170, h: 150 }],
  buttons: [
    { id: 'next', x: 310, y: 80, w: 110, h: 90 },
    { id: 'wave', x: 0, y: 200, w: 50, h: 50 },
  ],
  events: [
    { type: 'pick', target: 'B' },
    { type: 'sweep', target: ['A', 'B'] },
    { type: 'place', target: 'W1' },
    { type: 'press', target: 'next' },
  ],
}

const written = (name: string, json: unknown): string => {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, JSON.stringify(json))
  return path
}

test('makes a step of each pick, place and press, in their order', async () => {
  const task = await footageTask(written('clip.json', clip))
  const read = await readPackage(task.packageBytes)
  if (!read.ok) throw new Error('The package of a clip can be read.')
  const { steps, parts } = read.value.instruction
  expect(steps.map((node) => ('step' in node ? node.step.kind : 'group'))).toEqual(['pick', 'place', 'confirm'])
  expect(parts.map(({ id }) => id)).toEqual(['b'])
  expect(task.handSteps).toBe(2)
})

test('makes the bench layout of the clip, with the bench’s own button ids', async () => {
  const { layout, binding, benchJson } = await footageTask(written('clip.json', clip))
  expect(layout.bins.map(({ id, rect }) => [id, rect.x])).toEqual([
    ['A', -340],
    ['B', -170],
  ])
  expect(layout.buttons.map(({ id }) => id)).toEqual(['done'])
  expect(binding).toMatchObject({ layoutId: layout.id, parts: { b: 'B' }, zones: { w1: 'W1' } })
  expect((JSON.parse(benchJson) as typeof clip).buttons.map(({ id }) => id)).toEqual(['done', 'wave'])
})

test('refuses a file that does not describe a clip', async () => {
  const { tableToCamera: _left, ...blind } = clip
  await expect(footageTask(written('blind.json', blind))).rejects.toThrow('tableToCamera')
})
