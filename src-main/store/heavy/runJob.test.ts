// The worker thread behind long work: what comes back from it, whole, failed or cancelled.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../test/support/folders.ts'
import { penSession } from '../../../test/support/practisedFacts.ts'
import { shippedModels } from '../readModels/viewsFile.ts'
import { openTestStore } from '../../../test/support/stores.ts'
import { StoreFailure } from '../storeFailure.ts'
import { JobCancelled, runJob } from './runJob.ts'

const wanted = { models: shippedModels, timeZone: 'UTC' }

/** A log of so many sessions, and where the views that a job makes of it go. */
function logOf(sessions: number) {
  const folder = temporaryFolder()
  const store = openTestStore(folder)
  for (let session = 0; session < sessions; session += 1)
    store.append(penSession(20), { wallMs: 1, monoMs: 1, bootId: 'boot' })
  const events = store.events.lastSeq()
  store.close()
  return { events, logPath: join(folder, 'handwijzer.sqlite'), viewsPath: join(folder, 'made.sqlite') }
}

describe('a job', () => {
  it('answers with its result, after saying how far it is', async () => {
    const { events, ...paths } = logOf(5)
    const said: number[] = []
    const result = await runJob('buildViews', { ...paths, ...wanted }, { onProgress: (done) => said.push(done) })
    expect(result).toBe(events)
    expect(said).toEqual([1000, events])
    expect(existsSync(paths.viewsPath)).toBe(true)
  })

  it('ends before its next slice when it is cancelled, and is not started when it was before', async () => {
    const { events: _events, ...paths } = logOf(5)
    const cancel = new AbortController()
    const said: number[] = []
    const watch = { signal: cancel.signal, onProgress: (done: number) => said.push(done) }
    const job = runJob('buildViews', { ...paths, ...wanted }, watch)
    cancel.abort()
    await expect(job).rejects.toThrow(JobCancelled)
    await expect(runJob('buildViews', { ...paths, ...wanted }, watch)).rejects.toThrow(JobCancelled)
    expect(said).toEqual([])
  })

  it('fails as the store does where a file is no database, or is not there', async () => {
    const folder = temporaryFolder()
    const logPath = join(folder, 'log.sqlite')
    const job = () => runJob('buildViews', { logPath, viewsPath: join(folder, 'made.sqlite'), ...wanted })
    await expect(job()).rejects.toMatchObject({ name: 'StoreFailure', reason: 'readOnly' })
    writeFileSync(logPath, 'This is a shopping list. '.repeat(100))
    const failure: unknown = await job().catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(StoreFailure)
    expect(failure).toMatchObject({ reason: 'wrongKey' })
  })

  it('that the program is at fault for fails with what happened there', async () => {
    const { logPath, viewsPath } = logOf(1)
    const broken = {
      models: [{ ...wanted.models[0], name: 'x', sql: 'SELECT', tables: {}, version: 1 }],
      timeZone: 'UTC',
    }
    await expect(runJob('buildViews', { logPath, viewsPath, ...broken })).rejects.toThrow('incomplete input')
  })
})
