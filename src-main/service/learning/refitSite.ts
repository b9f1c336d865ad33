// Measures the learner model's numbers on this site's own log, and lays them before a coach.
import type { Refit } from '../../../src-domain/contract/guidance.contract.ts'
import type { Population } from '../../../src-domain/learning/population.ts'
import { proposeRefit } from '../../../src-domain/learning/refit.ts'
import type { Store } from '../../store/store.ts'
import { readPractice } from './practice.ts'

/** Half are fitted, a quarter chooses, a quarter judges: with fewer, one person would be a quarter. */
const fewestWorkers = 8

/** Keeps a proposal for a coach and returns it; null when too few workers have practised. Changes nothing else. */
export function refitSite(store: Store, present: Population, wallMs: number): Refit | null {
  const histories = store.progress
    .practisers()
    .map((personId) => readPractice(store, personId))
    .filter(({ length }) => length > 0)
  if (histories.length < fewestWorkers) return null
  const name = `site/${new Date(wallMs).toISOString().slice(0, 16)}`
  const { proposed, fittedWorkers, heldOutWorkers, before, after, worthwhile } = proposeRefit(histories, present, name)
  const { entry, guess, slip, learnFromCorrect, learnFromError } = proposed
  const refit: Refit = {
    madeWallMs: wallMs,
    from: present.name,
    chances: { name, entry, guess, slip, learnFromCorrect, learnFromError },
    fittedWorkers,
    heldOutWorkers,
    before: { logLoss: before.logLoss, byLevel: [...before.byLevel] },
    after: { logLoss: after.logLoss, byLevel: [...after.byLevel] },
    worthwhile,
  }
  store.settings.set('refit', refit)
  return refit
}
