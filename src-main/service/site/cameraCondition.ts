// Whether the camera over the table delivers pictures. What light or an arm hides is no fault of the bench.
import type { SightState } from '../../../src-domain/perception/interaction.schema.ts'
import type { Troubles } from '../troubles.ts'

const lost: readonly SightState[] = ['noCamera', 'cameraBusy', 'permissionRefused', 'unplugged', 'frozen']

/** Takes in each report of perception about its sight. */
export const createCameraCondition =
  ({ raise, clear }: Pick<Troubles, 'raise' | 'clear'>) =>
  (state: SightState): void => {
    if (lost.includes(state)) raise('cameraLost', `The camera delivers no pictures (${state}).`)
    else clear('cameraLost')
  }
