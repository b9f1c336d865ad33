// The supervisor's studio: the tasks, their binding to the bench, and the bench's layouts.
import { Route, Switch } from 'wouter'
import { StaffWindow } from '../ui/staff/StaffWindow.tsx'
import { LayoutPage } from './layouts/LayoutPage.tsx'
import { LayoutsPage } from './layouts/LayoutsPage.tsx'
import { TaskPage } from './tasks/TaskPage.tsx'
import { TasksPage } from './tasks/TasksPage.tsx'

export function StudioWindow() {
  return (
    <StaffWindow area="studio">
      <Switch>
        <Route path="/studio">
          <TasksPage />
        </Route>
        <Route path="/studio/tasks/:taskId">{({ taskId }) => <TaskPage taskId={taskId} />}</Route>
        <Route path="/studio/layouts">
          <LayoutsPage />
        </Route>
        <Route path="/studio/layouts/:layoutId">{({ layoutId }) => <LayoutPage layoutId={layoutId} />}</Route>
      </Switch>
    </StaffWindow>
  )
}
