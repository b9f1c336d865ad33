// Starts a worker thread for one piece of long work, so that the loop that serves the table never waits for it.
import { Worker } from 'node:worker_threads'
import { StoreFailure } from '../storeFailure.ts'
import type { JobInput, JobName, JobResult } from './jobs.ts'
import type { JobMessage, JobOrder } from './messages.ts'

/** How a caller follows and ends long work. */
export type JobWatch = {
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, of: number) => void
}

/** The work was ended by its caller. */
export class JobCancelled extends Error {
  constructor() {
    super('The work was cancelled.')
    this.name = 'JobCancelled'
  }
}

/** The thread's entry: beside this file as source, beside the service's entry once bundled. */
const entry = new URL(import.meta.url.endsWith('.ts') ? 'heavy.worker.ts' : 'heavy.js', import.meta.url)

/**
 * Runs a job in a worker thread of its own.
 * @throws StoreFailure what the disk or the database did; JobCancelled once `signal` was aborted and the job has stopped; Error
 *   when the program is at fault or the thread ended by itself.
 */
export function runJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  { signal, onProgress }: JobWatch = {},
): Promise<JobResult<Name>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new JobCancelled())
    const cancelled = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
    const worker = new Worker(entry, { workerData: { name, input, cancelled } satisfies JobOrder })
    const cancel = () => Atomics.store(new Int32Array(cancelled), 0, 1)
    signal?.addEventListener('abort', cancel)
    const settle = (settled: () => void) => {
      signal?.removeEventListener('abort', cancel)
      settled()
    }
    worker.on('message', (message: JobMessage) => {
      if (message.kind === 'progress') onProgress?.(message.done, message.of)
      // The thread answers with what this job's function returned.
      else if (message.kind === 'done') settle(() => resolve(message.result as JobResult<Name>))
      else settle(() => reject(signal?.aborted ? new JobCancelled() : failureOf(message)))
    })
    worker.on('error', (error) => settle(() => reject(error instanceof Error ? error : new Error(String(error)))))
    worker.on('exit', (code) => {
      settle(() => reject(new Error(`The work "${name}" ended before it was done (exit code ${code}).`)))
    })
  })
}

function failureOf({ reason, sentence, stack }: Extract<JobMessage, { kind: 'failed' }>): Error {
  const error = reason === null ? new Error(sentence) : new StoreFailure(reason, sentence)
  error.stack = stack
  return error
}
