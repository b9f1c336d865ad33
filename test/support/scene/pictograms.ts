// A few simple pictograms as contents of the panel.
const svg = (inner: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 100 100" fill="none" stroke="#1f2a30" stroke-width="4" stroke-linejoin="round" stroke-linecap="round">${inner}</svg>`,
  )}`

const bin = '<path d="M14 52 H86 L78 90 H22 Z" fill="#d9e4e8"/>'
const screw =
  '<path d="M40 18 H60 Q64 18 64 23 V28 H36 V23 Q36 18 40 18 Z" fill="#8fa2ab"/><path d="M44 28 V62 L50 70 L56 62 V28 Z" fill="#c3d0d6"/><path d="M44 37 L56 33 M44 46 L56 42 M44 55 L56 51"/>'

export const pictograms = {
  pick: svg(`${screw}${bin}<path d="M50 46 V10 M38 21 L50 9 L62 21" stroke="#18804b" stroke-width="6"/>`),
  place: svg(
    '<path d="M10 62 H90 V84 H10 Z" fill="#d9e4e8"/><path d="M28 34 H72 L66 58 H34 Z" fill="#f0c464"/><path d="M50 8 V28 M40 19 L50 29 L60 19" stroke="#18804b" stroke-width="6"/>',
  ),
  check: svg(
    '<circle cx="44" cy="44" r="27" fill="#e5f2ea"/><path d="M64 64 L88 88" stroke-width="9"/><path d="M32 45 L41 54 L57 36" stroke="#18804b" stroke-width="6"/>',
  ),
  part: svg(screw),
} as const
