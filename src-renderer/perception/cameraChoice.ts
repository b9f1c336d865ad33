// Remembers which camera looks at the table, and finds it again after a restart or in another USB port.
import { z } from 'zod'

/** Identifies a camera as the browser does. Ids change when the browser profile is reset; labels stay. */
const cameraChoiceSchema = z.strictObject({ deviceId: z.string().min(1), label: z.string() })
export type CameraChoice = Readonly<z.infer<typeof cameraChoiceSchema>>

const memoryKey = 'handwijzer.camera'

/** The part of the browser's storage that is needed. */
type Memory = Pick<Storage, 'getItem' | 'setItem'>

/** The camera chosen last on this computer, or null. */
export function rememberedCamera(memory: Memory): CameraChoice | null {
  const kept = memory.getItem(memoryKey)
  if (kept === null) return null
  try {
    return cameraChoiceSchema.safeParse(JSON.parse(kept)).data ?? null
  } catch {
    return null
  }
}

/** Stores the camera as the chosen one. */
export function rememberCamera(memory: Memory, choice: CameraChoice): void {
  memory.setItem(memoryKey, JSON.stringify(choice))
}

/** The connected cameras. Their labels are empty until the user has allowed access once. */
export async function listCameras(devices: Pick<MediaDevices, 'enumerateDevices'>): Promise<readonly CameraChoice[]> {
  const all = await devices.enumerateDevices()
  return all.filter(({ kind }) => kind === 'videoinput').map(({ deviceId, label }) => ({ deviceId, label }))
}

/**
 * The camera to open: the chosen one by its id, else by its label; the first one when none was chosen. Null when the
 * chosen one is not connected: another camera could show a face instead of the table.
 */
export function findCamera(available: readonly CameraChoice[], chosen: CameraChoice | null): CameraChoice | null {
  if (chosen === null) return available[0] ?? null
  const byId = available.find(({ deviceId }) => deviceId === chosen.deviceId)
  return byId ?? available.find(({ label }) => label !== '' && label === chosen.label) ?? null
}
