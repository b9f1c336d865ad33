// Loads the two rigged hands of the virtual bench from the application's own files.
import leftHand from '@webxr-input-profiles/assets/dist/profiles/generic-hand/left.glb?url'
import rightHand from '@webxr-input-profiles/assets/dist/profiles/generic-hand/right.glb?url'
import type { Hand } from '../../../src-domain/perception/interaction.schema.ts'
import { type HandModel, loadHandModel } from './handModel.ts'

/**
 * Loads both hands.
 * @throws when one cannot be fetched or read.
 */
export async function loadHandModels(): Promise<Record<Hand, HandModel>> {
  const [left, right] = await Promise.all([loadHandModel('left', leftHand), loadHandModel('right', rightHand)])
  return { left, right }
}
