import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { LogEntry } from '../../program-log/logEntry.ts'
import { watchLoop } from '../watchLoop.ts'
import { createCallTimes } from './callTimes.ts'

function block(ms: number): void {
  const untilMs = performance.now() + ms
  while (performance.now() < untilMs);
}

function start() {
  const written: LogEntry[] = []
  return { written, calls: createCallTimes({ write: (entry) => written.push(entry) }) }
}

describe('a call', () => {
  it('that keeps the loop busy for more than 100 ms is noted with its time on the loop and in all', async () => {
    const { written, calls } = start()
    const answer = await calls.measure('coach.workers', async () => {
      await sleep(50)
      block(130)
      return 'answer'
    })
    expect(answer).toBe('answer')
    expect(written).toHaveLength(1)
    const [entry] = written
    if (entry?.event !== 'slowCall') throw new Error('It is not the slow call.')
    expect(entry.procedure).toBe('coach.workers')
    expect(entry.loopMs).toBeGreaterThanOrEqual(130)
    expect(entry.totalMs).toBeGreaterThanOrEqual(entry.loopMs + 30)
  })

  it('is noted also when it fails', async () => {
    const { written, calls } = start()
    const failing = calls.measure('bench.tasks', () => {
      block(110)
      throw new Error('No.')
    })
    await expect(failing).rejects.toThrow('No.')
    expect(written).toMatchObject([{ event: 'slowCall', procedure: 'bench.tasks' }])
  })

  it('that only waits is not noted', async () => {
    const { written, calls } = start()
    await calls.measure('staff.signIn', () => sleep(150))
    expect(written).toEqual([])
  })
})

describe('a loop that stands still', () => {
  it('is noted with the calls that ran meanwhile, and no others', async () => {
    const { written, calls } = start()
    await calls.measure('system.site', () => undefined)
    await sleep(40)
    const stop = watchLoop(calls.stalled)
    await sleep(60)
    await calls.measure('admin.verifyLog', () => block(90))
    await sleep(60)
    stop()
    // The machine may stand still by itself as well, while no call is out.
    const during = written.flatMap((entry) => (entry.event === 'stall' ? entry.during : []))
    expect(during).toEqual(['admin.verifyLog'])
  })
})
