import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { TableSetup } from '../../src-domain/contract/table.contract.ts'
import { taskId } from '../../test/support/ids.ts'
import { smallBench } from '../../test/support/virtualBench/smallBench.ts'
import { stockOfBench } from './stockOfBench.ts'

const setup = (...parts: readonly string[]): TableSetup => ({
  layout: smallBench,
  stock: parts.map((partId, i) => ({
    binId: smallBench.bins[i]?.id ?? '',
    partId,
    contour: [
      [-20, -10],
      [20, -10],
      [0, 15],
    ],
    picture: { url: 'part.svg', type: 'image/svg+xml', alt: { en: 'A part' } },
  })),
})

test('fills each bin with the model of its part', () => {
  expect(stockOfBench(setup('barrel', 'cap'), taskId('pen')).map(({ bin, part }) => [bin, part.kind])).toEqual([
    ['A', 'penBarrel'],
    ['B', 'penCap'],
  ])
})

test('distinguishes the bases of two tasks', () => {
  const kind = (task: string) => stockOfBench(setup('base'), taskId(task))[0]?.part.kind
  expect(kind('plug')).toBe('plugHousing')
  expect(kind('bell')).toBe('bellBase')
})

test('makes a part without a model from its outline', () => {
  const [item] = stockOfBench(setup('sprocket'), taskId('gearbox'))
  expect(item?.part).toMatchObject({ kind: 'generic', contour: setup('sprocket').stock[0]?.contour })
})

test('has models of the parts of the sample tasks, except one in some', () => {
  for (const task of ['pen', 'plug', 'bell', 'screw-bag']) {
    const url = new URL(`../../instructions/samples/${task}/instruction.source.json`, import.meta.url)
    const { parts } = JSON.parse(readFileSync(url, 'utf8')) as { parts: { id: string }[] }
    const kinds = parts.flatMap(({ id }) => stockOfBench(setup(id), taskId(task)).map(({ part }) => part.kind))
    expect(kinds.filter((kind) => kind === 'generic').length, task).toBeLessThanOrEqual(1)
  }
})
