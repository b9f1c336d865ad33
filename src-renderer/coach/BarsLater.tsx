// Loads the chart library when the first chart is shown, and keeps its place until then.
import { lazy, Suspense } from 'react'
import type { BarsProps } from './Bars.tsx'

const Bars = lazy(() => import('./Bars.tsx').then(({ Bars: chart }) => ({ default: chart })))

export function BarsLater(props: BarsProps) {
  return (
    <Suspense fallback={<div style={{ height: props.heightPx }} />}>
      <Bars {...props} />
    </Suspense>
  )
}
