// A staff window: its language and its sign-in.
import type { ReactNode } from 'react'
import { RequireStaff } from './RequireStaff.tsx'
import { StaffLanguageProvider } from './StaffLanguageProvider.tsx'
import type { StaffArea } from './staffAreas.ts'

export function StaffWindow({ area, children }: { readonly area: StaffArea; readonly children: ReactNode }) {
  return (
    <StaffLanguageProvider>
      <RequireStaff area={area}>{children}</RequireStaff>
    </StaffLanguageProvider>
  )
}
