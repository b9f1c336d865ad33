// Keys and pedals at the bench: what each asks for.

export type WorkKeyAct = 'doneByKey' | 'doneByPedal' | 'help' | 'pause'

type Key = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey'>

/**
 * What a key asks for, or null. Space and Enter belong to a button that has the focus; a held key asks once.
 * @param onControl true when the focus is on a button or a field
 */
export function workKeyAct(event: Key, onControl: boolean): WorkKeyAct | null {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return null
  switch (event.key) {
    case ' ':
    case 'Enter':
      return onControl ? null : 'doneByKey'
    case 'PageDown':
      return 'doneByPedal'
    case 'F1':
      return 'help'
    case 'F9':
    case 'Pause':
      return 'pause'
    default:
      return null
  }
}
