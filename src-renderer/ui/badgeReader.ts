// Distinguishes a badge from typing. A badge reader sends the badge's number as key presses, faster than a person
// types.

/** The longest interval between two keys of a badge reader, in ms; people type more slowly. */
const longestGapMs = 55
/**
 * After this long without a further key the held characters are released, in ms. Longer than `longestGapMs`, because a
 * key may be processed late.
 */
export const settlesAfterMs = 150
const shortestBadge = 4
const longestBadge = 40

/** What a key turned out to be: `held` is not decided yet, `badge` completes a badge, `other` is any other key. */
export type Heard =
  | { readonly kind: 'held' }
  | { readonly kind: 'badge'; readonly badge: string }
  | { readonly kind: 'other' }

/**
 * Processes key by key. Characters are held until it is known whether a badge reader or a person sent them, so that no
 * digit of a badge reaches a field.
 * @param onTyped called with each character that a person typed, once that is certain
 */
export function createBadgeReader(onTyped: (character: string) => void) {
  let held = ''
  let lastAtMs = Number.NEGATIVE_INFINITY

  function release(): void {
    const characters = held
    held = ''
    // Too fast for a person but without an end: an incomplete badge number, which is discarded.
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
    /** To call when no key came for `settlesAfterMs`: releases the held characters. */
    settle: release,
  }
}
