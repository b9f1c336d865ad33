// Reads the printed sheets' PDF back as a printer does, in mm of the paper.
import { describe, expect, it } from 'vitest'
import { sheetPdf } from './sheetPdf.ts'
import { isWhite, type PaperName, sheetNames, tagModules, tagsOf } from './tagSheet.ts'

const words = {
  places: { A: 'far left', B: 'far right', C: 'near left', D: 'near right', E: 'on a box' },
  checkSquare: 'fifty',
  stickers: 'cut out',
}
const textOf = (paper: PaperName, said = words): string => String.fromCharCode(...sheetPdf(paper, said))

type Box = { readonly left: number; readonly bottom: number; readonly w: number; readonly h: number }
type Page = {
  readonly fills: readonly Box[]
  readonly outlines: readonly Box[]
  readonly texts: readonly {
    readonly words: string
    readonly left: number
    readonly base: number
    readonly size: number
  }[]
}
const mm = (points: string | undefined): number => (Number(points) * 25.4) / 72
const boxOf = ([, x, y, w, h]: RegExpMatchArray): Box => ({ left: mm(x), bottom: mm(y), w: mm(w), h: mm(h) })

/** The drawings of each page in mm from the paper's lower left, read from the content streams. */
const pagesOf = (text: string): Page[] =>
  [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, stream = '']) => {
    const four = String.raw`(\S+) (\S+) (\S+) (\S+) re`
    return {
      fills: [...stream.matchAll(new RegExp(`^${four} f$`, 'gm'))].map(boxOf),
      outlines: [...stream.matchAll(new RegExp(`^\\S+ w ${four} S$`, 'gm'))].map(boxOf),
      texts: [...stream.matchAll(/^BT \/F (\S+) Tf (\S+) (\S+) Td \((.*)\) Tj ET$/gm)].map(([, size, x, y, said]) => ({
        words: said ?? '',
        left: mm(x),
        base: mm(y),
        size: mm(size),
      })),
    }
  })

const isBlackAt = ({ fills }: Pick<Page, 'fills'>, x: number, y: number): boolean =>
  fills.some(({ left, bottom, w, h }) => x > left && x < left + w && y > bottom && y < bottom + h)

/** Checks each module of a tag at its place in mm from the paper's centre, y down, and white around it. */
function expectTag(page: Page, paper: { w: number; h: number }, id: number, x: number, y: number, side: number): void {
  const module = side / tagModules
  const colours: boolean[] = []
  const wanted: boolean[] = []
  for (let row = -1; row <= tagModules; row++)
    for (let column = -1; column <= tagModules; column++) {
      const isTag = Math.min(row, column) >= 0 && Math.max(row, column) < tagModules
      wanted.push(isTag && !isWhite(id, row - 1, column - 1))
      const at = { x: x - side / 2 + (column + 0.5) * module, y: y - side / 2 + (row + 0.5) * module }
      colours.push(isBlackAt(page, paper.w / 2 + at.x, paper.h / 2 - at.y))
    }
  expect(colours).toEqual(wanted)
}

describe.each([
  ['A4', { w: 297, h: 210 }, 1],
  ['A3', { w: 420, h: 297 }, Math.SQRT2],
] as const)('the sheets on %s', (paper, size, scale) => {
  const readBack = () => pagesOf(textOf(paper))

  it('are six pages of landscape paper, each with its own drawing', () => {
    const boxes = [...textOf(paper).matchAll(/\/MediaBox \[0 0 (\S+) (\S+)\]/g)]
    expect(boxes).toHaveLength(6)
    for (const [, w, h] of boxes) {
      expect(mm(w)).toBeCloseTo(size.w, 3)
      expect(mm(h)).toBeCloseTo(size.h, 3)
    }
    expect(readBack()).toHaveLength(6)
  })

  it('are drawn by rectangles, outlines and words, and nothing else', () => {
    const lines = [...textOf(paper).matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, all = '']) => all.split('\n'))
    for (const [i, { fills, outlines, texts }] of readBack().entries())
      expect(fills.length + outlines.length + texts.length).toBe(lines[i]?.length)
  })

  it('show every module of their four tags where the calibration expects it', () => {
    const pages = readBack()
    for (const [i, sheet] of sheetNames.entries())
      for (const { id, centre, sideMm } of tagsOf(sheet, paper))
        expectTag(pages[i] as Page, size, id, centre.x, centre.y, sideMm)
  })

  it('have no hairline within a row: neighbouring black modules are one rectangle, and none overlap', () => {
    const gaps = readBack().flatMap(({ fills }) =>
      fills.flatMap((one) =>
        fills
          .filter((other) => other !== one && Math.abs(one.bottom - other.bottom) < 0.01)
          .map((other) => Math.max(one.left, other.left) - Math.min(one.left + one.w, other.left + other.w)),
      ),
    )
    expect(gaps.length).toBeGreaterThan(0)
    expect(Math.min(...gaps)).toBeGreaterThan(1)
  })

  it('have a square of 50 mm in the middle to check with a ruler, whatever the paper', () => {
    for (const { outlines } of readBack().slice(0, 5)) {
      expect(outlines).toHaveLength(1)
      const [square] = outlines as [Box]
      for (const [value, wanted] of [
        [square.w, 50],
        [square.h, 50],
        [square.left, size.w / 2 - 25],
        [square.bottom, size.h / 2 - 25],
      ] as const)
        expect(value).toBeCloseTo(wanted, 3)
    }
  })

  it('say their letter and where to lay them, in words that lie on no tag and on the paper', () => {
    const pages = readBack()
    for (const [i, sheet] of sheetNames.entries()) {
      const { texts, fills } = pages[i] as Page
      expect(texts.map((each) => each.words)).toEqual([sheet, words.places[sheet], 'fifty'])
      expect(texts[0]?.size).toBeGreaterThan(5 * (texts[1]?.size ?? 0))
      for (const { left, base, size: high } of texts) {
        expect(left).toBeGreaterThan(8)
        expect(left).toBeLessThan(size.w / 2)
        expect(base).toBeGreaterThan(8)
        expect(base + high).toBeLessThan(size.h)
        // Legible at arm's length.
        expect(high).toBeGreaterThan(3)
        expect(isBlackAt({ fills }, left + 0.01, base + 0.01)).toBe(false)
      }
      // The letter stands above the words, these above the square, and its caption below it.
      const heights = texts.map(({ base }) => (base - size.h / 2) / scale)
      expect(heights[0]).toBeGreaterThan(heights[1] ?? NaN)
      expect(heights[1]).toBeGreaterThan(25 / scale)
      expect(heights[2]).toBeLessThan(-25 / scale)
    }
  })

  it('end with four stickers of 60 mm in a row of two each, each within a line to cut along', () => {
    const page = readBack()[5] as Page
    expect(page.texts.map((each) => each.words)).toEqual(['cut out'])
    expect(page.texts[0]?.left).toBeLessThan(size.w / 2)
    expect(page.outlines).toHaveLength(4)
    for (const [i, line] of page.outlines.entries()) {
      // One module of white on each side: 60 · 9/7.
      expect(line.w).toBeCloseTo((60 * 9) / 7, 2)
      expect(line.h).toBeCloseTo((60 * 9) / 7, 2)
      const centre = { x: line.left + line.w / 2 - size.w / 2, y: size.h / 2 - line.bottom - line.h / 2 }
      expect([Math.sign(centre.x), Math.sign(centre.y)]).toEqual([i % 2 === 0 ? -1 : 1, i < 2 ? -1 : 1])
      expectTag(page, size, 20 + i, centre.x, centre.y, 60)
      expect(line.left).toBeGreaterThan(8)
      expect(line.bottom).toBeGreaterThan(8)
      // Room to cut between two of them.
      expect(Math.abs(centre.x)).toBeGreaterThan(line.w / 2 + 1)
      expect(Math.abs(centre.y)).toBeGreaterThan(line.h / 2 + 1)
    }
  })
})

it('the words on A3 are those on A4 enlarged by √2, as the tags are', () => {
  const [small, large] = [pagesOf(textOf('A4')), pagesOf(textOf('A3'))]
  for (const [i, { texts }] of small.slice(0, 5).entries())
    for (const [k, text] of texts.entries()) {
      const other = large[i]?.texts[k]
      expect(other?.size).toBeCloseTo(text.size * Math.SQRT2, 2)
      expect((other?.left ?? NaN) - 420 / 2).toBeCloseTo((text.left - 297 / 2) * Math.SQRT2, 2)
      expect((other?.base ?? NaN) - 297 / 2).toBeCloseTo((text.base - 210 / 2) * Math.SQRT2, 2)
    }
})

describe('the PDF', () => {
  it('is printed at its true size: viewers are asked not to scale it', () => {
    expect(textOf('A4')).toMatch(/\/ViewerPreferences << \/PrintScaling \/None >>/)
  })

  it('has objects whose numbers, pages and contents refer to each other', () => {
    const text = textOf('A4')
    expect(text.startsWith('%PDF-1.4\n')).toBe(true)
    expect(text.endsWith('%%EOF\n')).toBe(true)
    const objects = new Map(
      [...text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, id, body]) => [id, body ?? '']),
    )
    expect([...objects.keys()]).toEqual(Array.from({ length: 15 }, (_, i) => `${i + 1}`))
    expect(text).toContain('/Size 16 /Root 1 0 R')
    expect(text).toContain('xref\n0 16\n')
    const catalogue = objects.get('1') ?? ''
    const tree = objects.get(/\/Pages (\d+) 0 R/.exec(catalogue)?.[1] ?? '') ?? ''
    expect(tree).toContain('/Count 6 ')
    const kids = [...(/\/Kids \[(.*)\]/.exec(tree)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) =>
      objects.get(id ?? ''),
    )
    expect(kids).toHaveLength(6)
    for (const page of kids) {
      expect(page).toMatch(/\/Type \/Page \/Parent 2 0 R/)
      const contents = objects.get(/\/Contents (\d+) 0 R/.exec(page ?? '')?.[1] ?? '') ?? ''
      const [, length, stream] = /^<< \/Length (\d+) >>\nstream\n([\s\S]*)\nendstream$/.exec(contents) ?? []
      expect(stream).toHaveLength(Number(length))
      expect(objects.get(/\/Font << \/F (\d+) 0 R/.exec(page ?? '')?.[1] ?? '')).toContain('/Type /Font')
    }
  })

  it('has a cross-reference table that names where each object begins', () => {
    const text = textOf('A4')
    const table = Number(/startxref\n(\d+)\n/.exec(text)?.[1])
    expect(text.slice(table, table + 5)).toBe('xref\n')
    const entries = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)]
    expect(entries).toHaveLength(15)
    for (const [i, [, start]] of entries.entries())
      expect(text.slice(Number(start)).startsWith(`${i + 1} 0 obj\n`)).toBe(true)
  })

  it('escapes brackets and backslashes, keeps Latin accents as one byte, and leaves other letters out', () => {
    const said = { ...words, checkSquare: String.raw`één (1) \ naïef`, stickers: 'Łódź 見 – ok' }
    const pages = pagesOf(textOf('A4', said))
    expect(pages[0]?.texts[2]?.words).toBe(String.raw`één \(1\) \\ naïef`)
    expect(pages[5]?.texts[0]?.words).toBe('ód   ok')
    expect(textOf('A4', { ...words, stickers: 'two\nlines' })).toContain('(twolines)')
    // é in WinAnsi.
    expect(sheetPdf('A4', { ...words, stickers: 'é' })).toContain(0xe9)
  })
})
