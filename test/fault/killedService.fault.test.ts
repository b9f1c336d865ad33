// SIGKILL at any moment of a cycle: nothing that was acknowledged is lost, and the session resumes at the same step.
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../src-domain/seededRandom.ts'
import { openTestStore } from '../../test/support/stores.ts'
import { temporaryFolder } from '../support/folders.ts'
import { taskId } from '../support/ids.ts'
import { type RunningService, startService } from '../support/serviceProcess.ts'

const kills = Number(process.env['HANDWIJZER_KILLS'] ?? 25)
const seed = Number(process.env['HANDWIJZER_SEED'] ?? 20261122)

/** Performs the right action for the active step; returns when the service has acknowledged it. */
async function workOn({ client }: RunningService, atMs: number): Promise<void> {
  const state = await firstState(client)
  if (state.phase === 'signedOut') return client.bench.signIn({ by: 'badge', badge: '10010001' })
  if (state.phase === 'choosing') return client.bench.startTask({ taskId: taskId('pen') })
  if (state.phase === 'betweenCycles') return client.bench.confirm({ by: 'key' })
  const { step } = state
  if (!step?.target) throw new Error(`There is nothing to do in ${state.phase}.`)
  const kind = step.target.kind === 'bin' ? 'pick' : 'place'
  await client.table.interaction({
    kind,
    target: step.target.id,
    hand: 'right',
    atMs,
    confidence: 0.9,
    sources: ['landmarks'],
  })
}

async function firstState(client: RunningService['client']) {
  for await (const state of await client.bench.watch()) return state
  throw new Error('The service sent no state.')
}

describe(`a service killed ${kills} times while it works (seed ${seed})`, () => {
  it('loses no acknowledged event and resumes at the same step; the recovery time is printed', async () => {
    const folder = temporaryFolder()
    const random = seededRandom(seed)
    let service = await startService(folder)
    await service.client.system.setUp({ mode: 'demonstration', language: 'en' })
    const backAfterMs: number[] = []
    for (let kill = 0; kill < kills; kill += 1) {
      const steps = 1 + Math.floor(random() * 5)
      for (let i = 0; i < steps; i += 1) await workOn(service, kill * 100 + i)
      const acknowledged = (await service.client.system.health()).database.events
      const before = await firstState(service.client)
      const unfinished = workOn(service, kill * 100 + 50).catch(() => 'cut off')
      await new Promise((resolve) => setTimeout(resolve, random() * 8))
      await service.kill()
      await unfinished

      const killedAt = performance.now()
      service = await startService(folder)
      const after = await firstState(service.client)
      backAfterMs.push(performance.now() - killedAt)
      expect((await service.client.system.health()).database.events).toBeGreaterThanOrEqual(acknowledged)
      const moved = after.step?.key !== before.step?.key || after.phase !== before.phase
      if (moved) expect(happenedAfter(folder, acknowledged)).not.toEqual([])
      else expect(after.cycle).toEqual(before.cycle)
    }
    await service.kill()
    const store = openTestStore(folder)
    expect(store.events.verify('all')).toBeNull()
    store.close()
    const figures = {
      kills,
      backAfterMs: { p50: quantile(backAfterMs, 0.5), max: Math.round(Math.max(...backAfterMs)) },
    }
    process.stdout.write(`${JSON.stringify(figures)}\n`)
  })
})

/** The events that had reached the disk although their acknowledgement did not arrive. */
function happenedAfter(folder: string, seq: number): string[] {
  const store = openTestStore(folder)
  const types = [...store.events.read(seq + 1)].map(({ fact }) => fact.type)
  store.close()
  return types
}

const quantile = (values: readonly number[], share: number): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0)
