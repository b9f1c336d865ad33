// What a worker thread is started with and what it says.
import type { StoreFailureReason } from '../storeFailure.ts'
import type { JobName } from './jobs.ts'

export type JobOrder = {
  readonly name: JobName
  readonly input: unknown
  /** One 32-bit number, shared between the threads: no longer 0 once the job is cancelled. */
  readonly cancelled: SharedArrayBuffer
}

export type JobMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly result: unknown }
  | {
      readonly kind: 'failed'
      /** Null where the program is at fault. */
      readonly reason: StoreFailureReason | null
      readonly sentence: string
      readonly stack: string
    }
