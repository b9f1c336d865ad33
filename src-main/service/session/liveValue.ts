// A value that windows watch: each watcher gets the present one at once and then the newest, never a backlog.

export type LiveValue<Value> = {
  readonly get: () => Value
  readonly set: (value: Value) => void
  /** Yields the present value and every later one that the watcher is quick enough for. Ends with the signal. */
  readonly watch: (signal?: AbortSignal) => AsyncGenerator<Value, void>
  readonly watchers: () => number
}

export function createLiveValue<Value>(initial: Value): LiveValue<Value> {
  let current = initial
  const wakes = new Set<() => void>()
  return {
    get: () => current,
    set: (value) => {
      current = value
      for (const wake of [...wakes]) wake()
    },
    watchers: () => wakes.size,
    watch: async function* (signal) {
      let fresh = true
      let wakeUp = () => {}
      const wake = () => {
        fresh = true
        wakeUp()
      }
      wakes.add(wake)
      signal?.addEventListener('abort', wake)
      try {
        while (!signal?.aborted) {
          if (fresh) {
            fresh = false
            yield current
          } else {
            await new Promise<void>((resolve) => {
              wakeUp = resolve
            })
          }
        }
      } finally {
        wakes.delete(wake)
        signal?.removeEventListener('abort', wake)
      }
    },
  }
}
