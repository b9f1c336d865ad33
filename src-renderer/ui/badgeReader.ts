// Tells a badge from typing. A reader types the badge's number as a keyboard would, only faster than any hand.

/** Readers send a key at least this often, in ms; hands do not. */
const longestGapMs = 55
/** A key that is processed late was still pressed in time: so long may pass before what is held is let go, in ms. */
export const settlesAfterMs = 150
const shortestBadge = 4
const longestBadge = 40

/** What a key turned out to be: part of something that is not known yet, the end of a badge, or a key like any other. */
export type Heard =
  | { readonly kind: 'held' }
  | { readonly kind: 'badge'; readonly badge: string }
  | { readonly kind: 'other' }

/**
 * Listens key by key. Characters are held back until it is known whether a badge or a hand sent them, so that no digit of
 * a badge ever lands in a field.
 * @param onTyped told of each character that a hand typed, once that is certain
 */
export function createBadgeReader(onTyped: (character: string) => void) {
  let held = ''
  let lastAtMs = Number.NEGATIVE_INFINITY

  function release(): void {
    const characters = held
    held = ''
    // Too fast for a hand but without an end: a torn badge, which nobody should see.
    if (characters.length >= shortestBadge) return
    for (const character of characters) onTyped(character)
  }

  return {
    /** Takes a key by its name in `KeyboardEvent.key`, with the time it was pressed in ms. */
    hear: (key: string, atMs: number): Heard => {
      if (atMs - lastAtMs > longestGapMs) release()
      lastAtMs = atMs
      if (key.length === 1 && key !== ' ') {
        held += key
        return { kind: 'held' }
      }
      const badge = held
      const ends = key === 'Enter' || key === 'Tab'
      if (ends && badge.length >= shortestBadge) {
        held = ''
        return badge.length <= longestBadge ? { kind: 'badge', badge } : { kind: 'held' }
      }
      if (key.length > 1 && !ends) return { kind: 'other' }
      release()
      return { kind: 'other' }
    },
    /** Lets go of what is held: nothing came after it for `settlesAfterMs`. */
    settle: release,
  }
}
