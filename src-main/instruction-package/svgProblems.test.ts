// Drawings with shapes only are accepted; anything that could run, load or exhaust resources is refused.
import { describe, expect, it } from 'vitest'
import { svgProblems } from './svgProblems.ts'

const problemsOf = (text: string) => svgProblems(new TextEncoder().encode(text))
const svg = (inner: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${attributes}>${inner}</svg>`

describe('a plain drawing', () => {
  it.each([
    [
      'shapes',
      '<rect x="1" y="1" width="2" height="2" rx=".5"/><circle cx="5" cy="5" r="1e0"/><polygon points="0,0 1,1 2,0"/>',
    ],
    ['a path', '<path d="M1-1.5e1l2 2A1 1 0 0 1 3 3z" fill="#FfD152" fill-rule="evenodd" stroke-linecap="round"/>'],
    [
      'groups that are moved',
      '<g transform="translate(1 2) rotate(-90) scale(-1 1)"><g transform="matrix(1,0,0,1,0,0)"/></g>',
    ],
    [
      'a gradient of its own',
      '<defs><linearGradient id="a" gradientUnits="userSpaceOnUse"><stop offset="50%" stop-color="red"/></linearGradient></defs><path d="M0 0" fill="url(#a)"/>',
    ],
    ['a clip of its own', '<clipPath id="c"><path d="M0 0h9v9z"/></clipPath><g clip-path="url(#c)"/>'],
    ['a title, a comment and entities', '<title>Nut &amp; bolt &#38;</title><!-- drawn by hand --><desc/>'],
  ])('may have %s', (_, inner) => {
    expect(problemsOf(svg(inner))).toEqual([])
  })

  it('may begin with an XML declaration, a byte order mark and a size', () => {
    expect(
      problemsOf(`\uFEFF<?xml version="1.0" encoding="utf-8"?>\n${svg('', ' width="64mm" height="64px"')}`),
    ).toEqual([])
  })
})

const elements = [
  '<script>alert(1)</script>',
  '<script href="https://example.org/a.js"/>',
  '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
  '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
  '<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/>',
  '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></foreignObject>',
  '<image href="https://example.org/a.png"/>',
  '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
  '<feImage href="https://example.org/a.png"/>',
  '<use href="#a"/>',
  '<use href="https://example.org/a.svg#a"/>',
  '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
  '<style>@import url(https://example.org/a.css);</style>',
  '<animate attributeName="href" values="javascript:alert(1)"/>',
  '<set attributeName="onmouseover" to="alert(1)"/>',
  '<animateTransform attributeName="transform"/>',
  '<handler xmlns="http://www.w3.org/2001/xml-events" type="application/ecmascript">alert(1)</handler>',
  '<listener event="load" handler="#a"/>',
  '<text>Pak de huls</text>',
  '<filter id="a"/>',
  '<mask id="a"/>',
  '<pattern id="a"/>',
  '<marker id="a"/>',
  '<symbol id="a"/>',
  '<switch/>',
  '<view id="a"/>',
  '<cursor href="https://example.org/a.cur"/>',
  '<discard/>',
  '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
  '<svg/>',
  '<video src="https://example.org/a.webm"/>',
  '<SCRIPT>alert(1)</SCRIPT>',
]

const attributes = [
  'onload="alert(1)"',
  'onclick="alert(1)"',
  'ONLOAD="alert(1)"',
  'onbegin="alert(1)"',
  'style="background:url(https://example.org)"',
  'class="a"',
  'href="javascript:alert(1)"',
  'xlink:href="javascript:alert(1)" xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xml:base="https://example.org/"',
  'filter="url(#a)"',
  'mask="url(https://example.org/a#b)"',
  'cursor="url(https://example.org/a.cur)"',
  'fill="url(https://example.org/a#b)"',
  'fill="url(#a) url(https://example.org)"',
  'fill="url(&#x23;a)x"',
  'fill="URL(https://example.org)"',
  'fill="expression(alert(1))"',
  'fill="red;background:url(a)"',
  'stroke="\\75rl(https://example.org)"',
  'clip-path="url(data:image/svg+xml,a#b)"',
  'clip-path="polygon(0 0)"',
  'transform="translate(1) url(a)"',
  `transform="${'rotate(1)  '.repeat(60)}!"`,
  'd="M0 0 javascript:alert(1)"',
  'width="calc(1px + 2px)"',
  'opacity="var(--a)"',
  'id="a b"',
  'data-x="1"',
  'src="https://example.org"',
  'requiredExtensions="https://example.org"',
  'xmlns:evil="https://example.org"',
]

describe('an SVG with more than a plain drawing', () => {
  it.each(elements)('is refused for the element %s', (element) => {
    expect(problemsOf(svg(element)).join()).toMatch(/is not allowed|one <svg>|is not XML/)
  })

  it.each(attributes)('is refused for the attribute %s', (attribute) => {
    expect(problemsOf(svg(`<path d="M0 0" ${attribute}/>`)).join()).toMatch(/not allowed|more than it may|is not XML/)
    expect(problemsOf(svg('', ` ${attribute}`)).join()).not.toBe('')
  })

  it.each([
    ['another document', '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>'],
    ['entities that multiply', `<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${svg('&b;')}`],
    ['another namespace', '<svg xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 1 1"/>'],
    ['no namespace', '<svg viewBox="0 0 1 1"/>'],
    ['no frame', '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'],
    ['a frame of no size', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 10"/>'],
    ['a size in the millions', svg('', ' height="1000000"')],
    ['a size beyond numbers', svg('', ' width="1e999"')],
    ['no end', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">'],
    ['two drawings', svg('') + svg('')],
    ['no text', ''],
    ['a size in metres', svg('', ' width="2000mm"')],
    ['another encoding', '\u0000<\u0000s\u0000v\u0000g'],
    ['an encoding that reads otherwise', `<?xml version="1.0" encoding="iso-2022-jp"?>${svg('')}`],
  ])('is refused when it has %s', (_, text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0)
  })

  it('is refused when it has too many elements, too many levels or too many bytes', () => {
    expect(problemsOf(svg('<g/>'.repeat(5000)))).toEqual([expect.stringContaining('more than 5000 elements')])
    expect(problemsOf(svg('<g>'.repeat(30) + '</g>'.repeat(30)))).toEqual([expect.stringContaining('24 deep')])
    expect(problemsOf(svg(`<desc>${'a'.repeat(500_000)}</desc>`))).toEqual([expect.stringContaining('for a drawing')])
  })

  it('is reported with at most five problems at a time', () => {
    expect(problemsOf(svg('<a/>'.repeat(50))).length).toBe(5)
  })
})
