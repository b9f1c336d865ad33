import { describe, expect, it } from 'vitest'
import { workKeyAct } from './workKeys.ts'

const press = (key: string, changes: object = {}, onControl = false) =>
  workKeyAct({ key, repeat: false, ctrlKey: false, altKey: false, metaKey: false, ...changes }, onControl)

describe('keys and pedals', () => {
  it('say done with space, Enter or a pedal', () => {
    expect(press(' ')).toBe('doneByKey')
    expect(press('Enter')).toBe('doneByKey')
    expect(press('PageDown')).toBe('doneByPedal')
  })

  it('ask for help with F1 and pause with F9 or Pause', () => {
    expect(press('F1')).toBe('help')
    expect(press('F9')).toBe('pause')
    expect(press('Pause')).toBe('pause')
  })

  it('leave space and Enter to the button that has the focus, but never the pedal', () => {
    expect(press('Enter', {}, true)).toBeNull()
    expect(press(' ', {}, true)).toBeNull()
    expect(press('PageDown', {}, true)).toBe('doneByPedal')
  })

  it('ask once, however long a key is held', () => {
    expect(press('PageDown', { repeat: true })).toBeNull()
  })

  it('leave the browser its shortcuts, and letters alone', () => {
    expect(press('F1', { ctrlKey: true })).toBeNull()
    expect(press('a')).toBeNull()
  })
})
