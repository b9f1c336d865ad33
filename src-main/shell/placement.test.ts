import { describe, expect, it } from 'vitest'
import { displayOfKey, placeWindows, rememberDisplay, toRemember } from './placement.ts'

const display = (id: number, label: string, x: number, width = 1920, height = 1080) => ({
  id,
  label,
  bounds: { x, y: 0, width, height },
})
const screen = display(1, 'DELL', 0)
const projector = display(2, 'EPSON', 1920, 1280, 800)
const television = display(3, 'LG', 3200)
const nobody = { projector: null, second: null }
const only = (first: typeof screen) => ({ projector: rememberDisplay(first), second: null })
const both = { projector: rememberDisplay(projector), second: rememberDisplay(television) }

describe('which display is the projector', () => {
  it('is none while there is one display', () => {
    expect(placeWindows([screen], 1, only(projector))).toEqual({
      projector: null,
      second: null,
      sideScreen: screen,
    })
  })

  it('is the one that is not the primary, as long as none was chosen', () => {
    expect(placeWindows([screen, projector], 1, nobody)).toEqual({ projector, second: null, sideScreen: screen })
  })

  it('is the remembered one, also among others', () => {
    const placed = placeWindows([screen, television, projector], 1, only(projector))
    expect(placed).toEqual({ projector, second: null, sideScreen: screen })
  })

  it('is recognised by its label and size when the system gave it another id', () => {
    const renamed = { ...projector, id: 77 }
    expect(placeWindows([screen, television, renamed], 1, only(projector)).projector).toBe(renamed)
  })

  it('may be the primary one, and then the side screen is on another', () => {
    expect(placeWindows([screen, projector], 2, only(projector))).toEqual({
      projector,
      second: null,
      sideScreen: screen,
    })
  })

  it('is another one while the remembered one is disconnected', () => {
    expect(placeWindows([screen, television], 1, only(projector)).projector).toBe(television)
  })

  it('is joined by a second one that was chosen, while a display is left for the side screen', () => {
    expect(placeWindows([screen, projector, television], 1, both)).toEqual({
      projector,
      second: television,
      sideScreen: screen,
    })
    expect(placeWindows([screen, projector], 1, both)).toEqual({ projector, second: null, sideScreen: screen })
    expect(placeWindows([television, projector], 2, both)).toEqual({
      projector,
      second: null,
      sideScreen: television,
    })
  })

  it('is only the second when the first is disconnected: it lights the table alone', () => {
    expect(placeWindows([screen, television], 1, both)).toEqual({
      projector: television,
      second: null,
      sideScreen: screen,
    })
  })

  it('is stored with its present data, but a substitute for it is not stored', () => {
    expect(toRemember({ ...projector, id: 77 }, rememberDisplay(projector)).id).toBe(77)
    expect(toRemember(television, rememberDisplay(projector))).toEqual(rememberDisplay(projector))
    expect(toRemember(television, null)).toEqual(rememberDisplay(television))
  })

  it('throws where there is no display', () => {
    expect(() => placeWindows([], 1, nobody)).toThrow('no display')
  })
})

it.each([
  ['2', 2],
  ['3', null],
  ['0', 'none'],
  ['F8', null],
  ['Escape', 'leave'],
] as const)('takes the key %s for %s where two displays show their numbers', (key, chosen) => {
  expect(displayOfKey(key, 2)).toBe(chosen)
})
