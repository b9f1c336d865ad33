// The job coach's window: proposals to judge, and how each worker learns.
import { Route, Switch } from 'wouter'
import { StaffWindow } from '../ui/staff/StaffWindow.tsx'
import { ProposalsPage } from './ProposalsPage.tsx'
import { WorkerPage } from './WorkerPage.tsx'
import { WorkersPage } from './WorkersPage.tsx'

export function CoachWindow() {
  return (
    <StaffWindow area="coach">
      <Switch>
        <Route path="/coach">
          <ProposalsPage />
        </Route>
        <Route path="/coach/workers">
          <WorkersPage />
        </Route>
        <Route path="/coach/workers/:personId">{({ personId }) => <WorkerPage personId={personId} />}</Route>
      </Switch>
    </StaffWindow>
  )
}
