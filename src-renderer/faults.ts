// Tells the service of every fault in this window, so that it is counted and leaves a trace. Of the error only its trace is sent.
import { type ReportedFault, windowNames } from '../src-domain/fault/fault.schema.ts'
import { traceOf } from '../src-domain/fault/traceOf.ts'

type Kind = ReportedFault['kind']
type Send = (fault: ReportedFault) => Promise<unknown>

/** Reports that wait for the service to come back; more are left out, because they are most likely the same. */
const mostWaiting = 20

let send: Send = () => Promise.resolve()
let waiting = 0

/** Reports something thrown. Never throws, and does not wait. */
export function tellFault(kind: Kind, thrown: unknown): void {
  if (waiting >= mostWaiting) return
  waiting += 1
  send({ ...traceOf(thrown), kind, window: windowOf(location.pathname) })
    // A report that cannot be delivered is no fault to report.
    .catch(() => undefined)
    .finally(() => {
      waiting -= 1
    })
}

/** Reports what a worker thread did not catch: of that, windows learn the place only. */
export function tellWorkerFault({ filename, lineno, colno, message }: ErrorEvent): void {
  const [, name = 'Error'] = /^(?:Uncaught )?([A-Z]\w*Error)\b/.exec(message) ?? []
  const stack = `${name}\n    at ${filename}:${lineno}:${colno}`
  tellFault('worker', Object.assign(new Error(''), { name, stack }))
}

/** Reports from now on what nothing in this window catches, and graphics contexts that are lost. Called once by the page. */
export function watchFaults(to: Send): void {
  send = to
  addEventListener('error', ({ error }) => tellFault('window', error))
  addEventListener('unhandledrejection', ({ reason }) => tellFault('window', reason))
  // The event does not bubble, so it is caught on its way down.
  const graphicsLost = Object.assign(new Error(''), { name: 'ContextLost', stack: '' })
  addEventListener('webglcontextlost', () => tellFault('graphics', graphicsLost), { capture: true })
}

const windowOf = (path: string) => windowNames.find((name) => path.split('/')[1] === name) ?? 'home'
