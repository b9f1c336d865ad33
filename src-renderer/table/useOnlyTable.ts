// Lets only one window per projector perceive and draw, because two would report every pick twice. When it closes, the
// next one takes over.
import { useEffect, useState } from 'react'
import type { Surface } from '../../src-domain/calibration/calibration.schema.ts'

/** True while this window is the one that perceives and draws for the projector `surface`. */
export function useOnlyTable(surface: Surface): boolean {
  const [isOnly, setIsOnly] = useState(false)
  useEffect(() => {
    const leaving = new AbortController()
    const hold = async () => {
      setIsOnly(true)
      await new Promise((resolve) => leaving.signal.addEventListener('abort', resolve, { once: true }))
    }
    navigator.locks.request(`handwijzer.table.${surface}`, { signal: leaving.signal }, hold).catch(() => undefined)
    return () => {
      leaving.abort()
      setIsOnly(false)
    }
  }, [surface])
  return isOnly
}
