// Reads the two rigged hand models from their package, for tests without a browser.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import { type HandModel, parseHandModel } from '../../../src-renderer/virtual-bench/hand/handModel.ts'

async function read(side: Hand): Promise<HandModel> {
  const path = createRequire(import.meta.url).resolve(
    `@webxr-input-profiles/assets/dist/profiles/generic-hand/${side}.glb`,
  )
  const bytes = await readFile(path)
  return parseHandModel(side, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}

/** Both hands. */
export const readHands = async (): Promise<Record<Hand, HandModel>> => ({
  left: await read('left'),
  right: await read('right'),
})
