// The start page: the choice on a first start, and the menu from then on.
import { useQuery } from '@tanstack/react-query'
import { service } from '../service.ts'
import { QueryBoundary } from '../ui/staff/QueryBoundary.tsx'
import { StaffLanguageProvider } from '../ui/staff/StaffLanguageProvider.tsx'
import { FirstStart } from './FirstStart.tsx'
import { HomeFrame } from './HomeFrame.tsx'
import { HomeMenu } from './HomeMenu.tsx'

export function HomeWindow() {
  const site = useQuery({ queryKey: ['system.site'], queryFn: () => service.system.site() })
  return (
    <StaffLanguageProvider>
      <HomeFrame>
        <QueryBoundary query={site}>
          {(known) => (known.setUp ? <HomeMenu site={known} /> : <FirstStart />)}
        </QueryBoundary>
      </HomeFrame>
    </StaffLanguageProvider>
  )
}
