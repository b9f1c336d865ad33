// An allowlist for SVG: a file made only of the elements and attributes listed here can neither run scripts nor load resources.
import { SaxesParser, type SaxesTagNS } from 'saxes'

const svgNamespace = 'http://www.w3.org/2000/svg'
const limits = { bytes: 500_000, elements: 5000, depth: 24, findings: 5, side: 4096 } as const

const numbers = /^[\d\s.,eE+%-]*$/
const length = /^[\d.eE+-]+(px|mm|%)?$/
const paint = /^(none|currentColor|[a-zA-Z]{1,30}|#[0-9a-fA-F]{3,8}|rgba?\([\d\s.,%]*\)|url\(#[A-Za-z][\w-]{0,63}\))$/
const reference = /^(none|url\(#[A-Za-z][\w-]{0,63}\))$/
const keyword = /^[a-zA-Z]{1,30}( [a-zA-Z]{1,30})?$/
const transform = /^\s*(?:(?:matrix|translate|scale|rotate|skewX|skewY)\([\d\s.,eE+-]*\)[\s,]*)*$/
const pathData = /^[MmZzLlHhVvCcSsQqTtAa\d\s.,eE+-]*$/

const attributesByForm: readonly (readonly [RegExp, string])[] = [
  [numbers, 'x y x1 y1 x2 y2 cx cy r rx ry fx fy viewBox points offset opacity fill-opacity stroke-opacity'],
  [numbers, 'stop-opacity stroke-width stroke-miterlimit stroke-dasharray stroke-dashoffset version'],
  [length, 'width height'],
  [paint, 'fill stroke stop-color color'],
  [reference, 'clip-path'],
  [
    keyword,
    'fill-rule clip-rule stroke-linecap stroke-linejoin gradientUnits clipPathUnits spreadMethod preserveAspectRatio',
  ],
  [transform, 'transform gradientTransform'],
  [pathData, 'd'],
  [/^[A-Za-z][\w-]{0,63}$/, 'id'],
]
const formOf = new Map(
  attributesByForm.flatMap(([form, names]) => names.split(' ').map((name) => [name, form] as const)),
)

const elements = new Set(
  'svg g defs title desc path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath'.split(
    ' ',
  ),
)

/** What keeps the file from being a plain drawing, each with its line; empty when it is one. Never throws. */
export function svgProblems(bytes: Uint8Array): readonly string[] {
  if (bytes.length > limits.bytes) return [`${bytes.length} bytes are more than ${limits.bytes} for a drawing`]
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return ['the text is not UTF-8']
  }
  const findings: string[] = []
  const parser = new SaxesParser({ xmlns: true, position: true })
  const say = (finding: string) => findings.push(`line ${parser.line}: ${finding.slice(0, 120)}`)
  let count = 0
  let depth = 0
  parser.on('error', (error) => findings.push(`this is not XML: ${error.message}`))
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (encoding.toLowerCase() !== 'utf-8') say(`the encoding ${encoding} is not allowed`)
  })
  parser.on('doctype', () => say('a document type is not allowed'))
  parser.on('processinginstruction', ({ target }) => say(`the instruction <?${target}?> is not allowed`))
  parser.on('opentag', (tag) => {
    count += 1
    depth += 1
    for (const finding of tagFindings(tag, depth === 1)) say(finding)
    if (count === limits.elements) say(`more than ${limits.elements} elements`)
    if (depth === limits.depth) say(`elements more than ${limits.depth} deep`)
  })
  parser.on('closetag', () => {
    depth -= 1
  })
  for (let at = 0; at < text.length && findings.length < limits.findings; at += 4096) {
    parser.write(text.slice(at, at + 4096))
  }
  if (findings.length === 0) parser.close()
  return findings.slice(0, limits.findings)
}

function tagFindings(tag: SaxesTagNS, isRoot: boolean): readonly string[] {
  if (tag.uri !== svgNamespace || tag.prefix !== '' || !elements.has(tag.local)) {
    return [`the element <${tag.name}> is not allowed`]
  }
  if (isRoot !== (tag.local === 'svg')) return ['there must be one <svg>, around everything else']
  const attributes = Object.values(tag.attributes).filter(
    ({ name, value }) => name !== 'xmlns' || value !== svgNamespace,
  )
  const findings = attributes.flatMap(({ name, value, uri }) => {
    const form = uri === '' ? formOf.get(name) : undefined
    if (form === undefined) return [`the attribute ${name} is not allowed`]
    return form.test(value) ? [] : [`the attribute ${name} holds more than it may`]
  })
  return isRoot ? [...findings, ...sideFindings(tag)] : findings
}

/** A drawing scales to where it is shown; its own width and height must not require an excessive number of pixels. */
function sideFindings({ attributes }: SaxesTagNS): readonly string[] {
  const [, , width = 0, height = 0] = (attributes['viewBox']?.value ?? '').split(/[\s,]+/).map(Number)
  if (!(width > 0 && height > 0)) return ['<svg> needs a viewBox with a width and a height']
  const sides = [width, height, ...['width', 'height'].map((name) => sidePx(attributes[name]?.value ?? '1'))]
  return sides.every((side) => side <= limits.side) ? [] : [`<svg> is wider or higher than ${limits.side}`]
}

/** Converts a length to CSS pixels, 96 per inch. */
const sidePx = (written: string): number => Number.parseFloat(written) * (written.endsWith('mm') ? 96 / 25.4 : 1)
