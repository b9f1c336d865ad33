// The latest faults of this program, for whoever maintains the bench.

const troublesKept = 20

export type Troubles = ReturnType<typeof createTroubles>

/** @param log takes every fault with its stack, for the record of the process. */
export function createTroubles(log: (sentence: string) => void) {
  const sentences: string[] = []
  return {
    report: (error: unknown): void => {
      const sentence = error instanceof Error ? error.message : String(error)
      sentences.push(sentence)
      sentences.splice(0, Math.max(0, sentences.length - troublesKept))
      log(error instanceof Error ? (error.stack ?? sentence) : sentence)
    },
    /** The latest, oldest first. */
    latest: (): string[] => [...sentences],
  }
}
