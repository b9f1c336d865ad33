/** What long work is given besides its input. */
export type JobContext = {
  /** Says how far the work is: so many of so many, in units of its own. */
  readonly progress: (done: number, of: number) => void
  /** Ends the work by throwing when it was cancelled; to be asked between slices. */
  readonly throwIfCancelled: () => void
}
