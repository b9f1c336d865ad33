// A worker's practice is read from what was kept of it; whatever changes the past, the answers are those of the whole history.
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPracticeRecord } from '../../../src-domain/learning/practiceRecord.ts'
import { stepId, taskId } from '../../../test/support/ids.ts'
import { readSource } from '../../../test/support/instruction/samples.ts'
import { openTestStore } from '../../../test/support/stores.ts'
import { serviceOn, Workshop } from '../../../test/support/workshop.ts'
import { sealPackage } from '../../instruction-package/sealPackage.ts'
import { openViewsFile, shippedModels } from '../../store/readModels/viewsFile.ts'
import type { Store } from '../../store/store.ts'
import { createGuidanceService } from './guidanceService.ts'
import { reviewed } from './practice.ts'
import { createPractices } from './practices.ts'

let shop: Workshop
let store: Store
let reported: unknown[]
beforeEach(async () => {
  shop = await Workshop.open()
  reported = []
  store = openTestStore(shop.folder, { report: (error) => reported.push(error) })
})
afterEach(() => {
  store.close()
  shop.close()
})

const viewsFile = () => openViewsFile(join(shop.folder, 'views.sqlite'), { models: shippedModels, timeZone: 'UTC' })
const parameters = () => createGuidanceService(store).parameters()
const practices = () => createPractices({ store, parameters })
const keptSeqs = () => store.keptPractice.of(shop.workerId).map(({ throughSeq }) => throughSeq)

/** What the whole history makes of the worker, read from the log without anything that was kept. */
function anew() {
  const record = createPracticeRecord(parameters())
  const { workerId } = shop
  const attempts = reviewed(store, workerId, store.progress.attempts(workerId))
  record.take({ attempts, cycles: store.progress.cycles(workerId), resets: store.coaching.resetsOf(workerId) })
  return record.stored()
}
const held = () => practices().of(shop.workerId).stored()

function days(count: number): void {
  for (let day = 0; day < count; day += 1) {
    shop.morning(day)
    shop.works('pen', 2)
    shop.works('bell', 1)
  }
}

describe('what was kept of a worker', () => {
  it('is kept when they leave, twice at most, and goes on with what they do next', () => {
    days(3)
    expect(keptSeqs()).toHaveLength(2)
    expect(Math.max(...keptSeqs())).toBe(store.events.lastSeq())
    expect(held()).toEqual(anew())
    shop.works('pen', 1, { 'pick-cap': 'wrongBin' })
    expect(held()).toEqual(anew())
  })

  it('is what questions are answered from', () => {
    days(2)
    const [newest] = store.keptPractice.of(shop.workerId)
    const kept = newest?.read()
    if (!newest || !kept) throw new Error('Nothing was kept.')
    const learner = { ...kept.practice.learner, worker: { value: 1.25, surprises: 7 } }
    store.keptPractice.keep(shop.workerId, { ...newest, ...kept, practice: { ...kept.practice, learner } })
    expect(held().learner.worker).toEqual({ value: 1.25, surprises: 7 })
  })

  it('is nothing that the rows of the log say, and so not compared with them', async () => {
    days(2)
    expect(keptSeqs()).toHaveLength(2)
    expect((await store.views.compareAll())?.differences).toEqual([])
  })

  it('is passed over, and said, where somebody changed it or put it in another place', () => {
    days(2)
    for (const change of [
      `body = replace(body, '"errors":0', '"errors":1')`,
      "parameters_name = 'levels/9'",
      'through_seq = through_seq - 1',
    ]) {
      const before = reported.length
      const file = viewsFile()
      file.exec(`UPDATE kept_practice SET ${change}`)
      file.close()
      expect(store.keptPractice.of(shop.workerId).map(({ read }) => read())).toEqual([null, null])
      expect(String(reported.at(-1))).toContain('It is read anew from the log.')
      expect(reported).toHaveLength(before + 2)
      expect(held()).toEqual(anew())
    }
  })

  it('is passed over where another version kept it', () => {
    days(2)
    const file = viewsFile()
    file.exec('UPDATE kept_practice SET version = version + 1')
    file.close()
    expect(store.keptPractice.of(shop.workerId).map(({ read }) => read())).toEqual([null, null])
    expect(reported).toEqual([])
    expect(held()).toEqual(anew())
  })

  it('no longer holds once a coach corrects an attempt in it; the one before may still', () => {
    days(3)
    const { corrections } = shop.service.useCases
    const pen = { personId: shop.workerId, taskId: taskId('pen'), stepId: null }
    const [last] = corrections.attempts(pen)
    const first = corrections.attempts(pen).at(-1)
    for (const attempt of [last, first]) {
      corrections.correct(shop.coachId, attempt?.seq ?? 0, 'mistake')
      expect(held()).toEqual(anew())
      expect(shop.service.useCases.progress.worker(shop.workerId)?.tasks[0]?.steps[0]?.attempts).toBe(3)
    }
  })

  it('no longer holds once practice was begun anew', () => {
    days(2)
    shop.service.useCases.corrections.beginAnew({ ...shop.people, taskId: taskId('pen'), stepId: stepId('pick-cap') })
    expect(held()).toEqual(anew())
    expect(practices().of(shop.workerId).taskAt(taskId('pen')).steps.has(stepId('pick-cap'))).toBe(false)
  })

  it('no longer holds once the newest version of a practised task names other blocks', async () => {
    days(2)
    const { json, files } = await readSource('samples/pen')
    const text = JSON.stringify({ ...(json as object), version: 2 }).replace(
      '"id":"pick-cap"',
      '"id":"pick-cap","block":"take-the-cap"',
    )
    const sealed = await sealPackage({ json: JSON.parse(text), files })
    expect(sealed.ok && (await shop.service.useCases.importPackage(sealed.value.packageBytes)).ok).toBe(true)
    store.close()
    store = openTestStore(shop.folder, { report: (error) => reported.push(error) })
    expect(Object.keys(held().learner.steps)).toContain('#take-the-cap/pick-cap')
    expect(held()).toEqual(anew())
  })

  it('holds over a restart and gives the same pages and decisions as before', () => {
    days(3)
    const before = shop.service.useCases.progress.worker(shop.workerId)
    shop.service.close()
    const again = serviceOn(shop.folder, shop.clock)
    expect(again.useCases.progress.worker(shop.workerId)).toEqual(before)
    again.close()
  })
})

describe('a write that was undone', () => {
  it('leaves nothing of it in what is held of a worker', () => {
    days(2)
    const practice = practices()
    const before = practice.of(shop.workerId).stored()
    const [attempt] = [...store.events.read(1)].filter(({ fact }) => fact.type === 'stepCompleted')
    const reset = { type: 'practiceReset', personId: shop.workerId, coachId: shop.coachId } as const
    const undone = () =>
      store.inTransaction(() => {
        const at = { wallMs: shop.clock.wallMs(), monoMs: 0, bootId: 'undone' }
        store.append([{ ...reset, taskId: taskId('pen'), stepId: null }], at)
        expect(practice.of(shop.workerId).taskAt(taskId('pen')).steps.size).toBe(0)
        throw new Error('The disk is full.')
      })
    expect(attempt).toBeDefined()
    expect(undone).toThrow()
    expect(practice.of(shop.workerId).stored()).toEqual(before)
  })
})

describe('the tables', () => {
  it('answer what one worker did since an event by an index', () => {
    days(1)
    const file = viewsFile()
    const plan = (sql: string) => JSON.stringify(file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all())
    for (const table of ['attempt', 'cycle']) {
      const found = plan(`SELECT * FROM ${table} WHERE person_id = '' AND seq > 1 ORDER BY seq`)
      expect(found).toContain(`SEARCH ${table} USING INDEX`)
      expect(found).not.toContain('TEMP B-TREE')
    }
    file.close()
  })
})
