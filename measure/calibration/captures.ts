// Decodes and fits a folder of recorded Gray-code pictures.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { decodeGrayCode, fitGrayCode, type GrayCodeFit } from '../../src-domain/calibration/grayCode.ts'
import { type GreyPicture, greyOf } from '../../src-domain/calibration/greyPicture.ts'

const camera = { width: 1280, height: 1024 }
const projector = { width: 1024, height: 768 }
const bits = 10

/** Fits `00.jpg` … `41.jpg`: ten pairs for the columns, ten for the rows, white and black (see the data's README). */
export function measureCaptures(folder: string): GrayCodeFit {
  const pair = (at: number): [GreyPicture, GreyPicture] => [readPicture(folder, at), readPicture(folder, at + 1)]
  const pairsFrom = (first: number) => Array.from({ length: bits }, (_, bit) => pair(first + 2 * bit))
  const [white, black] = pair(4 * bits)
  const decoded = decodeGrayCode({ columns: pairsFrom(0), rows: pairsFrom(2 * bits), white, black, projector })
  const fit = fitGrayCode(decoded, camera)
  if (!fit) throw new Error(`The pictures in ${folder} show no plane under a Gray code.`)
  return fit
}

function readPicture(folder: string, at: number): GreyPicture {
  const file = join(folder, `${String(at).padStart(2, '0')}.jpg`)
  const size = camera.width * camera.height
  const read = ['-v', 'error', '-i', file, '-f', 'rawvideo', '-pix_fmt', 'gray', '-']
  const bytes = execFileSync('ffmpeg', read, { maxBuffer: 4 * size })
  return greyOf(camera.width, camera.height, bytes)
}
