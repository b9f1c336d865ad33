// Which camera looks at the table: chosen once, found again after a restart and after being plugged in elsewhere.
import { z } from 'zod'

/** A camera by what the browser knows it by. Ids change when a profile is reset; labels stay. */
const cameraChoiceSchema = z.strictObject({ deviceId: z.string().min(1), label: z.string() })
export type CameraChoice = Readonly<z.infer<typeof cameraChoiceSchema>>

const memoryKey = 'handwijzer.camera'

/** The part of the browser's storage that the memory needs. */
type Memory = Pick<Storage, 'getItem' | 'setItem'>

/** The camera chosen last on this bench, or null. */
export function rememberedCamera(memory: Memory): CameraChoice | null {
  const kept = memory.getItem(memoryKey)
  if (kept === null) return null
  try {
    return cameraChoiceSchema.safeParse(JSON.parse(kept)).data ?? null
  } catch {
    return null
  }
}

export function rememberCamera(memory: Memory, choice: CameraChoice): void {
  memory.setItem(memoryKey, JSON.stringify(choice))
}

/** The cameras that are plugged in. Their labels are empty until the camera was allowed once. */
export async function listCameras(devices: Pick<MediaDevices, 'enumerateDevices'>): Promise<readonly CameraChoice[]> {
  const all = await devices.enumerateDevices()
  return all.filter(({ kind }) => kind === 'videoinput').map(({ deviceId, label }) => ({ deviceId, label }))
}

/**
 * The camera to open: the chosen one by its id, else by its label; the first when none was chosen yet. Null when the chosen one is not there:
 * another camera may look at a face, not at the table.
 */
export function findCamera(available: readonly CameraChoice[], chosen: CameraChoice | null): CameraChoice | null {
  if (chosen === null) return available[0] ?? null
  const byId = available.find(({ deviceId }) => deviceId === chosen.deviceId)
  return byId ?? available.find(({ label }) => label !== '' && label === chosen.label) ?? null
}
