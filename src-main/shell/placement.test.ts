import { describe, expect, it } from 'vitest'
import { displayOfKey, placeWindows, rememberDisplay } from './placement.ts'

const display = (id: number, label: string, x: number, width = 1920, height = 1080) => ({
  id,
  label,
  bounds: { x, y: 0, width, height },
})
const screen = display(1, 'DELL', 0)
const projector = display(2, 'EPSON', 1920, 1280, 800)
const television = display(3, 'LG', 3200)

describe('which display is the projector', () => {
  it('is none while there is one display', () => {
    expect(placeWindows([screen], 1, rememberDisplay(projector))).toEqual({ projector: null, sideScreen: screen })
  })

  it('is the one that is not the primary, as long as nobody chose', () => {
    expect(placeWindows([screen, projector], 1, null)).toEqual({ projector, sideScreen: screen })
  })

  it('is the remembered one, also among others', () => {
    const placed = placeWindows([screen, television, projector], 1, rememberDisplay(projector))
    expect(placed).toEqual({ projector, sideScreen: screen })
  })

  it('is known again by its label and size when the system gave it another id', () => {
    const renamed = { ...projector, id: 77 }
    expect(placeWindows([screen, television, renamed], 1, rememberDisplay(projector)).projector).toBe(renamed)
  })

  it('may be the primary one, and then the side screen goes to another', () => {
    expect(placeWindows([screen, projector], 2, rememberDisplay(projector))).toEqual({ projector, sideScreen: screen })
  })

  it('is another one while the remembered one is away', () => {
    expect(placeWindows([screen, television], 1, rememberDisplay(projector)).projector).toBe(television)
  })

  it('cannot be told where there is no display', () => {
    expect(() => placeWindows([], 1, null)).toThrow('no display')
  })
})

it.each([
  ['2', 2],
  ['3', null],
  ['0', null],
  ['F8', null],
  ['Escape', 'leave'],
] as const)('takes the key %s for %s where two displays show their numbers', (key, chosen) => {
  expect(displayOfKey(key, 2)).toBe(chosen)
})
