// Assigns displays to projectors and side screen. Pure, so that it can be tested without displays.
import type { RememberedDisplay } from './settings.ts'

export type DisplayFacts = {
  readonly id: number
  readonly label: string
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export type Placement<Display extends DisplayFacts> = {
  /** Null while there is only one display: then there is no projector, and no table window. */
  readonly projector: Display | null
  /** A second projector for the same table; null unless one was chosen and is connected. */
  readonly second: Display | null
  readonly sideScreen: Display
}

/** The stored choices, by projector. */
export type Remembered = { readonly projector: RememberedDisplay | null; readonly second: RememberedDisplay | null }

/**
 * The stored projector when it is connected (same id, or same label and size), else any display that is not the primary. A second
 * one only when it was chosen, and when a display is left for the side screen.
 * @throws when there is no display at all.
 */
export function placeWindows<Display extends DisplayFacts>(
  displays: readonly Display[],
  primaryId: number,
  remembered: Remembered,
): Placement<Display> {
  const primary = displays.find(({ id }) => id === primaryId) ?? displays[0]
  if (!primary) throw new Error('There is no display to show anything on.')
  if (displays.length === 1) return { projector: null, second: null, sideScreen: primary }
  const isSecond = (display: Display) => recalled(displays, remembered.second)?.id === display.id
  const projector =
    recalled(displays, remembered.projector) ??
    displays.find((display) => display.id !== primary.id && !isSecond(display)) ??
    displays.find(({ id }) => id !== primary.id) ??
    null
  const others = displays.filter(({ id }) => id !== projector?.id)
  const second = others.length > 1 ? (others.find(isSecond) ?? null) : null
  const screens = others.filter(({ id }) => id !== second?.id)
  return { projector, second, sideScreen: screens.find(({ id }) => id === primary.id) ?? screens[0] ?? primary }
}

/** The stored display among those connected, by its id or else by label and size. */
const recalled = <Display extends DisplayFacts>(
  displays: readonly Display[],
  remembered: RememberedDisplay | null,
): Display | undefined =>
  displays.find(({ id }) => id === remembered?.id) ??
  displays.find((display) => remembered !== null && looksLike(display, remembered))

/** What to store for the projector in use; a substitute for a disconnected one is not stored. */
export function toRemember(inUse: DisplayFacts, remembered: RememberedDisplay | null): RememberedDisplay {
  const isStandIn = remembered !== null && inUse.id !== remembered.id && !looksLike(inUse, remembered)
  return isStandIn ? remembered : rememberDisplay(inUse)
}

const looksLike = ({ label, bounds }: DisplayFacts, remembered: RememberedDisplay): boolean =>
  label === remembered.label && bounds.width === remembered.width && bounds.height === remembered.height

/** What is stored to recognise a display later. */
export const rememberDisplay = ({ id, label, bounds }: DisplayFacts): RememberedDisplay => ({
  id,
  label,
  width: bounds.width,
  height: bounds.height,
})

/**
 * The meaning of a key while every display shows its number, counted from 1: the number of a display, `none`, `leave` (no
 * change), or null for other keys.
 */
export function displayOfKey(key: string, count: number): number | 'none' | 'leave' | null {
  if (key === 'Escape') return 'leave'
  if (key === '0') return 'none'
  const number = /^[1-9]$/.test(key) ? Number(key) : 0
  return number >= 1 && number <= count ? number : null
}
