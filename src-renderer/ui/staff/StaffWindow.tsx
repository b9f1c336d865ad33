// A staff window: its language and its sign-in.
import type { ReactNode } from 'react'
import type { StaffDoorName } from './doors.ts'
import { StaffDoor } from './StaffDoor.tsx'
import { StaffLanguageProvider } from './StaffLanguageProvider.tsx'

export function StaffWindow({ door, children }: { readonly door: StaffDoorName; readonly children: ReactNode }) {
  return (
    <StaffLanguageProvider>
      <StaffDoor door={door}>{children}</StaffDoor>
    </StaffLanguageProvider>
  )
}
