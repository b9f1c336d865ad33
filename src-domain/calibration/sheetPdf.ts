// Generates the printed sheets as a PDF directly: rectangles and a few words need no library.
import {
  checkSquareMm,
  isWhite,
  type PaperName,
  papers,
  type SheetName,
  sheetNames,
  staySideMm,
  stayTags,
  tagModules,
  tagsOf,
} from './tagSheet.ts'

export type SheetWords = {
  /** Per sheet, where to lay it. */
  readonly places: Readonly<Record<SheetName, string>>
  readonly checkSquare: string
  readonly stickers: string
}

const pointsPerMm = 72 / 25.4

/**
 * A PDF of six landscape pages: sheets A to E, and the permanent stickers. Words must be in Latin letters (the standard fonts'
 * WinAnsi encoding); other characters are left out.
 */
export function sheetPdf(paper: PaperName, words: SheetWords): Uint8Array {
  const { w, h } = papers[paper]
  const pages = [...sheetNames.map((sheet) => sheetPage(sheet, paper, words)), stickerPage(paper, words)]
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /PrintScaling /None >> >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${number(w * pointsPerMm)} ${number(h * pointsPerMm)}] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  let text = '%PDF-1.4\n'
  const starts = objects.map((object, i) => {
    const start = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  text += starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

/** Drawing operators on landscape paper, from its centre in mm, x right and y down. */
function drawer(paper: PaperName) {
  const { w, h } = papers[paper]
  const lines: string[] = []
  const x = (mm: number): string => number((mm + w / 2) * pointsPerMm)
  const y = (mm: number): string => number((h / 2 - mm) * pointsPerMm)
  return {
    fill: (left: number, top: number, width: number, height: number) => {
      lines.push(`${x(left)} ${y(top + height)} ${number(width * pointsPerMm)} ${number(height * pointsPerMm)} re f`)
    },
    outline: (left: number, top: number, side: number) => {
      lines.push(`0.6 w ${x(left)} ${y(top + side)} ${number(side * pointsPerMm)} ${number(side * pointsPerMm)} re S`)
    },
    write: (words: string, left: number, base: number, sizeMm: number) => {
      const safe = words.replace(/[^\x20-\xff]/g, '').replace(/[\\()]/g, '\\$&')
      lines.push(`BT /F ${number(sizeMm * pointsPerMm)} Tf ${x(left)} ${y(base)} Td (${safe}) Tj ET`)
    },
    content: () => lines.join('\n'),
  }
}

function sheetPage(sheet: SheetName, paper: PaperName, words: SheetWords): string {
  const draw = drawer(paper)
  const { scale } = papers[paper]
  for (const { id, centre, sideMm } of tagsOf(sheet, paper)) drawTag(draw, id, centre.x, centre.y, sideMm)
  draw.write(sheet, -12 * scale, -60 * scale, 34 * scale)
  draw.write(words.places[sheet], -46 * scale, -50 * scale, 5 * scale)
  draw.outline(-checkSquareMm / 2, -checkSquareMm / 2, checkSquareMm)
  draw.write(words.checkSquare, -48 * scale, 36 * scale, 3.6 * scale)
  return draw.content()
}

function stickerPage(paper: PaperName, words: SheetWords): string {
  const draw = drawer(paper)
  const apart = staySideMm * 1.45
  for (const [i, id] of stayTags.entries()) {
    const centreX = (i % 2 === 0 ? -0.5 : 0.5) * apart
    const centreY = (i < 2 ? -0.5 : 0.5) * apart
    const border = staySideMm * (1 + 2 / tagModules)
    draw.outline(centreX - border / 2, centreY - border / 2, border)
    drawTag(draw, id, centreX, centreY, staySideMm)
  }
  draw.write(words.stickers, -90, 98, 5)
  return draw.content()
}

function drawTag(draw: ReturnType<typeof drawer>, id: number, x: number, y: number, sideMm: number): void {
  const module = sideMm / tagModules
  // Runs of black modules are drawn as one rectangle, so that no hairline shows between modules.
  for (let row = 0; row < tagModules; row++) {
    for (let column = 0; column < tagModules; ) {
      let end = column
      while (end < tagModules && !isWhite(id, row - 1, end - 1)) end += 1
      if (end > column)
        draw.fill(x - sideMm / 2 + column * module, y - sideMm / 2 + row * module, (end - column) * module, module)
      column = Math.max(end, column + 1)
    }
  }
}

const number = (value: number): string => (Math.round(value * 1000) / 1000).toString()
