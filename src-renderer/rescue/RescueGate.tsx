// Shows what is wrong in place of every window while the bench's data cannot be used.
import { lazy, type ReactNode, Suspense } from 'react'
import { useLocation } from 'wouter'
import { StaffLanguageProvider } from '../ui/staff/StaffLanguageProvider.tsx'
import { DarkTable } from './DarkTable.tsx'
import { useRescueState } from './rescueQueries.ts'

const RescuePage = lazy(() => import('./RescuePage.tsx').then(({ RescuePage: page }) => ({ default: page })))

/** Addresses that are shown on the table by a projector, where nobody reads and nothing may dazzle. */
const onTable = /^\/(table|display)\b/

export function RescueGate({ children }: { readonly children: ReactNode }) {
  const { data: state } = useRescueState()
  const [location] = useLocation()
  if (!state) return children
  return (
    <StaffLanguageProvider siteLanguage={state.language ?? navigator.language.slice(0, 2)}>
      <Suspense>{onTable.test(location) ? <DarkTable /> : <RescuePage state={state} />}</Suspense>
    </StaffLanguageProvider>
  )
}
