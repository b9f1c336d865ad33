// Breaks a short text into lines as large as a place allows, and not smaller than can be read at arm's length.

export type FittedText = { readonly lines: readonly string[]; readonly capMm: number; readonly lineMm: number }

/** The width in mm of a line with capitals `capMm` high. */
export type MeasureText = (line: string, capMm: number) => number

const lineSpacing = 1.85

/**
 * Lines that fit `room` (mm), with capitals between `least` and `most` mm: as large as possible, then as balanced as
 * possible. Text that does not fit at `least` ends in an ellipsis; the voice and the side screen give it in full.
 */
export function fitText(
  words: string,
  room: { readonly w: number; readonly h: number },
  cap: { readonly most: number; readonly least: number },
  measure: MeasureText,
): FittedText {
  for (let capMm = cap.most; capMm > cap.least; capMm--) {
    const lines = breakLines(words, room.w, (line) => measure(line, capMm))
    const fits = textHeight(lines.length, capMm) <= room.h && lines.every((line) => measure(line, capMm) <= room.w)
    if (fits)
      return { lines: evenly(lines, words, room.w, (line) => measure(line, capMm)), capMm, lineMm: lineOf(capMm) }
  }
  const width = (line: string) => measure(line, cap.least)
  const all = breakLines(words, room.w, width).flatMap((line) => cutToWidth(line, room.w, width))
  const count = Math.max(1, Math.floor((room.h - cap.least) / lineOf(cap.least)) + 1)
  const lines =
    all.length <= count ? all : [...all.slice(0, count - 1), withEllipsis(all[count - 1] ?? '', room.w, width)]
  return { lines, capMm: cap.least, lineMm: lineOf(cap.least) }
}

const lineOf = (capMm: number): number => capMm * lineSpacing

/** The height in mm from the top of the first line's capitals to the baseline of the last line. */
export const textHeight = (lines: number, capMm: number): number => capMm + (lines - 1) * lineOf(capMm)

function breakLines(words: string, widthMm: number, width: (line: string) => number): string[] {
  const lines: string[] = []
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last === undefined || width(longer) > widthMm) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** Reflows the text into the same number of lines with the least width, so that no line holds a single word. */
function evenly(lines: string[], words: string, widthMm: number, width: (line: string) => number): string[] {
  let best = lines
  for (let narrower = widthMm; narrower > widthMm / 2; narrower -= widthMm / 40) {
    const broken = breakLines(words, narrower, width)
    if (broken.length > lines.length || broken.some((line) => width(line) > widthMm)) break
    best = broken
  }
  return best
}

function cutToWidth(line: string, widthMm: number, width: (line: string) => number): string[] {
  const pieces = ['']
  for (const letter of line) {
    const longer = (pieces.at(-1) ?? '') + letter
    if (width(longer) > widthMm && longer.length > 1) pieces.push(letter)
    else pieces[pieces.length - 1] = longer
  }
  return pieces
}

function withEllipsis(line: string, widthMm: number, width: (line: string) => number): string {
  let kept = line
  while (kept.length > 1 && width(`${kept}…`) > widthMm) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}
