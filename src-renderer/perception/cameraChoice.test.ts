import { describe, expect, it } from 'vitest'
import { rememberCamera, rememberedCamera } from './cameraChoice.ts'

const memoryWith = (kept: string | null) => {
  let value = kept
  return { getItem: () => value, setItem: (_key: string, next: string) => (value = next) }
}

describe('the remembered camera', () => {
  it('is the one chosen last', () => {
    const memory = memoryWith(null)
    expect(rememberedCamera(memory)).toBeNull()
    rememberCamera(memory, { deviceId: 'b1', label: 'Bench camera' })
    expect(rememberedCamera(memory)).toEqual({ deviceId: 'b1', label: 'Bench camera' })
  })

  it('is none when what was kept cannot be read', () => {
    for (const kept of ['', '{', '{"deviceId":7}', 'null']) expect(rememberedCamera(memoryWith(kept))).toBeNull()
  })
})
