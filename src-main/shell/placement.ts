// Which display is the projector, and which is the side screen. Pure, so that it can be tested without displays.
import type { RememberedDisplay } from './settings.ts'

export type DisplayFacts = {
  readonly id: number
  readonly label: string
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export type Placement<Display extends DisplayFacts> = {
  /** Null while there is only one display: then there is no projector, and no table window. */
  readonly projector: Display | null
  readonly sideScreen: Display
}

/**
 * The remembered projector when it is there (same id, or same label and size), else any display that is not the primary.
 * @throws when there is no display at all.
 */
export function placeWindows<Display extends DisplayFacts>(
  displays: readonly Display[],
  primaryId: number,
  remembered: RememberedDisplay | null,
): Placement<Display> {
  const primary = displays.find(({ id }) => id === primaryId) ?? displays[0]
  if (!primary) throw new Error('There is no display to show anything on.')
  if (displays.length === 1) return { projector: null, sideScreen: primary }
  const projector =
    displays.find(({ id }) => id === remembered?.id) ??
    displays.find((display) => remembered !== null && looksLike(display, remembered)) ??
    displays.find(({ id }) => id !== primary.id) ??
    null
  const sideScreen = displays.find(({ id }) => id !== projector?.id) ?? primary
  return { projector, sideScreen: projector?.id === primary.id ? sideScreen : primary }
}

const looksLike = ({ label, bounds }: DisplayFacts, remembered: RememberedDisplay): boolean =>
  label === remembered.label && bounds.width === remembered.width && bounds.height === remembered.height

export const rememberDisplay = ({ id, label, bounds }: DisplayFacts): RememberedDisplay => ({
  id,
  label,
  width: bounds.width,
  height: bounds.height,
})

/** What a key says while every display shows its number, counted from 1: one of so many, to leave all as it is, or nothing. */
export function displayOfKey(key: string, count: number): number | 'leave' | null {
  if (key === 'Escape') return 'leave'
  const number = /^[1-9]$/.test(key) ? Number(key) : 0
  return number >= 1 && number <= count ? number : null
}
