// Only one window perceives: two would report every pick twice. The next one takes over when the first is closed.
import { useEffect, useState } from 'react'

export function useOnlyTable(): boolean {
  const [isOnly, setIsOnly] = useState(false)
  useEffect(() => {
    const leaving = new AbortController()
    const hold = async () => {
      setIsOnly(true)
      await new Promise((resolve) => leaving.signal.addEventListener('abort', resolve, { once: true }))
    }
    navigator.locks.request('handwijzer.table', { signal: leaving.signal }, hold).catch(() => undefined)
    return () => {
      leaving.abort()
      setIsOnly(false)
    }
  }, [])
  return isOnly
}
