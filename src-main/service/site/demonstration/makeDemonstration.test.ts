import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { personIdSchema } from '../../../../src-domain/ids.ts'
import { temporaryFolder } from '../../../../test/support/folders.ts'
import { verifyCredential } from '../../../credential/verifyCredential.ts'
import { createSystemClock } from '../../clock.ts'
import { composeService } from '../../composeService.ts'
import { coachNotesIn } from './coachNotes.ts'
import { demoAccounts, type WorkerName } from './demoAccounts.ts'

const repository = join(import.meta.dirname, '..', '..', '..', '..')

/** A site that someone who looks around has just been given, in Dutch. */
async function lookAround() {
  const service = composeService({
    dataFolder: temporaryFolder(),
    instructionsFolder: join(repository, 'instructions'),
    version: '0.0.0',
    clock: createSystemClock(),
    log: (sentence) => {
      throw new Error(sentence)
    },
  })
  onTestFinished(service.close)
  await service.useCases.setUp({ mode: 'demonstration', language: 'nl' })
  const { coaching, progress, passport, administration } = service.useCases
  const idOf = (who: WorkerName) =>
    personIdSchema.parse(
      coaching.workers().find(({ worker }) => worker.name === demoAccounts[who].name)?.worker.personId,
    )
  return {
    proposals: coaching.proposals(),
    passport,
    administration,
    taskOf: (who: WorkerName, taskId: string) =>
      progress.worker(idOf(who))?.tasks.find((task) => task.taskId === taskId) ?? null,
  }
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

describe('the demonstration site', () => {
  // A month of practice is really worked: seconds on a free machine, many times that on a busy one.
  it('shows whoever looks around what there is to see, all of it really made', { timeout: 120_000 }, async () => {
    const { proposals, passport, taskOf, administration } = await lookAround()

    const awarded = proposals.filter(({ state }) => state === 'awarded')
    expect(awarded.length, 'earned cards').toBeGreaterThanOrEqual(2)
    expect(awarded.filter(({ worker }) => worker.name === demoAccounts.noor.name).length).toBeGreaterThanOrEqual(2)
    for (const { credentialId } of awarded) {
      const file = credentialId && passport.file(credentialId)
      expect(await verifyCredential(file ? file.json : '', { nowMs: Date.now() })).toMatchObject({ genuine: true })
    }
    expect(proposals.filter(({ state }) => state === 'open').length, 'open proposals').toBeGreaterThanOrEqual(2)
    const declined = proposals.filter(({ state }) => state === 'declined')
    expect(declined.map(({ note }) => note)).toEqual([coachNotesIn('nl').declined])

    const fresh = taskOf('sam', 'plug')
    expect(mean(fresh?.steps.map(({ level }) => level) ?? []), 'near full help').toBeGreaterThan(1.5)
    const fading = taskOf('noor', 'bell')
    expect(new Set(fading?.steps.map(({ level }) => level)).size, 'some steps with, some without').toBeGreaterThan(1)
    expect(fading?.steps.some(({ levels }) => Math.max(...levels) - Math.min(...levels) >= 2)).toBe(true)

    const mastered = taskOf('yusuf', 'pen')
    expect(mastered?.steps.map(({ missing }) => missing)).toEqual(mastered?.steps.map(() => null))
    expect(await administration.verifyLog()).toMatchObject({ firstBreak: null })
  })
})
