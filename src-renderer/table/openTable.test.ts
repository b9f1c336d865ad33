import { afterEach, describe, expect, it } from 'vitest'
import type { CalibrationKey } from '../../src-domain/calibration/calibration.schema.ts'
import type { BenchState } from '../../src-domain/session/benchState.schema.ts'
import { layoutId, taskId } from '../../test/support/ids.ts'
import { manualClock } from '../../test/support/perception/manualClock.ts'
import { smallLayout } from '../../test/support/table/memorySight.ts'
import { memoryService, memoryTable, stateNamed } from '../../test/support/table/memoryTable.ts'
import type { TableSource } from '../projector/tableSource.ts'
import { type OpenTable, openTable, type TablePorts } from './openTable.ts'

const working = stateNamed('level2Pick')
const atTask = (id: string): BenchState => ({ ...working, task: working.task && { ...working.task, id: taskId(id) } })
const camera: TableSource = { kind: 'camera', choice: null }
const virtual: TableSource = { kind: 'virtual', worker: 'me' }

const opened: OpenTable[] = []
afterEach(() => {
  for (const table of opened.splice(0)) table.close()
})

/** A table on a bench whose states a test pushes, and all that it sets up. */
function open(source: TableSource = camera) {
  const clock = manualClock()
  const pushed: BenchState[] = []
  let wake: () => void = () => undefined
  const service = memoryService()
  const log: string[] = []
  const failures: unknown[] = []
  const asked: CalibrationKey[] = []
  const tables: ReturnType<typeof memoryTable>[] = []
  const slow = { prepare: Promise.resolve() }
  const answer = async <T>(value: T): Promise<T> => {
    await Promise.resolve()
    if (service.connection.state() === 'connecting') throw new Error('The connection is broken.')
    return value
  }
  const ports: TablePorts = {
    async *watchBench(signal) {
      while (!signal.aborted) {
        const next = pushed.shift()
        if (next) yield next
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    },
    setup: () => answer({ layout: smallLayout, stock: [] }),
    calibration: (of) => {
      asked.push(of)
      return answer(null)
    },
    reporter: service.reporter,
    createTable: () => {
      const table = memoryTable()
      tables.push(table)
      return table.table
    },
    async prepare({ kind }) {
      await slow.prepare
      return ({ state }) => {
        log.push(`${kind} at ${state()?.task?.id ?? 'no task'}`)
        return {
          onState: (now) => log.push(`${kind} hears ${now.phase}`),
          check: () => log.push(`${kind} checks`),
          close: () => log.push(`${kind} closes`),
        }
      }
    },
  }
  const table = openTable(ports, {
    surface: 1,
    source,
    onSight: () => undefined,
    onLight: () => undefined,
    onFailure: (error) => failures.push(error),
  })
  opened.push(table)
  const push = async (state: BenchState) => {
    pushed.push(state)
    wake()
    await clock.pass(0)
  }
  /** The sources that were set up. */
  const setUps = () => log.filter((entry) => entry.includes(' at '))
  return { table, push, clock, service, log, setUps, failures, asked, tables, slow }
}

describe('a table is set up', () => {
  it('when the bench is first heard, for the task that it is at', async () => {
    const { push, setUps, asked, clock } = open()
    await clock.pass(1000)
    expect(setUps()).toEqual([])
    await push(atTask('plug'))
    expect(setUps()).toEqual(['camera at plug'])
    expect(asked).toEqual([{ bench: 'real', surface: 1 }])
  })

  it('again when the task changes, in place of what stood there', async () => {
    const { push, log, tables } = open()
    await push(atTask('plug'))
    await push(atTask('bell'))
    expect(log).toEqual([
      'camera at plug',
      'camera hears working',
      'camera hears working',
      'camera closes',
      'camera at bell',
      'camera hears working',
    ])
    expect(tables.map(({ shown }) => shown.isDisposed)).toEqual([true, false])
  })

  it('again when the layout changes', async () => {
    const { push, setUps } = open()
    await push(working)
    await push({ ...working, layoutId: layoutId('another') })
    expect(setUps()).toHaveLength(2)
  })

  it('not again within a task: its picture and its source follow the state', async () => {
    const { push, setUps, log, tables } = open()
    await push(atTask('plug'))
    await push({ ...atTask('plug'), phase: 'paused' })
    expect(setUps()).toHaveLength(1)
    expect(log.at(-1)).toBe('camera hears paused')
    expect(tables[0]?.shown.states.map(({ phase }) => phase)).toEqual(['working', 'paused'])
  })

  it('again after a reconnect when the connection broke meanwhile', async () => {
    const { push, setUps, failures, service } = open()
    service.breaks()
    await push(atTask('plug'))
    expect(setUps()).toEqual([])
    expect(failures).toHaveLength(1)
    service.comesBack()
    await push(atTask('plug'))
    expect(setUps()).toEqual(['camera at plug'])
  })

  it('again after a reconnect at another task', async () => {
    const { push, setUps, service } = open()
    await push(atTask('plug'))
    service.breaks()
    service.comesBack()
    await push(atTask('bell'))
    expect(setUps()).toEqual(['camera at plug', 'camera at bell'])
  })
})

describe('another source', () => {
  it('takes the place of the one before', async () => {
    const { table, push, clock, log, asked } = open()
    await push(atTask('plug'))
    table.choose(virtual)
    await clock.pass(0)
    expect(log.slice(2)).toEqual(['camera closes', 'virtual at plug', 'virtual hears working'])
    expect(asked.at(-1)).toEqual({ bench: 'virtual', surface: 1 })
  })

  it('waits for the first state when it is chosen before', async () => {
    const { table, push, setUps } = open()
    table.choose(virtual)
    await push(atTask('plug'))
    expect(setUps()).toEqual(['virtual at plug'])
  })

  it('is the only one that is set up when it is chosen while the one before still loads', async () => {
    const { table, push, clock, slow, setUps } = open(virtual)
    let loaded: () => void = () => undefined
    slow.prepare = new Promise((resolve) => {
      loaded = resolve
    })
    await push(atTask('plug'))
    table.choose(camera)
    await clock.pass(0)
    loaded()
    await clock.pass(0)
    expect(setUps()).toEqual(['camera at plug'])
  })

  it('is set up with the next state when the connection broke meanwhile', async () => {
    const { table, push, clock, service, setUps, failures } = open()
    await push(atTask('plug'))
    service.breaks()
    table.choose(virtual)
    await clock.pass(0)
    expect(failures).toHaveLength(1)
    service.comesBack()
    await push(atTask('plug'))
    expect(setUps()).toEqual(['camera at plug', 'virtual at plug'])
  })
})

describe('a table that is closed', () => {
  it('closes its source, and sets up nothing that was still loading', async () => {
    const { table, push, clock, log, tables } = open()
    await push(atTask('plug'))
    table.choose(virtual)
    table.close()
    await clock.pass(0)
    expect(log.slice(2)).toEqual(['camera closes'])
    expect(tables.map(({ shown }) => shown.isDisposed)).toEqual([true])
  })
})

it('passes a check on to the source at work', async () => {
  const { table, push, log } = open()
  table.check()
  await push(working)
  table.check()
  expect(log.filter((entry) => entry.endsWith('checks'))).toEqual(['camera checks'])
})
