// Regenerates the pictograms of the sample tasks: node scripts/drawPictograms.ts
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { drawPictograms } from './pictograms/pictograms.ts'

const pictograms = drawPictograms()
for (const { path, svg } of pictograms) {
  await writeFile(fileURLToPath(new URL(`../instructions/samples/${path}`, import.meta.url)), svg)
}
console.log(`${pictograms.length} pictograms drawn.`)
