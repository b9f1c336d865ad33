// Notes calls that kept the event loop busy for long, and which calls ran while it stood still. Never their arguments.
import { performance } from 'node:perf_hooks'
import type { ProgramLog } from '../../program-log/programLog.ts'
import { createAllowance } from '../allowance.ts'

type Call = { readonly procedure: string; readonly fromMs: number; untilMs: number }

const slowFromMs = 100
const entriesInMinute = 60
/** Calls remembered for a stall, which is noticed only after it has ended. */
const remembered = 64

const now = (): number => performance.now()

/**
 * How long the loop was busy since `before`, in ms: everything but waiting for events, so that a call that waits for a worker
 * thread counts nothing. A process whose loop is not measured has no such figure (null).
 */
function busySince(before: ReturnType<typeof performance.eventLoopUtilization>): number | null {
  const { idle, active } = performance.eventLoopUtilization()
  return idle + active === 0 ? null : active - before.active
}

export function createCallTimes(log: Pick<ProgramLog, 'write'>) {
  const calls: Call[] = []
  const mayWriteCall = createAllowance(entriesInMinute, now)
  const mayWriteStall = createAllowance(entriesInMinute, now)

  return {
    /** Runs a call, and notes it when the loop was busy for more than 100 ms while it was out. */
    measure: async <Value>(procedure: string, run: () => PromiseLike<Value> | Value): Promise<Value> => {
      const before = performance.eventLoopUtilization()
      const call: Call = { procedure, fromMs: now(), untilMs: Number.POSITIVE_INFINITY }
      calls.push(call)
      if (calls.length > remembered) calls.shift()
      try {
        return await run()
      } finally {
        call.untilMs = now()
        const totalMs = call.untilMs - call.fromMs
        if (totalMs > slowFromMs) {
          const loopMs = Math.min(totalMs, busySince(before) ?? totalMs)
          if (loopMs > slowFromMs && mayWriteCall()) {
            log.write({ event: 'slowCall', procedure, loopMs: Math.round(loopMs), totalMs: Math.round(totalMs) })
          }
        }
      }
    },
    /** Notes that the loop stood still for so long until now, with the calls that were out in that time. */
    stalled: (ms: number): void => {
      const sinceMs = now() - ms
      const during = new Set(calls.filter(({ untilMs }) => untilMs >= sinceMs).map(({ procedure }) => procedure))
      if (mayWriteStall()) log.write({ event: 'stall', ms: Math.round(ms), during: [...during].slice(0, 20) })
    },
  }
}
