// The committed drawings are those that the code draws, and each is a plain drawing of the family.
import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { svgProblems } from '../../src-main/instruction-package/svgProblems.ts'
import { readInstructionsFile, sampleIds } from '../../test/support/instruction/samples.ts'
import { drawPictograms } from './pictograms.ts'

const drawn = drawPictograms()

describe('the pictograms', () => {
  it('are current: run node scripts/drawPictograms.ts when this fails', async () => {
    const committed = await Promise.all(
      sampleIds.map(async (task) => {
        const names = await readdir(new URL(`../../instructions/samples/${task}/pictograms/`, import.meta.url))
        return names.map((name) => `${task}/pictograms/${name}`)
      }),
    )
    expect(committed.flat().toSorted()).toEqual(drawn.map(({ path }) => path).toSorted())
    for (const { path, svg } of drawn) expect(await readInstructionsFile(`samples/${path}`)).toBe(svg)
  })

  it.each(drawn.map(({ path, svg }) => [path, svg]))('%s draws only, on a square of 256', (_, svg) => {
    expect(svgProblems(new TextEncoder().encode(svg))).toEqual([])
    expect(svg).toContain('viewBox="0 0 256 256"')
  })
})
