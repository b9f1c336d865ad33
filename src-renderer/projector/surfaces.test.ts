import { afterEach, expect, it, vi } from 'vitest'
import { isSurfaceOpen, joinSurfaces, type ProjectionState, type Surfaces } from './surfaces.ts'

const open: Surfaces[] = []
const join = (surface: 1 | 2) => {
  const heard: (ProjectionState | 'absent')[] = []
  const hands: number[] = []
  const surfaces = joinSurfaces(surface, {
    onOther: (lighting) => heard.push(lighting),
    onHands: (seen) => hands.push(seen.length),
  })
  open.push(surfaces)
  return { ...surfaces, heard, hands }
}
afterEach(() => {
  for (const surfaces of open.splice(0)) surfaces.close()
})

it('connects the windows of two projectors, in either order of opening, until one is closed', async () => {
  const first = join(1)
  first.say('lighting')
  const second = join(2)
  await vi.waitFor(() => expect(second.heard).toContain('lighting'))
  expect(first.heard.at(-1)).toBe('idle')
  expect(await isSurfaceOpen(2)).toBe(true)

  second.say('alone')
  await vi.waitFor(() => expect(first.heard.at(-1)).toBe('alone'))
  first.showHands([{ points: [], heightMm: 0, speedMmPerS: 0 }])
  await vi.waitFor(() => expect(second.hands).toEqual([1]))

  second.close()
  await vi.waitFor(() => expect(first.heard.at(-1)).toBe('absent'))
  expect(await isSurfaceOpen(2)).toBe(false)
  join(2).say('lighting')
  await vi.waitFor(() => expect(first.heard.at(-1)).toBe('lighting'))
})

it('ignores other windows of its own projector', async () => {
  const first = join(1)
  join(1).say('alone')
  const second = join(2)
  await vi.waitFor(() => expect(second.heard).toContain('alone'))
  expect(first.heard).not.toContain('alone')
})
