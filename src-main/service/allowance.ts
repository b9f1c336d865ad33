// Limits how often something may happen, so that a fault in a loop cannot fill the disk.

const periodMs = 60_000

/** Returns what asks for one more: true at most `most` times in each minute that begins with the first asked. */
export function createAllowance(most: number, monoMs: () => number): () => boolean {
  let beganMs = Number.NEGATIVE_INFINITY
  let used = 0
  return () => {
    if (monoMs() - beganMs >= periodMs) {
      beganMs = monoMs()
      used = 0
    }
    used += 1
    return used <= most
  }
}
