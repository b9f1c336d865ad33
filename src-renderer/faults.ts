// Tells the service of every fault in this window, so that it is counted and leaves a trace. Of the error only its trace is sent.
import { type ReportedFault, type Trace, windowNames } from '../src-domain/fault/fault.schema.ts'
import { traceAt, traceOf } from '../src-domain/fault/traceOf.ts'

type Kind = ReportedFault['kind']
type Send = (fault: ReportedFault) => Promise<unknown>

/** Reports that wait for the service to come back; more are left out, because they are most likely the same. */
const mostWaiting = 20

let send: Send = () => Promise.resolve()
let waiting = 0

function tell(kind: Kind, trace: Trace): void {
  if (waiting >= mostWaiting) return
  waiting += 1
  send({ ...trace, frames: [...trace.frames], kind, window: windowOf(location.pathname) })
    // A report that cannot be delivered is no fault to report.
    .catch(() => undefined)
    .finally(() => {
      waiting -= 1
    })
}

/** Reports something thrown. Never throws, and does not wait. */
export const tellFault = (kind: Kind, thrown: unknown): void => tell(kind, traceOf(thrown))

/** Reports what a worker thread did not catch: of that, windows learn the place only. */
export const tellWorkerFault = (event: ErrorEvent): void => tell('worker', traceAt(event))

/** Reports that a worker thread gave up, and its own word for the reason. */
export const tellWorkerFailure = (worker: string, reason: string): void =>
  tell('worker', { name: worker, code: reason, frames: [] })

/** Reports from now on what nothing in this window catches, and graphics contexts that are lost. Called once by the page. */
export function watchFaults(to: Send): void {
  send = to
  addEventListener('error', ({ error }) => tellFault('window', error))
  addEventListener('unhandledrejection', ({ reason }) => tellFault('window', reason))
  // The event does not bubble, so it is caught on its way down.
  const contextLost = { name: 'ContextLost', code: null, frames: [] }
  addEventListener('webglcontextlost', () => tell('graphics', contextLost), { capture: true })
}

const windowOf = (path: string) => windowNames.find((name) => path.split('/')[1] === name) ?? 'home'
