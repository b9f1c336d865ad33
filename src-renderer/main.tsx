// The page: connects to the service and opens the window that the address names. Each window is loaded when it is opened.
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { Route, Switch } from 'wouter'
import { windowClock } from './clock.ts'
import { watchFaults } from './faults.ts'
import { RescueGate } from './rescue/RescueGate.tsx'
import { connectToService, service } from './service.ts'
import { AppFrame } from './ui/AppFrame.tsx'
import { ClockContext } from './ui/clockContext.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'

const HomeWindow = lazy(() => import('./home/HomeWindow.tsx').then(({ HomeWindow: window }) => ({ default: window })))
const BenchWindow = lazy(() =>
  import('./bench/BenchWindow.tsx').then(({ BenchWindow: window }) => ({ default: window })),
)
const StudioWindow = lazy(() =>
  import('./studio/StudioWindow.tsx').then(({ StudioWindow: window }) => ({ default: window })),
)
const CoachWindow = lazy(() =>
  import('./coach/CoachWindow.tsx').then(({ CoachWindow: window }) => ({ default: window })),
)
const AdminWindow = lazy(() =>
  import('./admin/AdminWindow.tsx').then(({ AdminWindow: window }) => ({ default: window })),
)

const TableWindow = lazy(() =>
  import('./table/TableWindow.tsx').then(({ TableWindow: window }) => ({ default: window })),
)
const CalibrateWindow = lazy(() =>
  import('./calibration/CalibrateWindow.tsx').then(({ CalibrateWindow: window }) => ({ default: window })),
)
const DisplayWindow = lazy(() =>
  import('./calibration/DisplayWindow.tsx').then(({ DisplayWindow: window }) => ({ default: window })),
)
const WorkplaceWindow = lazy(() =>
  import('./home/WorkplaceWindow.tsx').then(({ WorkplaceWindow: window }) => ({ default: window })),
)

function Windows() {
  return (
    <Suspense>
      <Switch>
        <Route path="/table">
          <TableWindow />
        </Route>
        <Route path="/table/2">
          <TableWindow surface={2} />
        </Route>
        <Route path="/calibrate">
          <CalibrateWindow />
        </Route>
        <Route path="/calibrate/2">
          <CalibrateWindow surface={2} />
        </Route>
        <Route path="/display/:number">{({ number }) => <DisplayWindow number={number} />}</Route>
        <Route path="/display/:number/second">{({ number }) => <DisplayWindow number={number} isSecond />}</Route>
        <Route path="/workplace">
          <WorkplaceWindow />
        </Route>
        <Route path="/bench">
          <BenchWindow />
        </Route>
        <Route path="/studio/*?">
          <StudioWindow />
        </Route>
        <Route path="/coach/*?">
          <CoachWindow />
        </Route>
        <Route path="/admin">
          <AdminWindow />
        </Route>
        <Route>
          <HomeWindow />
        </Route>
      </Switch>
    </Suspense>
  )
}

watchFaults((fault) => service.system.reportFault(fault))
connectToService()
const root = document.getElementById('root')
if (!root) throw new Error('The page has no place to draw in.')
createRoot(root).render(
  <StrictMode>
    <ClockContext value={windowClock}>
      <AppFrame>
        <ErrorBoundary>
          <RescueGate>
            <Windows />
          </RescueGate>
        </ErrorBoundary>
      </AppFrame>
    </ClockContext>
  </StrictMode>,
)
