import { expect, it } from 'vitest'
import {
  cornerSheets,
  cornersOf,
  dataModules,
  isWhite,
  papers,
  placeOf,
  sheetNames,
  tagCodes,
  tagsOf,
} from './tagSheet.ts'

const bitsOf = (id: number, turns: number): boolean[] => {
  const last = dataModules - 1
  return Array.from({ length: dataModules ** 2 }, (_, i) => {
    let [row, column] = [Math.floor(i / dataModules), i % dataModules]
    for (let turn = 0; turn < turns; turn++) [row, column] = [column, last - row]
    return isWhite(id, row, column)
  })
}

it('any two tags differ in at least nine bits, however they are rotated', () => {
  for (const [id] of tagCodes.entries())
    for (const [other] of tagCodes.entries())
      for (let turns = 0; turns < 4; turns++) {
        if (id === other && turns === 0) continue
        const turned = bitsOf(other, turns)
        expect(bitsOf(id, 0).filter((bit, i) => bit !== turned[i]).length).toBeGreaterThanOrEqual(9)
      }
})

it('prints every tag whole, with white around it', () => {
  for (const paper of ['A4', 'A3'] as const)
    for (const sheet of sheetNames)
      for (const corner of tagsOf(sheet, paper).flatMap(cornersOf)) {
        expect(Math.abs(corner.x)).toBeLessThan(papers[paper].w / 2 - 8)
        expect(Math.abs(corner.y)).toBeLessThan(papers[paper].h / 2 - 8)
      }
})

it('places each sheet flush into its own corner of the table', () => {
  const table = { w: 1200, h: 800 }
  const corners = cornerSheets.map((sheet) => {
    const { x, y } = placeOf(sheet, 'A4', table)
    return [x + Math.sign(x) * 148.5, y + Math.sign(y) * 105]
  })
  expect(corners).toEqual([
    [-600, -400],
    [600, -400],
    [-600, 400],
    [600, 400],
  ])
})
