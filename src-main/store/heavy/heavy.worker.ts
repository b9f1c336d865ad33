// The worker thread's side of long work: runs the one job it was started for, reports how far it is, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { guardedAsync, StoreFailure } from '../storeFailure.ts'
import { jobs } from './jobs.ts'
import type { JobMessage, JobOrder } from './messages.ts'

const order = workerData as JobOrder
const cancelled = new Int32Array(order.cancelled)
const say = (message: JobMessage) => parentPort?.postMessage(message)

const context = {
  progress: (done: number, of: number) => say({ kind: 'progress', done, of }),
  throwIfCancelled: () => {
    if (Atomics.load(cancelled, 0) !== 0) throw new Error('The work was cancelled.')
  },
}

try {
  // The caller's types tie the input to the name; here it is only passed on.
  const run = jobs[order.name] as (input: unknown, of: typeof context) => unknown
  say({ kind: 'done', result: await guardedAsync(() => Promise.resolve(run(order.input, context))) })
} catch (error) {
  const fault = error instanceof Error ? error : new Error(String(error))
  say({
    kind: 'failed',
    reason: error instanceof StoreFailure ? error.reason : null,
    sentence: fault.message,
    stack: fault.stack ?? fault.message,
  })
}
