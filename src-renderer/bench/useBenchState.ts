// The bench's state as this window last heard it. It stays while the connection is lost, so that the picture stays too.
import { useEffect, useState } from 'react'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import { watchBench } from '../service.ts'

/** Null until the service has spoken for the first time. */
export function useBenchState(): BenchState | null {
  const [state, setState] = useState<BenchState | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    const listen = async () => {
      for await (const next of watchBench(leaving.signal)) setState(next)
    }
    void listen()
    return () => leaving.abort()
  }, [])
  return state
}
